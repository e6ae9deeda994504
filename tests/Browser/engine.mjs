// The engine of the search page as a module, and the index of the repository's own site.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, root, temporary } from './site.mjs';

const assets = join(root, 'src', 'Site', 'assets');

let compiled;
export const engine = () => (compiled ??= (async () => {
  const esbuild = createRequire(join(assets, 'package.json'))('esbuild');
  const outfile = join(await temporary('engine'), 'engine.mjs');
  await esbuild.build({ entryPoints: [join(assets, 'search', 'engine.ts')], outfile, bundle: true, format: 'esm', logLevel: 'warning' });
  return import(pathToFileURL(outfile).href);
})());

export const data = async (name) => JSON.parse(await readFile(join(root, 'tests', 'Search', name), 'utf8'));

/** Opens the exported index; `loaded` collects the names of the files that were read. */
export async function openIndex(loaded = []) {
  const { folder } = await build();
  const { Index } = await engine();
  return Index.open(async (name) => {
    loaded.push(name);
    const script = await readFile(join(folder, 'search', `${name}.js`), 'utf8');
    let value;
    new Function('lecternShard', script)((called, given) => { if (called === name) value = given; });
    return value;
  });
}

/** The places of a problem and what is proposed, as the vectors have them. */
export const brief = (problem) => `${problem.code}[${problem.start},${problem.length}] ${problem.suggestion ?? ''}`.trimEnd();
