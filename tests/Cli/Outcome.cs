namespace Lectern.Cli.Tests;

/// <summary>The command, run here.</summary>
internal sealed record Outcome(int Code, string Out, string Error)
{
    public static async Task<Outcome> Of(string folder, params string[] args) => await Of(folder, CancellationToken.None, args);

    public static async Task<Outcome> Of(string folder, CancellationToken cancel, params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await LecternApp.Run(args, output, error, folder, cancel);
        return new(code, output.ToString(), error.ToString());
    }
}
