namespace Lectern.Site.Views;

/// <summary>Numbers and dates as a sentence says them.</summary>
internal static class Words
{
    private static readonly string[] Small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static string Number(int number) => number < Small.Length ? Small[number] : number.ToString("N0");

    public static string Count(int number, string singular, string? plural = null) =>
        $"{number:N0} {(number == 1 ? singular : plural ?? singular + "s")}";

    /// <summary>25 July 2023</summary>
    public static string Day(DateTime time) => time.ToString("d MMMM yyyy");

    /// <summary>25 July 2023, 11:25</summary>
    public static string Moment(DateTime time) => time.ToString("d MMMM yyyy, HH:mm");

    /// <summary>25 July, 11:25</summary>
    public static string DayOfYear(DateTime time) => time.ToString("d MMMM, HH:mm");

    /// <summary>", and once more", ", and twice more", ", and three times more"; empty for none.</summary>
    public static string More(int times) => times switch
    {
        0 => "",
        1 => ", and once more",
        2 => ", and twice more",
        _ => $", and {Number(times)} times more",
    };
}
