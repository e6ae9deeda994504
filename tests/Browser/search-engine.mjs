// The engine of the search page reads texts and queries as the vectors say, and finds what the command line finds.
import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { brief, data, engine, openIndex } from './engine.mjs';
import { serve } from './site.mjs';

const vectors = await data('vectors.json');
const queries = await data('conformance.json');
const limit = 1000;

/** What `GET /api/search` says; the command line prints the same. */
async function expected(query) {
  const { url } = await serve();
  return (await fetch(`${url}api/search?q=${encodeURIComponent(query)}&limit=${limit}&facets`)).json();
}

const decode = (html) => html.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code, name) => (code ? String.fromCodePoint(Number(code)) : { amp: '&', lt: '<', gt: '>', quot: '"' }[name]));

function marked({ text, marks }) {
  let [out, at] = ['', 0];
  for (const [start, end] of marks) {
    out += `${text.slice(at, start)}<mark>${text.slice(start, end)}</mark>`;
    at = end;
  }
  return out + text.slice(at);
}

function assertSameScores(actual, wanted, what) {
  assert.deepEqual(actual.map((h) => h.url), wanted.map((h) => h.url), what);
  wanted.forEach((hit, i) => assert.ok(Math.abs(hit.score - actual[i].score) <= 1e-5, `${what}: ${hit.url} has ${hit.score}, here ${actual[i].score}`));
}

describe('the engine of the search page', () => {
  test('makes of every text the tokens of its vector', async () => {
    const { analyze } = await engine();
    for (const { kind, text, tokens } of vectors.analysis)
      assert.deepEqual(analyze(kind, text).map((t) => `${t.term}@${t.position}[${t.start},${t.length}]`), tokens, `${kind}: ${text}`);
  });

  test('reads every query as its vector says', async () => {
    const { parse, print } = await engine();
    for (const { query, parsed, problems } of vectors.queries) {
      const read = parse(query);
      assert.equal(read.root ? print(read.root) : '', parsed, query);
      assert.deepEqual(read.problems.map(brief), problems, query);
    }
  });

  test('reads any text without failing', async () => {
    const { analyze, parse, print } = await engine();
    let seed = 7;
    const random = (n) => (seed = (seed * 1103515245 + 12345) % 2147483648) % n;
    const signs = [...'ab()""~^+-:*?\\.. 1', 'title:', ' OR ', ' AND ', 'year:', ' NOT ', '\ud800', 'é', '漢'];
    for (let round = 0; round < 20_000; round++) {
      const query = Array.from({ length: 1 + random(30) }, () => signs[random(signs.length)]).join('');
      const { root, problems } = parse(query);
      for (const p of problems) assert.ok(p.start >= 0 && p.start + p.length <= query.length, query);
      if (root) print(root);
      for (const kind of ['text', 'names', 'math', 'keyword']) analyze(kind, query);
    }
  });

  test('finds for every query of the conformance set what the command line finds, as good and in the same order', async () => {
    const { facets, search } = await engine();
    const index = await openIndex();
    let found = 0;
    for (const query of queries) {
      const [actual, wanted] = [await search(index, query, { limit }), await expected(query)];
      assert.deepEqual(actual.hits.map((h) => h.page.id), wanted.hits.map((h) => h.id), query);
      assertSameScores(actual.hits, wanted.hits, query);
      assert.deepEqual(actual.hits.map((h) => h.section), wanted.hits.map((h) => h.section), query);
      actual.hits.forEach((hit, i) => assertSameScores(hit.more, wanted.hits[i].sections, `${query}: ${hit.page.id}`));
      assert.deepEqual(actual.hits.map((h) => marked(h.snippet)), wanted.hits.map((h) => decode(h.snippet)), query);
      assert.equal(actual.total, wanted.total, query);
      assert.equal(actual.parsed, wanted.parsed, query);
      assert.equal(actual.anyWord, wanted.anyWord, query);
      assert.equal(actual.suggestion ?? null, wanted.suggestion, query);
      assert.deepEqual(Object.fromEntries((await facets(index, actual)).map((f) => [f.name, f.values])), wanted.facets, query);
      assert.deepEqual(actual.problems.map((p) => ({ ...p, suggestion: p.suggestion ?? null })), wanted.errors, query);
      found += actual.hits.length;
    }
    assert.ok(queries.length >= 120 && found > queries.length, `${queries.length} queries find ${found} pages`);
  });

  test('loads no more of the index than a query needs', async () => {
    const { search } = await engine();
    const loaded = [];
    const index = await openIndex(loaded);
    await search(index, 'normalization', { limit: 3 });
    assert.ok(loaded.filter((name) => name.startsWith('terms/')).length <= 3, `${loaded}`);
    assert.ok(!loaded.includes('facets') && !loaded.some((name) => name.startsWith('positions/')), `${loaded}`);
    await Promise.all(['a', 'at', 'attention', 'attention', '"attention layer"~5'].map((query) => search(index, query, { limit: 3 })));
    assert.equal(new Set(loaded).size, loaded.length, 'nothing is loaded twice');
  });

  test('completes titles, authors and tags by the words at the end of a query', async () => {
    const { complete } = await engine();
    const index = await openIndex();
    const offered = async (query) => (await complete(index, query)).map((c) => c.query);
    assert.deepEqual(await offered('attention author:dett'), ['attention author:"Tim Dettmers"']);
    assert.deepEqual(await offered('lora tim dett'), ['lora author:"Tim Dettmers"']);
    assert.deepEqual(await offered('-author:"tim de'), ['-author:"Tim Dettmers"']);
    assert.deepEqual(await offered('tag:quantiz'), ['tag:quantization']);
    assert.equal((await offered('train short test lon'))[0], 'title:"Train Short, Test Long: Attention with Linear Biases Enables Input Length Extrapolation"');
    assert.ok((await offered('quantiz')).includes('tag:quantization'));
    for (const query of ['', ' ', 'a', 'year:2017', 'attention ', 'zzzz', 'attention^2', 'foo:dett', '"tim dettmers"']) assert.deepEqual(await offered(query), [], query);
  });

  test('refuses an index of another version', async () => {
    const { Index } = await engine();
    await assert.rejects(Index.open(async () => ({ version: 0, documents: 0, pages: 0, fields: [], terms: [], texts: [] })), /version/);
  });
});
