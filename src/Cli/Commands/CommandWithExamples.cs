using System.CommandLine;

namespace Lectern.Cli.Commands;

/// <summary>A command whose help ends with lines to copy.</summary>
internal sealed class CommandWithExamples(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}
