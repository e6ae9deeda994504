// WCAG 2.1 A and AA, as far as a program can tell.
import { test, describe } from 'node:test';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { address, onePerKind, withPage } from './site.mjs';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Of long lists the first forty lines are looked at: the rest are made alike, and axe takes a minute for a thousand. */
export async function violations(page) {
  await page.evaluate(() => {
    for (const list of document.querySelectorAll('tbody, ul, ol, dl')) [...list.children].slice(40).forEach((line) => line.remove());
  });
  await page.evaluate(axe);
  const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], preload: false }));
  return result.violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replace(/\s+/g, ' ')}`));
}

describe('axe-core finds nothing against WCAG 2.1 AA', () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const [device, viewport] of [['desktop', { width: 1280, height: 900 }], ['phone', { width: 390, height: 844 }]]) {
      test(`on any kind of page, ${colorScheme}, ${device}`, async () => {
        const found = [];
        await withPage({ colorScheme, viewport }, async (page) => {
          for (const { path } of await onePerKind()) {
            await page.goto(await address(path, 'file'));
            found.push(...(await violations(page)).map((v) => `${path}: ${v}`));
          }
        });
        assert.deepEqual(found, []);
      });
    }
  }

  test('in the list of keys', async () => {
    await withPage({}, async (page) => {
      await page.goto(await address('papers/index.html'));
      await page.keyboard.press('?');
      await page.getByRole('dialog').waitFor({ state: 'visible' });
      assert.deepEqual(await violations(page), []);
    });
  });
});

test('every page says its language and has one main region', async () => {
  await withPage({}, async (page) => {
    for (const { path } of await onePerKind()) {
      await page.goto(await address(path, 'file'));
      assert.notEqual(await page.evaluate(() => document.documentElement.lang), '', path);
      assert.equal(await page.getByRole('main').count(), 1, path);
    }
  });
});
