// Search as a reader meets it, in the browser: from a folder, by the keyboard, under addresses that can be shared.
import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { violations } from './accessibility.mjs';
import { data } from './engine.mjs';
import { address, serve, withPage } from './site.mjs';

const shown = 20;
const field = (page) => page.locator('#search');
const hits = (page) => page.locator('.hits > li');
const search = async (query, how = 'file') => `${await address('search.html', how)}?q=${encodeURIComponent(query)}`;

/** Waits until the page shows the answer to the query that stands in the field. */
const answered = (page) => page.locator('[data-search-state]', { hasText: /\d+ pages?\.|Nothing found/ }).waitFor();

const onSearch = (query, use, options = {}) => withPage(options, async (page) => {
  await page.goto(await search(query));
  if (query) await answered(page);
  await use(page);
});

describe('the search page', () => {
  test('answers from a folder what the command line answers, with the same scores', async () => {
    const queries = (await data('conformance.json')).filter((_, i) => i % 4 === 0);
    const { url } = await serve();
    await withPage({}, async (page) => {
      for (const query of queries) {
        await page.goto(await search(query));
        await answered(page);
        const actual = await hits(page).evaluateAll((items) => items.map((i) => [new URL(i.querySelector('.hit').href), Number(i.dataset.score)])
          .map(([{ pathname, hash }, score]) => ({ url: pathname + hash, score })));
        const wanted = (await (await fetch(`${url}api/search?q=${encodeURIComponent(query)}&limit=${shown}`)).json()).hits;
        assert.equal(actual.length, wanted.length, query);
        wanted.forEach((hit, i) => {
          assert.ok(decodeURI(actual[i].url).endsWith(`/${hit.url}`), `${query}: ${actual[i].url}, not ${hit.url}`);
          assert.ok(Math.abs(actual[i].score - hit.score) <= 1e-5, `${query}: ${hit.url} has ${hit.score}, here ${actual[i].score}`);
        });
      }
    });
    assert.ok(queries.length >= 20);
  });

  test('answers while the reader types, and keeps the query in its address', async () => {
    await onSearch('', async (page) => {
      assert.equal(await hits(page).count(), 0);
      await page.keyboard.type('layer normalization');
      await page.locator('.snippet mark').first().waitFor();
      assert.equal(new URL(page.url()).searchParams.get('q'), 'layer normalization');
      const before = await hits(page).allInnerTexts();
      await page.reload();
      await page.locator('.snippet mark').first().waitFor();
      assert.deepEqual(await hits(page).allInnerTexts(), before);
      await field(page).fill('');
      await hits(page).first().waitFor({ state: 'detached' });
      assert.equal(new URL(page.url()).search, '');
    });
  });

  test('is used without a mouse: arrows walk, Enter opens', async () => {
    await onSearch('attention', async (page) => {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      const at = () => page.evaluate(() => [...document.querySelectorAll('.hit')].indexOf(document.activeElement));
      assert.equal(await at(), 1);
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('ArrowUp');
      assert.ok(await field(page).evaluate((e) => e === document.activeElement));
      await page.keyboard.press('Enter');
      assert.equal(await at(), 0);
      const target = await hits(page).locator('.hit').first().getAttribute('href');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href.includes(target));
    });
  });

  test('points at the character of an error and offers the query that was meant', async () => {
    await onSearch('titel:attention', async (page) => {
      const problem = page.locator('.problem');
      assert.match(await problem.innerText(), /no field titel/i);
      assert.equal(await problem.locator('.at mark').innerText(), 'titel');
      assert.ok(await hits(page).count() > 0, 'what was understood is searched for');
      await problem.getByRole('button', { name: 'title:attention' }).click();
      await problem.waitFor({ state: 'detached' });
      assert.equal(await field(page).inputValue(), 'title:attention');
    });
  });

  test('says what was probably meant', async () => {
    await onSearch('normalizaton', async (page) => {
      await page.getByRole('button', { name: 'normalization' }).click();
      await hits(page).first().waitFor();
    });
  });

  test('narrows by a value and widens again', async () => {
    await onSearch('attention', async (page) => {
      const total = () => page.locator('[data-search-state]').innerText();
      const before = await total();
      await page.locator('.narrowing button').first().click();
      await page.locator('.narrowing [aria-pressed=true]').waitFor();
      assert.match(await field(page).inputValue(), /^attention tag:/);
      assert.notEqual(await total(), before);
      await page.locator('.narrowing [aria-pressed=true]').click();
      await page.locator('.narrowing [aria-pressed=true]').waitFor({ state: 'detached' });
      assert.equal(await field(page).inputValue(), 'attention');
      assert.equal(await total(), before);
    });
  });

  test('completes what is typed without a mouse: arrows walk, Enter takes, Escape closes', async () => {
    await onSearch('', async (page) => {
      const list = page.getByRole('listbox', { name: 'Completions' });
      const marked = list.locator('[aria-selected=true]');
      await page.keyboard.type('quantiz');
      await list.waitFor();
      assert.equal(await field(page).getAttribute('aria-expanded'), 'true');
      assert.equal(await field(page).getAttribute('aria-activedescendant'), null);
      await page.keyboard.press('ArrowUp');
      assert.equal(await marked.innerText(), 'quantization tag');
      assert.equal(await marked.getAttribute('id'), await field(page).getAttribute('aria-activedescendant'));
      assert.deepEqual(await violations(page), []);
      await page.keyboard.press('Enter');
      assert.equal(await field(page).inputValue(), 'tag:quantization');
      await list.waitFor({ state: 'hidden' });
      await answered(page);
      await page.keyboard.type(' dettm');
      await list.waitFor();
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });
      assert.equal(await field(page).getAttribute('aria-expanded'), 'false');
      await page.keyboard.press('ArrowDown');
      assert.equal(await hits(page).locator('.hit').first().evaluate((e) => e === document.activeElement), true);
    });
  });

  test('shows more where there is more', async () => {
    await onSearch('has:math OR verified:no', async (page) => {
      assert.equal(await hits(page).count(), shown);
      await page.getByRole('button', { name: /show \d+ more/i }).click();
      await hits(page).nth(shown).waitFor();
    });
  });

  test('shows a query as text, whatever stands in it', async () => {
    await onSearch('<img src=x onerror=alert(1)> "<b>bold', async (page) => {
      assert.equal(await page.locator('main img, main b, main script').count(), 0);
      assert.match(await page.locator('.at').last().innerText(), /<b>bold/);
    });
  });

  test('says without JavaScript where everything stands', async () => {
    await withPage({ javaScriptEnabled: false }, async (page) => {
      await page.goto(await search('attention'));
      assert.match(await page.locator('main').innerText(), /needs JavaScript/);
      assert.ok(await page.locator('main').getByRole('link', { name: 'papers' }).isVisible());
      assert.ok(!(await field(page).isVisible()));
    });
  });

  test('is asked from the home page', async () => {
    await withPage({}, async (page) => {
      await page.goto(await address('index.html', 'file'));
      await page.keyboard.press('/');
      await page.keyboard.type('lora');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\.html\?q=lora$/);
      await hits(page).first().waitFor();
    });
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`has nothing that axe-core finds, with hits, facets and an error, ${colorScheme}`, async () => {
      await onSearch('titel:attention (model', async (page) => assert.deepEqual(await violations(page), []), { colorScheme });
    });
  }
});

