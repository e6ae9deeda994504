// Takes the picture of the README again: npm run picture.
import { mkdir } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { address, close, root, withPage } from './site.mjs';

const file = join(root, 'docs', 'paper-page.png');
try {
  await mkdir(join(root, 'docs'), { recursive: true });
  await withPage({ viewport: { width: 1280, height: 1020 }, colorScheme: 'light' }, async (page) => {
    await page.goto(await address('papers/attention/index.html', 'file'));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: file });
  });
  try {
    execFileSync('pngquant', ['--force', '--strip', '--quality', '70-95', '--output', file, file]);
  } catch (problem) {
    if (problem.code !== 'ENOENT') throw problem;
    console.error('pngquant is not here; the picture is larger than it need be');
  }
} finally {
  await close();
}
