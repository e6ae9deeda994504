using System.Globalization;
using Lectern.Identifiers;

namespace Lectern.Parser.Tests.Identifiers;

public sealed class ZettelIdTests
{
    private static readonly DateTime[] Century = [.. Enumerable.Range(0, 36_525).Select(day => new DateTime(2000, 1, 1).AddDays(day))];

    [Fact]
    public void EveryDayOfTheCenturyIsAmongTheAnswersToItsDigits()
    {
        var missed = Century.Where(day => !Decode(ZettelId.EncodeDay(day)).Contains(day));
        Assert.Empty(missed);
    }

    /// <summary>Two more codes fit both ends of the century: two digits do not tell ISO year 1999 from 2099.</summary>
    [Fact]
    public void NinetyEightCodesOfTheCenturyFitTwoNeighbouringYears()
    {
        var ambiguous = Century.Select(ZettelId.EncodeDay).Distinct().Select(Decode).Where(days => days.Count > 1).ToList();
        Assert.All(ambiguous, days => Assert.Equal(2, days.Count));
        Assert.Equal(98, ambiguous.Count(days => days[1].Year - days[0].Year == 1));
        Assert.Equal(["60099", "70199"], ambiguous.Where(days => days[1].Year - days[0].Year != 1).Select(days => ZettelId.EncodeDay(days[0])));
    }

    /// <summary>A reader that takes the two digits for the calendar year is wrong on so many days.</summary>
    [Fact]
    public void TheIsoYearIsNotTheCalendarYearOn171Days() =>
        Assert.Equal(171, Century.Count(day => int.Parse(ZettelId.EncodeDay(day)[3..], CultureInfo.InvariantCulture) != day.Year % 100));

    [Theory]
    [InlineData("z:1614.65222.55506", "2022-12-31T16:14")]
    [InlineData("z:1125.23023.45031", "2023-07-25T11:25")]
    [InlineData("z:1125.23023.88829", "2023-07-25T11:25")]
    [InlineData("z:1125.23023.70763", "2023-07-25T11:25")]
    [InlineData("z:1125.23023.64564", "2023-07-25T11:25")]
    [InlineData("z:1125.23023.23147", "2023-07-25T11:25")]
    [InlineData("z:1125.23023.12728", "2023-07-25T11:25")]
    [InlineData("z:1136.43023.31142", "2023-07-27T11:36")]
    [InlineData("z:0056.73123.99603", "2023-07-30T00:56")]
    [InlineData("z:1821.40624.10914", "2024-02-15T18:21")]
    [InlineData("z:0710.60624.63206", "2024-02-17T07:10")]
    public void AnIdentifierNamesOneMinute(string text, string time)
    {
        var id = ZettelId.TryParse(text)!;
        Assert.Equal(DateTime.Parse(time, CultureInfo.InvariantCulture), Assert.Single(id.Candidates));
        Assert.Equal(id.Candidates[0], id.Time);
        Assert.Equal(text, id.Text);
    }

    [Fact]
    public void OfTwoAnswersTheEarlierIsShown()
    {
        var id = ZettelId.TryParse("z:0900.70126.00001")!;
        Assert.Equal([new(2026, 1, 4, 9, 0, 0), new(2027, 1, 3, 9, 0, 0)], id.Candidates);
        Assert.Equal(id.Candidates[0], id.Time);
    }

    [Theory]
    [InlineData("z:2400.23023.00001")]
    [InlineData("z:1260.23023.00001")]
    [InlineData("z:1200.03023.00001")]
    [InlineData("z:1200.83023.00001")]
    [InlineData("z:1200.25423.00001")]
    [InlineData("z:1200.50021.00001")]
    public void DigitsThatNameNoMinuteHaveNoTime(string text) => Assert.Null(ZettelId.TryParse(text)!.Time);

    [Theory]
    [InlineData("")]
    [InlineData("z:")]
    [InlineData("1125.23023.45031")]
    [InlineData("z:1125.23023.4503")]
    [InlineData("z:1125.23023.450311")]
    [InlineData("z:1125-23023-45031")]
    [InlineData("z:1125.23o23.45031")]
    [InlineData("z:1125.2302٣.45031")]
    [InlineData("Z:1125.23023.45031")]
    public void AnythingElseIsNoIdentifier(string text) => Assert.Null(ZettelId.TryParse(text));

    private static IReadOnlyList<DateTime> Decode(string code) => ZettelId.TryParse($"z:0000.{code}.00000")!.Candidates;
}
