// One JSON request a line in, one JSON answer a line out: {id, tex, display} to {id, html} or {id, error}.
import { createInterface } from 'node:readline';
import katex from 'katex';

const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
process.stdout.write(JSON.stringify({ version: katex.version }) + '\n');

lines.on('line', line => {
  const { id, tex, display } = JSON.parse(line);
  let answer;
  try {
    const html = katex.renderToString(tex, {
      displayMode: display,
      output: 'htmlAndMathml',
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxSize: 100,
      maxExpand: 1000,
    });
    answer = { id, html };
  } catch (error) {
    answer = { id, error: error instanceof katex.ParseError ? error.rawMessage ?? error.message : String(error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
});
