namespace Lectern.Cli;

/// <summary>
/// Where results and messages go. Results are plain text on standard output; colour and moving progress only where a
/// person looks at it.
/// </summary>
internal sealed class Terminal(TextWriter output, TextWriter error, bool color = false, bool moving = false, int width = 100)
{
    private const string Accent = "\e[38;5;131m";
    private const string Quiet = "\e[2m";
    private const string Strong = "\e[1m";
    private const string Reset = "\e[0m";
    private const string ClearLine = "\r\e[2K";

    private bool _progressShown;

    public TextWriter Out => output;

    public TextWriter Error => error;

    public int Width => width;

    public static Terminal OfConsole(TextWriter output, TextWriter error)
    {
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new(
            output, error,
            color: !plain && !Console.IsOutputRedirected && !Console.IsErrorRedirected,
            moving: !plain && !Console.IsErrorRedirected,
            width: Console.IsOutputRedirected ? 100 : WindowWidth());
    }

    public string InAccent(string text) => color ? Accent + text + Reset : text;

    public string InQuiet(string text) => color ? Quiet + text + Reset : text;

    /// <summary>What stands before and behind strong text.</summary>
    public (string Open, string Close) StrongMarks => color ? (Strong, Reset) : ("", "");

    public string InStrong(string text) => color ? Strong + text + Reset : text;

    /// <summary>A line of result.</summary>
    public void Line(string text = "") => output.WriteLine(text);

    /// <summary>A line of message.</summary>
    public void Note(string text)
    {
        ClearProgress();
        error.WriteLine(text);
    }

    /// <summary>One line that moves with the work, or one line per step where output goes to a file.</summary>
    public void Progress(string text)
    {
        if (!moving)
        {
            error.WriteLine(text);
            return;
        }

        error.Write(ClearLine + text[..Math.Min(text.Length, width - 1)]);
        error.Flush();
        _progressShown = true;
    }

    public void ClearProgress()
    {
        if (_progressShown)
            error.Write(ClearLine);
        _progressShown = false;
    }

    private static int WindowWidth()
    {
        try
        {
            return Math.Clamp(Console.WindowWidth, 40, 160);
        }
        catch (IOException)
        {
            return 100;
        }
    }
}
