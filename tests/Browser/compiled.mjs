// The engine of the search page as a module.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readFile } from 'node:fs/promises';

const assets = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'src', 'Site', 'assets');

/** Compiled into a folder. */
export async function compile(folder) {
  const esbuild = createRequire(join(assets, 'package.json'))('esbuild');
  const outfile = join(folder, 'engine.mjs');
  await esbuild.build({ entryPoints: [join(assets, 'search', 'engine.ts')], outfile, bundle: true, format: 'esm', logLevel: 'warning' });
  return import(pathToFileURL(outfile).href);
}

/** Reads files of an exported index from a site, as a page would. */
export const loader = (site) => async (name) => {
  const script = await readFile(join(site, 'search', `${name}.js`), 'utf8');
  let value;
  new Function('lecternShard', script)((called, given) => { if (called === name) value = given; });
  return value;
};
