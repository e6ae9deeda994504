// The page of a paper that is implemented here: prose beside code, claims, figures.
import { test, describe, before } from 'node:test';
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { violations } from './accessibility.mjs';
import { copyOfSources, root, temporary, withPage } from './site.mjs';

const source = `// Attention with linear biases.
namespace Lectern.Implementations.Alibi;

public static class Alibi
{
    #region eq-slopes
    // m_h = 2^(-8h/n)
    public static double[] Slopes(int heads)
    {
        // DEPARTS: the released code interleaves the slopes of two powers of two, which this line says at some length.
        return [.. Enumerable.Range(1, heads).Where(head => head > 0 && head <= heads).Select(head => Math.Pow(2, -8.0 * head / heads))]; // (H)
    }
    #endregion

    #region eq-bias
    public static Tensor Bias(Tensor slopes, Tensor distance) => slopes.view(-1, 1, 1) * distance; // (H, T, T)
    #endregion
}
`;
const tests = `public sealed class AlibiTests
{
    [Claim("Adding a constant to a row of scores changes no weight.", Paper = "Section 3")] public void C1_A() { }
    [Claim("The loss stays within 2 % at eight times the length.", Paper = "Figure 1")] public void C2_A() { }
    [Claim("The slopes are those of the authors.", Paper = "1/2 … 1/256")] public void C3_A() { }
}
`;
const lengths = [64, 128, 256, 512];
const series = (name, ...ys) => ({ name, points: ys.map((y, i) => ({ x: lengths[i], y, spread: 0.05 })) });
const claim = (id, status, message = null) => (
  { id, text: id, paperValue: '', measured: 0.0123, spread: 0.004, unit: '', bound: '≤ 0.02', status, seconds: 1, message });
const record = (device, hash, claims) => JSON.stringify({
  implementation: 'alibi', hash, device, deviceName: 'A processor of some name @ 2.80GHz', library: 'libtorch 1', date: '2026-01-02', seed: 1, form: 'quick', seconds: 12, claims,
  figures: device === 'cpu' ? [{ id: 'lengths', title: 'Loss beyond the length of training', horizontalLabel: 'tokens', verticalLabel: 'loss (nats)', claim: 'C2',
    series: [series('ALiBi', 2.1, 2.08, 2.07, 2.06), series('sinusoidal', 2.1, 2.9, 3.8, 4.6), series('rotary', 2.1, 2.3, 2.9, 3.4)] }] : [],
});

let page;
before(async () => {
  const folder = await copyOfSources();
  const write = async (path, text) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };
  const lectern = async (...args) => (await promisify(execFile)(join(root, 'lectern'), args, { cwd: folder, maxBuffer: 1 << 26 })).stdout;
  await write('src/Implementations/Alibi/Alibi.cs', source);
  await write('tests/Implementations/Alibi/AlibiTests.cs', tests);
  const [{ hash }] = JSON.parse(await lectern('list', 'implementations', '--json'));
  await write('evidence/alibi/cpu.json', record('cpu', hash, [claim('C1', 'Passed'), claim('C2', 'Failed', 'Measured 0.03, not ≤ 0.02.')]));
  await write('evidence/alibi/cuda.json', record('cuda', 'other', [claim('C1', 'Passed')]));
  const out = join(await temporary('implementation'), 'out');
  await lectern('build', '--out', out);
  page = pathToFileURL(join(out, 'papers', 'alibi', 'index.html')).href;
});

const devices = [['desktop', { width: 1280, height: 900 }], ['phone', { width: 390, height: 844 }]];
const box = (locator) => locator.boundingBox();

describe('a paper with code', () => {
  for (const colorScheme of ['light', 'dark']) {
    for (const [device, viewport] of devices) {
      test(`holds nothing against WCAG 2.1 AA and is no wider than its window, ${colorScheme}, ${device}`, async () => {
        await withPage({ colorScheme, viewport }, async (p) => {
          await p.goto(page);
          await p.evaluate(() => { for (const details of document.querySelectorAll('details')) details.open = true; });
          assert.deepEqual(await violations(p), []);
          assert.ok(await p.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
          const [inner, outer] = await p.locator('[data-formula=eq-slopes] pre').evaluate((e) => [e.scrollWidth, e.clientWidth]);
          assert.ok(inner > outer, 'a long line scrolls in its own box');
        });
      });
    }
  }

  test('sets each formula beside its code on a desktop and above it on a phone', async () => {
    for (const [device, viewport] of devices) {
      await withPage({ viewport }, async (p) => {
        await p.goto(page);
        for (const name of ['eq-slopes', 'eq-bias']) {
          const [formula, code] = [await box(p.locator(`#${name}`)), await box(p.locator(`[data-formula=${name}]`))];
          if (device === 'phone') assert.ok(code.y >= formula.y + formula.height, name);
          else assert.ok(code.x >= formula.x + formula.width && code.y < formula.y + formula.height && code.y + code.height > formula.y - 400, name);
        }
      });
    }
  });

  test('lights up a formula with the code that computes it', async () => {
    await withPage({ viewport: devices[0][1] }, async (p) => {
      await p.goto(page);
      await p.locator('#eq-bias').hover();
      assert.deepEqual(await p.locator('.lit').evaluateAll((all) => all.map((e) => e.dataset.formula || e.id)), ['eq-bias', 'eq-bias']);
    });
  });

  test('says of every claim what became of it, without a script too', async () => {
    await withPage({ javaScriptEnabled: false, viewport: devices[1][1] }, async (p) => {
      await p.goto(page);
      assert.deepEqual(await p.locator('.claims .claim-state').allInnerTexts(), ['● passed', '◐ stale', '✕ failed', '○ not run']);
      await p.getByText('Measured 0.03, not ≤ 0.02.').waitFor();
    });
  });

  test('draws its figure so that no two texts overlap', async () => {
    for (const [, viewport] of devices) {
      await withPage({ viewport }, async (p) => {
        await p.goto(page);
        const boxes = await p.locator('#figure-lengths svg[role=img] text').evaluateAll((all) => all.map((e) => { const r = e.getBoundingClientRect(); return [r.left, r.top, r.right, r.bottom, e.textContent]; }));
        const overlapping = boxes.flatMap((a, i) => boxes.slice(i + 1).filter((b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]).map((b) => `${a[4]} / ${b[4]}`));
        assert.deepEqual(overlapping, []);
        assert.ok(boxes.length > 8);
      });
    }
  });

  test('opens the file at a departure, and copies the command that runs its tests', async () => {
    await withPage({ permissions: ['clipboard-read', 'clipboard-write'] }, async (p) => {
      await p.goto(page);
      await p.locator('.departures a').click();
      await p.locator('.source .dp').waitFor({ state: 'visible' });
      await p.getByRole('button', { name: 'Copy the command' }).click();
      await p.getByRole('button', { name: 'Copied' }).waitFor();
    });
  });
});
