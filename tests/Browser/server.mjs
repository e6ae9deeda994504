// `lectern serve`: reload on change, and a server that cannot be used for anything else.
import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { appendFile, readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { copyOfSources, serve, serveFolder, withPage } from './site.mjs';

/** Sends a request as written, for `fetch` tidies addresses up, and gives back all that came. */
function send(port, request) {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setTimeout(5000, () => socket.destroy());
    socket.on('data', (data) => { answer += data; });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
const get = (port, path, host = `127.0.0.1:${port}`) => send(port, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
const status = (answer) => Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);

/** What a page complains of when its server ends. */
const whileServing = { allow: /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED/ };

describe('serve', () => {
  test('shows a change of a source in the open page, without a hand on the keyboard', async () => {
    const source = await copyOfSources();
    const { url, stop } = await serveFolder(source);
    await withPage(whileServing, async (page) => {
      await page.goto(`${url}papers/attention/`);
      await appendFile(join(source, 'notes', 'attention.md'), '\nA sentence that was not here before.\n');
      await page.getByText('A sentence that was not here before.').waitFor({ timeout: 20_000 });
      await page.goto(`${url}papers/`);
      const [list] = (await readdir(join(source, 'papers'))).filter((name) => name.endsWith('.md'));
      await appendFile(join(source, 'papers', list), '\n- [(Newcomer) A Paper Nobody Wrote]{author=No One; year=2026;}\n');
      await page.getByText('A Paper Nobody Wrote').first().waitFor({ timeout: 20_000 });
    });
    await stop();
  });

  test('shows a change that came before the page could listen for changes', async () => {
    const source = await copyOfSources();
    const { url, stop } = await serveFolder(source);
    await withPage(whileServing, async (page) => {
      let listen;
      const changed = new Promise((resolve) => { listen = resolve; });
      await page.route('**/_lectern/events', async (route) => { await changed; await route.continue(); });
      await page.goto(`${url}papers/attention/`);
      await appendFile(join(source, 'notes', 'attention.md'), '\nA sentence nobody heard of.\n');
      for (let left = 200; !(await (await fetch(`${url}papers/attention/`)).text()).includes('nobody heard of'); left--) {
        assert.ok(left > 0, 'the change is served within twenty seconds');
        await new Promise((wait) => setTimeout(wait, 100));
      }
      assert.equal(await page.getByText('A sentence nobody heard of.').count(), 0);
      listen();
      await page.getByText('A sentence nobody heard of.').waitFor({ timeout: 20_000 });
    });
    await stop();
  });

  test('keeps the last good site when a change breaks the next one, and mends itself', async () => {
    const source = await copyOfSources();
    const { url, stop } = await serveFolder(source);
    const note = join(source, 'notes', 'zz-broken.md');
    await writeFile(note, '---\ntitle: Broken\n---\n\n[Nowhere](no-such-note.md)\n');
    await new Promise((wait) => setTimeout(wait, 1500));
    assert.equal((await fetch(url)).status, 200);
    assert.equal((await fetch(`${url}papers/attention/`)).status, 200);
    await writeFile(note, '---\ntitle: Mended\n---\n\nNothing is wrong here.\n');
    for (let left = 100; (await (await fetch(`${url}notes/`)).text()).includes('Mended') === false; left--) {
      assert.ok(left > 0, 'the mended note appears within ten seconds');
      await new Promise((wait) => setTimeout(wait, 100));
    }
    await stop();
  });

  test('answers under its own name only', async () => {
    const { port } = await serve();
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`]) assert.equal(status(await get(port, '/', host)), 200, host);
    for (const host of ['example.org', `example.org:${port}`, '127.0.0.1.example.org', `localhost.example.org:${port}`]) {
      const answer = await get(port, '/', host);
      assert.ok(status(answer) >= 400, `${host}: ${status(answer)}`);
      assert.doesNotMatch(answer, /<main/);
    }
  });

  test('cannot be led out of its folder', async () => {
    const { port } = await serve();
    const ways = ['/../site.yml', '/../../site.yml', '/%2e%2e/site.yml', '/..%2fsite.yml', '/%2e%2e%2fsite.yml', '/papers/../../site.yml',
      '/papers/%2e%2e/%2e%2e/site.yml', '/..%5csite.yml', '/papers/..%5c..%5csite.yml', '//etc/passwd', '/%2fetc%2fpasswd',
      '/../../../../../../../../etc/passwd', '/%252e%252e/site.yml', '/.%00./site.yml', '/papers/attention/index.html%00.txt'];
    for (const way of ways) {
      const answer = await get(port, way);
      assert.ok(status(answer) >= 400, `${way}: ${status(answer)}`);
      assert.doesNotMatch(answer, /root:x:0|^title:/m, way);
    }
  });

  test('takes nothing but reading', async () => {
    const { port } = await serve();
    for (const method of ['POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']) {
      const answer = await send(port, `${method} / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
      assert.ok(status(answer) >= 400, `${method}: ${status(answer)}`);
    }
  });

  test('is not heard outside this machine', async (t) => {
    const { port } = await serve();
    const outside = Object.values(networkInterfaces()).flat().find((a) => a.family === 'IPv4' && !a.internal);
    if (!outside) return t.skip('this machine has no other address');
    await assert.rejects(fetch(`http://${outside.address}:${port}/`, { signal: AbortSignal.timeout(3000) }));
  });

  test('sends a content security policy that lets no script in from elsewhere', async () => {
    const { url } = await serve();
    const html = await (await fetch(url)).text();
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/i.exec(html)?.[1] ?? '';
    assert.match(policy, /default-src 'none'|default-src 'self'/);
    assert.doesNotMatch(policy, /script-src[^;]*('unsafe-inline'|'unsafe-eval'|\*|https?:)/);
  });

  test('ends with 130 when it is interrupted', async () => {
    const { stop } = await serveFolder(await copyOfSources());
    assert.equal(await stop(), 130);
  });
});
