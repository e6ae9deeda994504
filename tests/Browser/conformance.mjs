// `node conformance.mjs SITE`: the engine of the search page over the exported index of SITE finds what SITE/expected.json
// says, a list of the answers of the command line: the same pages in the same order, with scores equal to 1e-5.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile, loader } from './compiled.mjs';

const [site] = process.argv.slice(2);
const { Index, search } = await compile(site);
const index = await Index.open(loader(site));
let found = 0;
for (const wanted of JSON.parse(await readFile(join(site, 'expected.json'), 'utf8'))) {
  const { query } = wanted;
  const actual = await search(index, query, { limit: wanted.hits.length });
  assert.equal(actual.total, wanted.total, query);
  assert.deepEqual(actual.hits.map((h) => [h.page.id, h.url]), wanted.hits.map((h) => [h.id, h.url]), query);
  wanted.hits.forEach((hit, i) => assert.ok(Math.abs(hit.score - actual.hits[i].score) <= 1e-5, `${query}: ${hit.url} has ${hit.score}, here ${actual.hits[i].score}`));
  found += actual.hits.length;
}
console.log(found);
