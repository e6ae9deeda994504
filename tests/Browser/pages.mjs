// What every page must do, whatever it shows.
import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { address, build, onePerKind, pages, pageWith, withPage } from './site.mjs';

const expected = ['index.html', 'papers/', 'papers/*', 'tags/*', 'authors/*', 'years/*', 'timeline/', '404.html'];

describe('every kind of page', () => {
  test('is reached from the home page by links alone', async () => {
    const kinds = (await onePerKind()).map((p) => p.kind);
    assert.deepEqual(expected.filter((kind) => !kinds.includes(kind)), []);
  });

  test('is counted by build: as many papers, tags and authors as have a page', async () => {
    const { summary } = await build();
    const count = async (kind) => (await pages()).filter((p) => p.kind === kind).length;
    assert.deepEqual(
      { papers: await count('papers/*'), tags: await count('tags/*'), authors: await count('authors/*') },
      { papers: summary.papers, tags: summary.tags, authors: summary.authors });
  });

  for (const how of ['file', 'http']) {
    test(`opens over ${how} without an error and without asking another host`, async () => {
      await withPage({}, async (page) => {
        for (const { path } of await onePerKind()) {
          await page.goto(await address(path, how));
          assert.notEqual(await page.title(), '', path);
          assert.equal(await page.locator('h1').count(), 1, `${path} has one h1`);
          assert.ok(await page.evaluate(() => document.fonts.ready.then(() => document.styleSheets.length > 0)), `${path} is styled`);
        }
      });
    });
  }

  test('does not scroll sideways on a phone', async () => {
    await withPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true }, async (page) => {
      for (const { path } of await onePerKind()) {
        await page.goto(await address(path));
        const [needed, given] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
        assert.ok(needed <= given && given <= 390, `${path} is ${needed} pixels wide, laid out for ${given}, on a screen of 390`);
      }
    });
  });

  test('shows its text in the type that came with it', async () => {
    await withPage({}, async (page) => {
      await page.goto(await address(await pageWith('papers/*'), 'file'));
      const loaded = await page.evaluate(() => document.fonts.ready.then((fonts) => [...fonts].filter((f) => f.status === 'loaded').map((f) => f.family)));
      for (const family of ['Source Serif', 'Inter']) assert.ok(loaded.some((name) => name.includes(family)), `${family} is loaded; there is ${loaded}`);
    });
  });

  test('is left by links that lead somewhere, fragments included', async () => {
    const all = new Map((await pages()).map((p) => [p.path, p.html]));
    const broken = [];
    for (const [path, html] of all) {
      for (const [, href] of html.matchAll(/<a\s[^>]*?href="([^"]*)"/g)) {
        if (/^[a-z]+:/i.test(href)) continue;
        const target = new URL(href.replaceAll('&amp;', '&'), `file:///${path}`);
        const file = decodeURIComponent(target.pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
        const id = decodeURIComponent(target.hash.slice(1));
        if (file.endsWith('.html') && id !== '' && !all.get(file)?.includes(`id="${id}"`)) broken.push(`${path} → ${href}`);
      }
    }
    assert.deepEqual(broken, []);
  });
});

test('a formula is MathML for a screen reader and a drawing hidden from it', async () => {
  await withPage({}, async (page) => {
    await page.goto(await address(await pageWith('papers/*', /<math[\s>]/)));
    const counts = await page.evaluate(() => ({
      math: document.querySelectorAll('math').length,
      tex: document.querySelectorAll('math annotation[encoding="application/x-tex"]').length,
      loud: [...document.querySelectorAll('.katex-html')].filter((e) => e.getAttribute('aria-hidden') !== 'true').length,
      errors: document.querySelectorAll('.katex-error, merror').length,
      dollars: (document.querySelector('main').innerText.match(/\$\$/g) ?? []).length,
    }));
    assert.ok(counts.math > 0);
    assert.deepEqual(counts, { ...counts, tex: counts.math, loud: 0, errors: 0, dollars: 0 });
  });
});

test('a page that is not there answers 404 with a page that leads back', async () => {
  await withPage({ allow: /status of 404/ }, async (page) => {
    const answer = await page.goto(await address('papers/no-such-paper/at-all.html'));
    assert.equal(answer.status(), 404);
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    assert.notEqual(background, 'rgba(0, 0, 0, 0)', 'the page is styled');
    await page.getByRole('link', { name: /home|start|lectern/i }).first().click();
    await page.waitForURL(/\d\/(index\.html)?$/);
  });
});
