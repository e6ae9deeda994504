using System.CommandLine;
using Lectern.Cli.Sites;
using Lectern.Site;

namespace Lectern.Cli.Commands;

/// <summary>The options of a command that makes a site.</summary>
internal sealed class SiteOptions
{
    private const string DefaultOutput = "_site";

    private readonly Option<string[]> _source = CommandOptions.Source();
    private readonly Option<string> _output = new("--out") { Description = "Folder of the site", HelpName = "DIR", DefaultValueFactory = _ => DefaultOutput };
    private readonly Option<string?> _base = CommandOptions.Base();
    private readonly Option<bool> _bare = new("--no-search") { Description = "Leave search out of the site" };
    private readonly Option<bool> _strict = CommandOptions.Strict();

    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_source, _output, _base, _bare, _strict])
            command.Add(option);
    }

    public SiteRequest Read(ParseResult result)
    {
        var address = result.GetValue(_base);
        RequireAddress(address);
        return new(result.GetValue(_source)!, result.GetValue(_output)!, address, !result.GetValue(_bare), result.GetValue(_strict));
    }

    public static void RequireAddress(string? address)
    {
        if (address is not null && new SiteSettings().WithBase(address).Base is null)
            throw new CommandException($"--base: '{address}' is not an http or https address", ExitCode.Usage, "lectern build --base https://example.org/reading/");
    }
}
