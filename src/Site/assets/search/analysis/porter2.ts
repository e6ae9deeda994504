// The English stemmer that Martin Porter published as Porter2, for words of a–z. The names of the steps are those of the
// publication (snowballstem.org/algorithms/english/stemmer.html). A word has no apostrophe here, so step 0 is empty.

const exceptions = new Map<string, string>(Object.entries({
  skis: 'ski', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', idly: 'idl', gently: 'gentl', ugly: 'ugli',
  early: 'earli', only: 'onli', singly: 'singl', sky: 'sky', news: 'news', howe: 'howe', atlas: 'atlas', cosmos: 'cosmos',
  bias: 'bias', andes: 'andes',
}));
const after1a = new Set<string>(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);

/** Longest first where one ends another. */
const step2Suffixes = [
  ['ational', 'ate'], ['ization', 'ize'], ['fulness', 'ful'], ['ousness', 'ous'], ['iveness', 'ive'], ['tional', 'tion'],
  ['lessli', 'less'], ['biliti', 'ble'], ['entli', 'ent'], ['ation', 'ate'], ['alism', 'al'], ['aliti', 'al'],
  ['fulli', 'ful'], ['ousli', 'ous'], ['iviti', 'ive'], ['enci', 'ence'], ['anci', 'ance'], ['abli', 'able'],
  ['izer', 'ize'], ['ator', 'ate'], ['alli', 'al'], ['bli', 'ble'], ['ogi', 'og'], ['li', ''],
] as const;
const step3Suffixes = [
  ['ational', 'ate'], ['tional', 'tion'], ['alize', 'al'], ['icate', 'ic'], ['iciti', 'ic'], ['ative', ''],
  ['ical', 'ic'], ['ness', ''], ['ful', ''],
] as const;
const step4Suffixes = [
  'ement', 'ance', 'ence', 'able', 'ible', 'ment', 'ant', 'ent', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'ion', 'al', 'er', 'ic',
];

export function stem(word: string): string {
  if (word.length <= 2) return word;
  const known = exceptions.get(word);
  if (known !== undefined) return known;
  word = markConsonantY(word);
  const r1 = firstRegion(word);
  const r2 = region(word, r1);
  word = step1a(word);
  if (after1a.has(word)) return word;
  word = step1c(step1b(word, r1));
  word = step4(step3(step2(word, r1), r1, r2), r2);
  return step5(word, r1, r2).replace(/Y/g, 'y');
}

const isVowel = (c: string | undefined) => c !== undefined && 'aeiouy'.includes(c);
const hasVowel = (word: string) => /[aeiouy]/.test(word);

/** A `y` at the start or after a vowel is a consonant, written `Y`. */
function markConsonantY(word: string): string {
  if (!word.includes('y')) return word;
  let marked = '';
  for (const c of word) marked += c === 'y' && (marked === '' || isVowel(marked.at(-1))) ? 'Y' : c;
  return marked;
}

function firstRegion(word: string): number {
  const prefix = ['gener', 'commun', 'arsen'].find((p) => word.startsWith(p));
  return prefix ? prefix.length : region(word, 0);
}

/** Where the text after the first consonant that follows a vowel begins. */
function region(word: string, from: number): number {
  for (let i = from + 1; i < word.length; i++)
    if (!isVowel(word[i]) && isVowel(word[i - 1])) return i + 1;
  return word.length;
}

function endsShort(word: string): boolean {
  if (word.length < 2) return false;
  const [before, vowel, last] = [word.at(-3), word.at(-2), word.at(-1)!];
  if (word.length === 2) return isVowel(vowel) && !isVowel(last);
  return !isVowel(before) && isVowel(vowel) && !isVowel(last) && !'wxY'.includes(last);
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1);
  if (word.endsWith('us') || word.endsWith('ss') || !word.endsWith('s')) return word;
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word;
}

function step1b(word: string, r1: number): string {
  const eed = ['eedly', 'eed'].find((s) => word.endsWith(s));
  if (eed) return word.length - eed.length >= r1 ? word.slice(0, -eed.length) + 'ee' : word;
  const suffix = ['ingly', 'edly', 'ing', 'ed'].find((s) => word.endsWith(s));
  if (!suffix || !hasVowel(word.slice(0, -suffix.length))) return word;
  word = word.slice(0, -suffix.length);
  if (/(?:at|bl|iz)$/.test(word)) return word + 'e';
  if (/([bdfgmnprt])\1$/.test(word)) return word.slice(0, -1);
  return r1 >= word.length && endsShort(word) ? word + 'e' : word;
}

const step1c = (word: string) => (word.length > 2 && /[yY]$/.test(word) && !isVowel(word.at(-2)) ? word.slice(0, -1) + 'i' : word);

function step2(word: string, r1: number): string {
  const found = step2Suffixes.find(([suffix]) => word.endsWith(suffix));
  if (!found) return word;
  const [suffix, replacement] = found;
  const left = word.slice(0, -suffix.length);
  if (left.length < r1) return word;
  if (suffix === 'ogi') return left.endsWith('l') ? left + replacement : word;
  if (suffix === 'li') return /[cdeghkmnrt]$/.test(left) ? left : word;
  return left + replacement;
}

function step3(word: string, r1: number, r2: number): string {
  const found = step3Suffixes.find(([suffix]) => word.endsWith(suffix));
  if (!found) return word;
  const [suffix, replacement] = found;
  const left = word.length - suffix.length;
  return left < r1 || (suffix === 'ative' && left < r2) ? word : word.slice(0, left) + replacement;
}

function step4(word: string, r2: number): string {
  const suffix = step4Suffixes.find((s) => word.endsWith(s));
  if (!suffix) return word;
  const left = word.length - suffix.length;
  return left < r2 || (suffix === 'ion' && !'st'.includes(word[left - 1] ?? ' ')) ? word : word.slice(0, left);
}

function step5(word: string, r1: number, r2: number): string {
  const left = word.length - 1;
  if (word.endsWith('e')) return left >= r2 || (left >= r1 && !endsShort(word.slice(0, left))) ? word.slice(0, left) : word;
  return word.endsWith('ll') && left >= r2 ? word.slice(0, left) : word;
}
