using System.CommandLine;

namespace Lectern.Cli.Commands;

/// <summary>Options that several commands share. Each command gets its own: an option belongs to one parent.</summary>
internal static class CommandOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON" };

    public static Option<bool> Strict() => new("--strict") { Description = "Let warnings fail as well" };

    public static Option<string[]> Source() => new("--source")
    {
        Description = "Folder or file to read; may be given more than once (default: the knowledge base around this folder)",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
        DefaultValueFactory = _ => [],
    };

    public static Option<string?> Index() => new("--index") { Description = "Folder of the search index (default: in the cache)", HelpName = "DIR" };

    public static Option<string?> Base() => new("--base") { Description = "Address at which the site will stand", HelpName = "URL" };

    public static Argument<string[]> Paths(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.OneOrMore };
}
