// Everything without a mouse.
import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { address, withPage } from './site.mjs';

const onPapers = (use) => withPage({}, async (page) => {
  await page.goto(await address('papers/index.html'));
  await use(page);
});
const focused = (page) => page.evaluate(() => {
  const e = document.activeElement;
  return { tag: e.tagName, type: e.getAttribute('type'), text: (e.textContent ?? '').trim(), href: e.getAttribute('href'), body: e === document.body };
});
const isFilter = (f) => f.tag === 'INPUT' && f.type === 'search';

describe('with the keyboard alone', () => {
  test('the first Tab reaches a link that skips to the content', async () => {
    await onPapers(async (page) => {
      await page.keyboard.press('Tab');
      const link = await focused(page);
      assert.match(link.text, /skip/i);
      assert.ok(await page.locator(link.href).count() === 1);
      assert.ok(await page.evaluate(() => {
        const box = document.activeElement.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && box.top >= 0 && box.left >= 0;
      }), 'the link is visible while it has the focus');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)), 'the next Tab is in the content');
    });
  });

  test('Tab reaches the filter, and every stop on the way shows where it is', async () => {
    await onPapers(async (page) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press('Tab');
        const marked = await page.evaluate(() => {
          const style = getComputedStyle(document.activeElement);
          return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none';
        });
        const at = await focused(page);
        assert.ok(marked, `${at.tag} “${at.text}” shows its focus`);
        if (isFilter(at)) return;
      }
      assert.fail('40 times Tab did not reach the filter');
    });
  });

  test('/ goes to the filter without writing into it, and Esc leaves it', async () => {
    await onPapers(async (page) => {
      await page.keyboard.press('/');
      assert.ok(isFilter(await focused(page)));
      assert.equal(await page.evaluate(() => document.activeElement.value), '');
      await page.keyboard.type('j/k');
      assert.equal(await page.evaluate(() => document.activeElement.value), 'j/k', 'in the field these are letters');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      assert.ok(!isFilter(await focused(page)));
    });
  });

  test('j and k walk through the list, and Enter opens', async () => {
    await onPapers(async (page) => {
      const seen = [];
      for (const key of ['j', 'j', 'j', 'k']) {
        await page.keyboard.press(key);
        seen.push((await focused(page)).href);
      }
      assert.equal(new Set(seen.slice(0, 3)).size, 3, `three different links: ${seen}`);
      assert.equal(seen[3], seen[1]);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.href.includes(seen[1].replace(/^(\.\.?\/)+/, '').replace('index.html', '')));
    });
  });

  test('g p goes to the papers and g h goes home', async () => {
    await withPage({}, async (page) => {
      await page.goto(await address('timeline/index.html'));
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      await page.waitForURL(/papers\/(index\.html)?$/);
      await page.keyboard.press('g');
      await page.keyboard.press('h');
      await page.waitForURL(/\d\/(index\.html)?$/);
    });
  });

  test('? lists the keys, Esc closes the list and gives the focus back', async () => {
    await onPapers(async (page) => {
      await page.keyboard.press('Tab');
      const before = await focused(page);
      await page.keyboard.press('?');
      const help = page.getByRole('dialog');
      await help.waitFor({ state: 'visible' });
      assert.match(await help.innerText(), /\bj\b[\s\S]*\bk\b/);
      await page.keyboard.press('Escape');
      await help.waitFor({ state: 'hidden' });
      assert.deepEqual(await focused(page), before);
    });
  });
});
