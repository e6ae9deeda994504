// `node conformance.mjs SITE`: the engine of the search page over the exported index of SITE finds what SITE/expected.json
// says, a list of the answers of the command line: the same pages in the same order, with scores equal to 1e-5. It is asked
// here and, where CHROMIUM names a browser, in a page of that, opened from the folder.
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile, loader } from './compiled.mjs';

const [site] = process.argv.slice(2);
const answers = JSON.parse(await readFile(join(site, 'expected.json'), 'utf8'));

/** Gives what is compared of the answer to a query. */
async function here() {
  const { Index, search } = await compile(site);
  const index = await Index.open(loader(site));
  return { ask: async (query, limit) => brief(await search(index, query, { limit })), close: () => {} };
}

const brief = ({ total, hits }) => ({ total, hits: hits.map(({ page, url, score }) => ({ id: page.id, url, score })) });

async function inChromium(executablePath) {
  const { launch } = await import('./browser.mjs');
  await compile(site, 'iife');
  await writeFile(join(site, 'ask.html'), `<!doctype html><meta charset="utf-8"><title>conformance</title><script src="engine.js"></script><script>
    const awaited = new Map();
    const lecternShard = (name, value) => awaited.get(name)(value);
    const index = engine.Index.open((name) => new Promise((resolve, reject) => {
      awaited.set(name, resolve);
      document.head.append(Object.assign(document.createElement('script'), { src: 'search/' + name + '.js', onerror: reject }));
    }));
    const brief = ${brief};
    const ask = async (query, limit) => brief(await engine.search(await index, query, { limit }));
  </script>`);
  const browser = await launch(executablePath);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(join(site, 'ask.html')).href);
  return { ask: (query, limit) => page.evaluate(([q, n]) => ask(q, n), [query, limit]), close: () => browser.close() };
}

async function compare({ ask, close }) {
  let found = 0;
  try {
    for (const { query, total, hits } of answers) {
      const actual = await ask(query, hits.length);
      assert.equal(actual.total, total, query);
      assert.deepEqual(actual.hits.map((h) => [h.id, h.url]), hits.map((h) => [h.id, h.url]), query);
      hits.forEach((hit, i) => assert.ok(Math.abs(hit.score - actual.hits[i].score) <= 1e-5, `${query}: ${hit.url} has ${hit.score}, here ${actual.hits[i].score}`));
      found += actual.hits.length;
    }
  } finally {
    await close();
  }
  return found;
}

const { CHROMIUM } = process.env;
const found = [await compare(await here()), ...(CHROMIUM ? [await compare(await inChromium(CHROMIUM))] : [])];
console.log(Math.min(...found));
