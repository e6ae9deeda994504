namespace Lectern.Search.Tests.Support;

/// <summary>
/// Lucene's count of sloppy matches of different terms. Each term is at a place, its position less its place in the phrase.
/// The term furthest behind moves on until it passes the next one; the distance from where it last stood before that to the
/// term furthest ahead is a match if it is at most the slop, and then counts 1 / (distance + 1).
/// </summary>
internal static class SloppyPhrase
{
    public static double Frequency(List<List<int>> places, int[] offsets, int slop)
    {
        var at = new int[places.Count];
        var end = places.Max(p => p[0]);
        var frequency = 0.0;
        while (true)
        {
            var behind = Enumerable.Range(0, at.Length).OrderBy(i => places[i][at[i]]).ThenBy(i => offsets[i]).ToList();
            var (first, next) = (behind[0], places[behind[1]][at[behind[1]]]);
            var (start, ended) = (places[first][at[first]], false);
            while (places[first][at[first]] <= next)
            {
                start = places[first][at[first]];
                if (++at[first] == places[first].Count)
                {
                    ended = true;
                    break;
                }
            }

            if (end - start <= slop)
                frequency += 1.0 / (end - start + 1);
            if (ended)
                return frequency;
            end = Math.Max(end, places[first][at[first]]);
        }
    }
}
