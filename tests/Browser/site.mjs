// One build, one server and one browser, shared by all tests of a run.
import { spawn, execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { launch } from './browser.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const lectern = join(root, 'lectern');

/** Folders and processes to give back at the end, last first. */
const closing = [];

export async function close() {
  while (closing.length > 0) await closing.pop()();
}

export async function temporary(name) {
  const folder = await mkdtemp(join(tmpdir(), `lectern-${name}-`));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

let built;
/** The repository's own site: its folder, and what `build --json` said. */
export const build = () => (built ??= (async () => {
  const folder = join(await temporary('site'), 'out');
  const { stdout } = await promisify(execFile)(lectern, ['build', '--out', folder, '--json'], { cwd: root, maxBuffer: 1 << 26 });
  return { folder, summary: JSON.parse(stdout) };
})());

let served;
/** Address of the repository's own site under `serve`. */
export const serve = () => (served ??= serveFolder());

/** Starts `serve` on a free port; the site of `source`, or of the repository. */
export async function serveFolder(source) {
  const port = await freePort();
  const args = ['serve', '--port', String(port), ...(source ? ['--source', source] : [])];
  const child = spawn(lectern, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => { output += data; });
  const ended = new Promise((resolve) => child.on('exit', (code) => resolve(code)));
  const stop = async () => {
    child.kill('SIGINT');
    const late = setTimeout(() => child.kill('SIGKILL'), 5000);
    const code = await ended;
    clearTimeout(late);
    return code;
  };
  closing.push(stop);
  const url = `http://127.0.0.1:${port}/`;
  let gone = false;
  ended.then(() => { gone = true; });
  for (const deadline = Date.now() + 60_000; ; await new Promise((wait) => setTimeout(wait, 100))) {
    if (gone) throw new Error(`serve ended before it answered:\n${output}`);
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return { url, port, stop };
    if (Date.now() > deadline) throw new Error(`serve did not answer within a minute:\n${output}`);
  }
}

/** A copy of the repository's sources, to be changed by a test. */
export async function copyOfSources() {
  const folder = await temporary('source');
  for (const name of ['papers', 'notes', 'site.yml']) {
    if (existsSync(join(root, name))) await cp(join(root, name), join(folder, name), { recursive: true });
  }
  return folder;
}

export async function freePort() {
  const server = createServer();
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

let launched;
async function browser() {
  launched ??= (async () => {
    const instance = await launch();
    closing.push(() => instance.close());
    return instance;
  })();
  return launched;
}

/**
 * Runs `use` with a page, and afterwards fails when the page wrote an error, threw, could not load something, or asked
 * another host for anything. `allow` is a pattern of messages that the test expects.
 */
export async function withPage(options, use) {
  const { allow, ...context } = options;
  const opened = await (await browser()).newContext(context);
  const complaints = [];
  const complain = (text) => { if (!allow?.test(text)) complaints.push(text); };
  opened.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!(['file:', 'data:', 'blob:', 'about:'].includes(protocol) || hostname === '127.0.0.1')) complain(`request to ${request.url()}`);
  });
  opened.on('requestfailed', (request) => {
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') complain(`${request.url()}: ${request.failure()?.errorText}`);
  });
  opened.on('console', (message) => { if (['error', 'warning'].includes(message.type())) complain(`${message.location().url}: ${message.text()}`); });
  opened.on('weberror', (error) => complain(`exception: ${error.error().message}`));
  try {
    await use(await opened.newPage(), opened);
  } finally {
    await opened.close();
  }
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}

/** The address of a page, over http or as a file. */
export async function address(path, how = 'http') {
  if (how === 'http') return new URL(path.replace(/index\.html$/, ''), (await serve()).url).href;
  return pathToFileURL(join((await build()).folder, path)).href;
}

let walked;
/** Every page that can be reached from the home page by links, as { path, kind, html }. */
export const pages = () => (walked ??= walk());

/** `papers/lora/index.html` is of the kind `papers/*`; `papers/index.html` of the kind `papers/`. */
function kindOf(path) {
  const [folder, ...rest] = path.split('/');
  return rest.length === 0 ? folder : rest.length === 1 ? `${folder}/` : `${folder}/*`;
}

async function walk() {
  const start = (await serve()).url;
  const found = new Map();
  const open = ['index.html'];
  const seen = new Set(open);
  while (open.length > 0) {
    const path = open.shift();
    const url = new URL(path.replace(/index\.html$/, ''), start);
    const answer = await fetch(url);
    if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}`);
    const html = await answer.text();
    found.set(path, { path, kind: kindOf(path), html });
    for (const [, href] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
      const target = new URL(href.replaceAll('&amp;', '&'), url);
      if (target.origin !== url.origin) continue;
      let next = decodeURIComponent(target.pathname.slice(1));
      if (next === '' || next.endsWith('/')) next += 'index.html';
      if (next.endsWith('.html') && !seen.has(next)) { seen.add(next); open.push(next); }
    }
  }
  return [...found.values()];
}

/** One page of each kind, the longest, for it shows the most; and the 404 page, to which nothing links. */
export async function onePerKind() {
  const kinds = new Map();
  for (const page of await pages()) {
    if (!(kinds.get(page.kind)?.html.length >= page.html.length)) kinds.set(page.kind, page);
  }
  return [...kinds.values(), { path: '404.html', kind: '404.html', html: '' }];
}

/** The longest page of a kind whose HTML matches. */
export async function pageWith(kind, pattern = /./) {
  const found = (await pages()).filter((p) => p.kind === kind && pattern.test(p.html)).sort((a, b) => b.html.length - a.html.length);
  if (found.length === 0) throw new Error(`no page of kind ${kind} has ${pattern}`);
  return found[0].path;
}
