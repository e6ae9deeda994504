// The engine without its page, as tests drive it.
export { analyze } from './analysis/analyzer.js';
export { print } from './queries/expression.js';
export { parse } from './queries/parser.js';
export { Index } from './index/index.js';
export { complete } from './results/complete.js';
export { facets, search } from './results/search.js';
