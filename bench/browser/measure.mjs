// Search in the browser over one site: `node measure.mjs SITE QUERIES` prints what each engine fetches for the first search,
// how large its index is, and how long warm queries take, as JSON. SITE was made by `lectern build`; QUERIES holds one a line.
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import MiniSearch from 'minisearch';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
const assets = join(here, '..', '..', 'src', 'Site', 'assets');
const firstSearches = 5;
const [site, queriesFile] = process.argv.slice(2);
const queries = (await readFile(queriesFile, 'utf8')).split('\n').filter(Boolean);
const own = join(site, '_bench');

/** Files below a folder, as paths from the root of the site. */
async function files(folder) {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((e) => e.isFile()).map((e) => relative(site, join(e.parentPath, e.name)).split(sep).join('/'));
}

const zipped = async (path) => gzipSync(await readFile(join(site, path))).length;

async function total(paths) {
  let sum = 0;
  for (const path of paths) sum += await zipped(path);
  return sum;
}

/** What a file of the index calls `lecternShard` with. */
async function shard(path) {
  let value;
  new Function('lecternShard', await readFile(join(site, path), 'utf8'))((_, given) => { value = given; });
  return value;
}

const harness = (script) => `<!doctype html><meta charset="utf-8"><title>bench</title><script type="module">${script}\nwindow.ready = true;</script>`;

/**
 * Each engine: the files of its index, and a page with `ask(query)`, which gives the first ten pages as they would be
 * shown; with `narrow(result)` where it then counts what narrows them.
 */
const engines = {
  async Lectern() {
    const esbuild = createRequire(join(assets, 'package.json'))('esbuild');
    await esbuild.build({ entryPoints: [join(assets, 'search', 'engine.ts')], outfile: join(own, 'engine.js'), bundle: true, format: 'esm', target: 'es2022', minify: true, logLevel: 'warning' });
    return {
      index: await files(join(site, 'search')),
      page: harness(`
        import { facets, Index, search } from './engine.js';
        const awaited = new Map();
        window.lecternShard = (name, value) => awaited.get(name)(value);
        const load = (name) => new Promise((resolve, reject) => {
          awaited.set(name, resolve);
          const script = Object.assign(document.createElement('script'), { src: '../search/' + name + '.js', onerror: reject, onload: () => script.remove() });
          document.head.append(script);
        });
        const index = Index.open(load);
        window.ask = (query) => index.then((i) => search(i, query, { limit: 10 }));
        window.narrow = async (result) => (await facets(await index, await result)).length;`),
    };
  },

  async Pagefind() {
    execFileSync(process.execPath, [join(here, 'node_modules', 'pagefind', 'lib', 'runner', 'bin.cjs'), '--site', site, '--output-subdir', '_bench/pagefind', '--root-selector', 'main', '--glob', '{papers,notes,lists}/*/**/*.html'], { stdio: ['ignore', 'ignore', 'inherit'] });
    return {
      index: (await files(join(own, 'pagefind'))).filter((path) => /\.pf_|pagefind-entry/.test(path)),
      page: harness(`
        import * as pagefind from './pagefind/pagefind.js';
        window.ask = async (query) => {
          const { results } = await pagefind.search(query);
          await Promise.all(results.slice(0, 10).map((r) => r.data()));
          return results.length;
        };`),
    };
  },

  async MiniSearch() {
    const options = { idField: 'url', fields: ['short', 'title', 'tags', 'authors', 'text'], storeFields: ['title'] };
    const search = new MiniSearch(options);
    for (const path of (await files(join(site, 'search', 'texts')))) {
      for (const { url, short, title, tags, authors, sections } of await shard(path))
        search.add({ url, short: short ?? '', title, tags: tags.join(' '), authors: authors.join(' '), text: sections.map(([, heading, note, code, math]) => [heading, note, code, ...math].join(' ')).join(' ') });
    }
    await writeFile(join(own, 'minisearch.json'), JSON.stringify(search));
    await writeFile(join(own, 'minisearch.js'), await readFile(createRequire(import.meta.url).resolve('minisearch').replace(/cjs.*/, 'es/index.js')));
    return {
      index: ['_bench/minisearch.json'],
      page: harness(`
        import MiniSearch from './minisearch.js';
        const loaded = fetch('./minisearch.json').then((r) => r.text()).then((json) => MiniSearch.loadJSON(json, ${JSON.stringify(options)}));
        window.ask = async (query) => (await loaded).search(query, { combineWith: 'AND' }).length;`),
    };
  },
};

/** Files with gzip, each made once; counts what was sent. */
async function serve() {
  const types = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.wasm': 'application/wasm' };
  const ready = new Map();
  const sent = { bytes: 0 };
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://x').pathname.slice(1));
    try {
      if (!ready.has(path)) ready.set(path, gzipSync(await readFile(join(site, path))));
      const body = ready.get(path);
      if (path !== 'favicon.ico' && !path.endsWith('.html')) sent.bytes += body.length;
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', 'content-encoding': 'gzip' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return { sent, server, url: `http://127.0.0.1:${server.address().port}/` };
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

async function measure(browser, { sent, url }, address) {
  const [fetched, narrowed] = [[], []];
  for (const query of queries.slice(0, firstSearches)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    sent.bytes = 0;
    await page.goto(url + address);
    await page.waitForFunction(() => window.ready);
    await page.evaluate(async (q) => { await window.ask(q); }, query);
    fetched.push(sent.bytes);
    await page.evaluate(async (q) => { await window.narrow?.(window.ask(q)); }, query);
    narrowed.push(sent.bytes - fetched.at(-1));
    await context.close();
  }
  const page = await browser.newPage();
  await page.goto(url + address);
  await page.waitForFunction(() => window.ready);
  const times = await page.evaluate(async (all) => {
    // What narrows an answer is counted too, for it is shown with it.
    const ask = (query) => (window.narrow ? window.narrow(window.ask(query)) : window.ask(query));
    for (const query of all) await ask(query);
    const took = [];
    for (const query of all) {
      const start = performance.now();
      await ask(query);
      took.push(performance.now() - start);
    }
    return took.sort((a, b) => a - b);
  }, queries);
  await page.close();
  const middle = (values) => percentile(values.sort((a, b) => a - b), 0.5);
  return { first: middle(fetched), facets: middle(narrowed), half: percentile(times, 0.5), slow: percentile(times, 0.95) };
}

await rm(own, { recursive: true, force: true });
await mkdir(own, { recursive: true });
const pages = (await shard('search/root.js')).pages;
const server = await serve();
const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] });
const results = [];
for (const [name, prepare] of Object.entries(engines)) {
  const { index, page } = await prepare();
  const address = `_bench/${name}.html`;
  await writeFile(join(site, address), page);
  const size = await total(index);
  results.push({ name, pages, perPage: size / pages, ...(await measure(browser, server, address)) });
  console.error(`browser: ${name}, ${pages} pages: ${JSON.stringify(results.at(-1))}`);
}
await browser.close();
server.server.close();
await rm(own, { recursive: true });
console.log(JSON.stringify(results));
