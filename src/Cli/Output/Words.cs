namespace Lectern.Cli.Output;

internal static class Words
{
    public static string Count(int number, string noun) => $"{number} {noun}{(number == 1 ? "" : "s")}";
}
