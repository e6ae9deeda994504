namespace Lectern.Identifiers;

/// <summary>
/// <c>z:HHMM.uUUgg.rrrrr</c>: a local time, the ISO weekday (7 = Sunday), the week of the year counted from Sunday, the
/// last two digits of the ISO year, and five random digits.
/// </summary>
/// <remarks>
/// The digits do not always name one day: at the turn of a year the ISO year and the calendar year differ, and 98 codes
/// of this century fit two neighbouring years (two more fit both ends of it). All answers are kept, earliest first.
/// </remarks>
public sealed record ZettelId(string Text, IReadOnlyList<DateTime> Candidates)
{
    /// <summary>The first candidate; null where the digits fit no date.</summary>
    public DateTime? Time => Candidates.Count > 0 ? Candidates[0] : null;

    /// <summary>Reads <c>z:1125.23023.45031</c>; null where the text has not that form.</summary>
    public static ZettelId? TryParse(ReadOnlySpan<char> text)
    {
        if (text.Length != 18 || !text.StartsWith("z:") || text[6] != '.' || text[12] != '.')
            return null;
        for (var i = 2; i < text.Length; i++)
        {
            if (i is not (6 or 12) && !char.IsAsciiDigit(text[i]))
                return null;
        }

        return new(text.ToString(), Decode(text[2..6], text[7..12]));
    }

    /// <summary>The five digits <c>uUUgg</c> of a date.</summary>
    public static string EncodeDay(DateTime day)
    {
        var weekday = (int)day.DayOfWeek;
        var sundayWeek = (day.DayOfYear + 6 - weekday) / 7;
        var isoYear = System.Globalization.ISOWeek.GetYear(day);
        return $"{(weekday == 0 ? 7 : weekday)}{sundayWeek:00}{isoYear % 100:00}";
    }

    private static DateTime[] Decode(ReadOnlySpan<char> clock, ReadOnlySpan<char> code)
    {
        var (hour, minute) = (int.Parse(clock[..2]), int.Parse(clock[2..]));
        var (weekday, week, isoYear) = (code[0] - '0', int.Parse(code[1..3]), int.Parse(code[3..]));
        if (hour > 23 || minute > 59 || weekday is < 1 or > 7 || week > 53)
            return [];
        var found = new List<DateTime>(2);
        for (var shift = 99; shift <= 101; shift++)
        {
            var candidateYear = 2000 + (isoYear + shift) % 100;
            var newYear = new DateTime(candidateYear, 1, 1);
            var firstSunday = newYear.AddDays((7 - (int)newYear.DayOfWeek) % 7);
            var day = firstSunday.AddDays(7 * (week - 1) + weekday % 7);
            if (day.Year == candidateYear && code.SequenceEqual(EncodeDay(day)))
                found.Add(day.AddHours(hour).AddMinutes(minute));
        }

        found.Sort();
        return [.. found];
    }
}
