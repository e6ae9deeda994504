// The engine of the search page as a module, and the index of the repository's own site.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile, loader } from './compiled.mjs';
import { build, root, temporary } from './site.mjs';

let compiled;
export const engine = () => (compiled ??= temporary('engine').then(compile));

export const data = async (name) => JSON.parse(await readFile(join(root, 'tests', 'Search', name), 'utf8'));

/** Opens the exported index; `loaded` collects the names of the files that were read. */
export async function openIndex(loaded = []) {
  const load = loader((await build()).folder);
  const { Index } = await engine();
  return Index.open((name) => {
    loaded.push(name);
    return load(name);
  });
}

/** The places of a problem and what is proposed, as the vectors have them. */
export const brief = (problem) => `${problem.code}[${problem.start},${problem.length}] ${problem.suggestion ?? ''}`.trimEnd();
