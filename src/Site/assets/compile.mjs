// Checks the search script and makes one file of it: `node compile.mjs OUT`. Browsers open modules only over http, so it is a plain script.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

execFileSync(process.execPath, [here('node_modules/typescript/bin/tsc'), '--project', here('search')], { stdio: 'inherit' });
await build({ entryPoints: [here('search/main.ts')], outfile: process.argv[2], bundle: true, format: 'iife', target: 'es2022', minify: true, charset: 'utf8', logLevel: 'warning' });
