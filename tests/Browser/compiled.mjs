// The engine of the search page as a module.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readFile } from 'node:fs/promises';

const assets = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'Site', 'assets');

/** Compiled into a folder, and given; `iife` is a plain script for a page, which calls it `engine`. */
export async function compile(folder, format = 'esm') {
  const esbuild = createRequire(join(assets, 'package.json'))('esbuild');
  const outfile = join(folder, format === 'esm' ? 'engine.mjs' : 'engine.js');
  await esbuild.build({ entryPoints: [join(assets, 'search', 'engine.ts')], outfile, bundle: true, format, globalName: 'engine', logLevel: 'warning' });
  return format === 'esm' ? import(pathToFileURL(outfile).href) : undefined;
}

/** Reads files of an exported index from a site, as a page would. */
export const loader = (site) => async (name) => {
  const script = await readFile(join(site, 'search', `${name}.js`), 'utf8');
  let value;
  new Function('lecternShard', script)((called, given) => { if (called === name) value = given; });
  return value;
};
