/** How often terms stand together in a document: `places` are those of each term less its own place in the phrase, ascending. */
export const frequency = (places: readonly Int32Array[], slop: number) => (slop === 0 ? exact(places) : sloppy(places, slop));

function exact([first, ...others]: readonly Int32Array[]): number {
  const rest = others.map((o) => new Set(o));
  return first!.reduce((sum, place) => sum + (rest.every((o) => o.has(place)) ? 1 : 0), 0);
}

/** Of all terms the one that stands least is moved on until it passes the next; each such round may be a match. */
function sloppy(places: readonly Int32Array[], slop: number): number {
  const stands = places.map(() => 0);
  const place = (term: number) => places[term]![stands[term]!]!;
  let end = Math.max(...places.map((_, term) => place(term)));
  let sum = 0;
  for (let isLast = false; !isLast;) {
    let [least, next] = [0, Infinity];
    for (let term = 1; term < places.length; term++) {
      if (place(term) < place(least)) [next, least] = [place(least), term];
      else next = Math.min(next, place(term));
    }
    let start = place(least);
    while (!isLast && place(least) <= next) {
      start = place(least);
      stands[least]!++;
      isLast = stands[least]! >= places[least]!.length;
    }
    if (end - start <= slop) sum += 1 / (end - start + 1);
    if (!isLast) end = Math.max(end, place(least));
  }
  return sum;
}
