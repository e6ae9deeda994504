import { Index } from '../index/index.js';
import { IndexError } from '../index/shards.js';
import { el, root } from './dom.js';

declare global {
  interface Window {
    lecternShard: (name: string, value: unknown) => void;
  }
}

const awaited = new Map<string, (value: unknown) => void>();

window.lecternShard = (name, value) => awaited.get(name)?.(value);

/** Loads a file of the index as a script, which works from a folder too. */
function load(name: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    awaited.set(name, resolve);
    const script = el('script', { src: `${root}search/${name}.js` });
    const done = () => {
      script.remove();
      awaited.delete(name);
      reject(new IndexError(`search/${name}.js cannot be read`));
    };
    script.addEventListener('load', done);
    script.addEventListener('error', done);
    document.head.append(script);
  });
}

let index: Promise<Index> | undefined;

/** The index of this site; what could not be loaded is tried again the next time. */
export async function openIndex(): Promise<Index> {
  try {
    return await (index ??= Index.open(load));
  } catch (e) {
    index = undefined;
    throw e;
  }
}