describe('the palette', () => {
  const onTimeline = (use, options = {}) => withPage(options, async (page) => {
    await page.goto(await address('timeline/index.html', 'file'));
    await use(page, page.locator('#palette'));
  });
  const selected = (palette) => palette.locator('[aria-selected=true]');

  test('opens by Ctrl-K, is walked by arrows, and Enter opens a page', async () => {
    await onTimeline(async (page, palette) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('"layer normalization"');
      await selected(palette).waitFor();
      const first = await selected(palette).innerText();
      await page.keyboard.press('ArrowDown');
      assert.notEqual(await selected(palette).innerText(), first);
      assert.equal(await selected(palette).getAttribute('id'), await palette.locator('input').getAttribute('aria-activedescendant'));
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.pathname.includes('timeline'));
    });
  });

  test('offers names below the pages, and searches for the one that is taken', async () => {
    await onTimeline(async (page, palette) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('dettm');
      await palette.getByRole('option', { name: 'Tim Dettmers author' }).click();
      assert.equal(await palette.locator('input').inputValue(), 'author:"Tim Dettmers"');
      await selected(palette).waitFor();
    });
  });

  test('leads to the search page with all results', async () => {
    await onTimeline(async (page, palette) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('attention');
      await selected(palette).waitFor();
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Enter');
      await page.waitForURL(/search\.html\?q=attention$/);
    });
  });

  test('opens by / where a page has no field, and Esc gives the page back', async () => {
    await onTimeline(async (page, palette) => {
      await page.keyboard.press('/');
      await palette.waitFor();
      assert.equal(await palette.locator('input').inputValue(), '');
      await page.keyboard.press('Escape');
      await palette.waitFor({ state: 'hidden' });
    });
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`has nothing that axe-core finds, ${colorScheme}`, async () => {
      await onTimeline(async (page, palette) => {
        await page.keyboard.press('Control+k');
        await page.keyboard.type('attention');
        await selected(palette).waitFor();
        assert.deepEqual(await violations(page), []);
      }, { colorScheme });
    });
  }
});
