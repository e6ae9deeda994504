// Going from page to page, light and dark, and the list of papers.
import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { address, build, pages, withPage } from './site.mjs';

const light = 'rgb(251, 250, 246)';
const dark = 'rgb(20, 21, 23)';
const background = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor !== 'rgba(0, 0, 0, 0)'
  ? getComputedStyle(document.body).backgroundColor : getComputedStyle(document.documentElement).backgroundColor);

for (const how of ['file', 'http']) {
  test(`a reader clicks from home to papers, a paper, its tag, its author, its year and the timeline, over ${how}`, async () => {
    await withPage({}, async (page) => {
      await page.goto(await address('index.html', how));
      const nav = (name) => page.getByRole('navigation').getByRole('link', { name, exact: true }).first();
      await nav('Papers').click();
      await page.waitForURL(/papers\//);
      await page.locator('main a[href*="papers/attention/"]').first().click();
      await page.waitForURL(/papers\/attention\//);
      assert.match(await page.locator('h1').innerText(), /Attention Is All You Need/i);
      for (const kind of ['tags', 'authors', 'years']) {
        const link = page.locator(`main a[href*="${kind}/"]`).first();
        const name = (await link.innerText()).trim();
        await link.click();
        await page.waitForURL(new RegExp(`${kind}/`));
        assert.match(await page.locator('h1').innerText(), new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i'));
        assert.ok(await page.locator('main a[href*="papers/attention/"], main a[href*="/attention/"]').count() > 0, `${kind} page lists the paper`);
        await page.goBack();
      }
      await nav('Timeline').click();
      await page.waitForURL(/timeline\//);
      assert.ok(await page.locator('main time').count() > 0);
    });
  });
}

describe('light and dark', () => {
  const toggle = (page) => page.getByRole('button', { name: /dark|light|theme|colou?r/i }).first();

  test('follow the system until the reader chooses', async () => {
    for (const [colorScheme, colour] of [['light', light], ['dark', dark]]) {
      await withPage({ colorScheme }, async (page) => {
        await page.goto(await address('index.html'));
        assert.equal(await background(page), colour);
      });
    }
  });

  test('are chosen by a button, and the choice holds on the next page and the next visit', async () => {
    await withPage({ colorScheme: 'light' }, async (page, context) => {
      await page.goto(await address('index.html'));
      for (let i = 0; i < 3 && await background(page) !== dark; i++) await toggle(page).click();
      assert.equal(await background(page), dark);
      await page.goto(await address('papers/index.html'));
      assert.equal(await background(page), dark);
      const again = await context.newPage();
      await again.goto(await address('timeline/index.html'));
      assert.equal(await background(again), dark);
      for (let i = 0; i < 3 && await background(again) !== light; i++) await toggle(again).click();
      assert.equal(await background(again), light);
    });
  });
});

describe('the list of papers', () => {
  const rows = (page) => page.locator('main tbody tr:visible, main [role=list] > li:visible');

  test('narrows while the reader types, and comes back', async () => {
    await withPage({}, async (page) => {
      await page.goto(await address('papers/index.html'));
      const all = await rows(page).count();
      const filter = page.getByRole('searchbox').first();
      await filter.fill('lora');
      await page.waitForFunction((n) => [...document.querySelectorAll('main tbody tr')].filter((r) => r.checkVisibility()).length < n, all);
      const texts = await rows(page).allInnerTexts();
      assert.ok(texts.length > 0 && texts.every((t) => /lora/i.test(t)), texts.join('\n'));
      await filter.fill('zzzz no such paper');
      await page.waitForFunction(() => [...document.querySelectorAll('main tbody tr')].every((r) => !r.checkVisibility()));
      await filter.fill('');
      await page.waitForFunction((n) => [...document.querySelectorAll('main tbody tr')].filter((r) => r.checkVisibility()).length === n, all);
    });
  });

  test('sorts by year, both ways, and says so to a screen reader', async () => {
    await withPage({}, async (page) => {
      await page.goto(await address('papers/index.html'));
      const header = page.getByRole('columnheader', { name: /year/i });
      const column = await header.evaluate((e) => e.cellIndex);
      const years = async () => (await page.locator(`main tbody tr > :nth-child(${column + 1})`).allInnerTexts()).map((t) => t.trim()).filter(Boolean).map(Number);
      const directions = [];
      for (let i = 0; i < 2; i++) {
        await header.getByRole('button').click();
        const direction = await header.getAttribute('aria-sort');
        const sorted = (await years()).sort((a, b) => (direction === 'ascending' ? a - b : b - a));
        assert.deepEqual(await years(), sorted, direction);
        directions.push(direction);
      }
      assert.deepEqual(directions.sort(), ['ascending', 'descending']);
    });
  });

  test('is all there without JavaScript', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(await address('papers/index.html', 'file'));
      const { summary } = await build();
      assert.equal(await rows(page).count(), summary.papers);
      const linked = new Set(await page.locator('main a[href]').evaluateAll((links) => links.map((a) => new URL(a.getAttribute('href'), 'file:///papers/index.html').pathname.slice(1))));
      const missing = (await pages()).filter((p) => p.kind === 'papers/*' && !linked.has(p.path) && !linked.has(p.path.replace('index.html', '')));
      assert.deepEqual(missing.map((p) => p.path), []);
    });
  });
});
