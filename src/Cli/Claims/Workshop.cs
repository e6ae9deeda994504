using Lectern.Catalog;
using Lectern.Cli.Commands;
using Lectern.Cli.Sources;
using Lectern.Code;

namespace Lectern.Cli.Claims;

/// <summary>The implementations of the knowledge base around the working folder.</summary>
internal sealed class Workshop
{
    public Workshop(CommandContext context)
    {
        Root = SourceFolder.Around(context.WorkingFolder);
        All = new ImplementationReader(Root).Read();
    }

    public string Root { get; }

    public IReadOnlyList<Implementation> All { get; }

    /// <summary>By the id of the paper, or by the name of the class.</summary>
    public Implementation Find(string name, string command)
    {
        if (All.FirstOrDefault(i => string.Equals(i.Name, name, StringComparison.OrdinalIgnoreCase) || string.Equals(i.TypeName, name, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        var near = Closest.To(name, All.Select(i => i.Name), 3);
        throw new CommandException($"no paper is implemented under the name '{name}'", ExitCode.Failed,
            near.Count > 0 ? [.. near.Select(n => $"lectern {command} {n}")] : ["lectern list implementations"]);
    }

    public string RecordPath(Implementation implementation, string device) =>
        Path.Combine(Root, ImplementationReader.Evidence, implementation.Name, device + ".json");

    /// <summary>For completions: the names there are, or none where there is no knowledge base.</summary>
    public static IEnumerable<string> Suggest(CommandContext context)
    {
        try
        {
            return new Workshop(context).All.Select(i => i.Name);
        }
        catch (Exception e) when (e is CommandException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
