/** Edits between two words, swaps of neighbours included (optimal string alignment); more than `most` is not told apart. */
export function editsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let edits = Math.min(Math.min(current[j - 1]!, previous[j]!) + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) edits = Math.min(edits, before[j - 2]! + 1);
      current.push(edits);
      least = Math.min(least, edits);
    }
    if (least > most) return most + 1;
    [before, previous] = [previous, current];
  }
  return previous[b.length]!;
}

/** The candidate nearest to a word; undefined where none is near. */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const allowed = Math.max(1, Math.floor(word.length / 3));
  return candidates
    .map((text) => ({ text, edits: word.length >= 3 && text.includes(word) ? 1 : editsBetween(word, text, allowed) }))
    .filter((c) => c.edits <= allowed)
    .sort((a, b) => a.edits - b.edits || a.text.length - b.text.length || (a.text < b.text ? -1 : 1))[0]?.text;
}
