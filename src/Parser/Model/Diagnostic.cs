namespace Lectern.Model;

public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>
/// One finding: a code of <see cref="DiagnosticCodes"/>, its place, what was found, what was expected there and what
/// to write instead. Printed as <c>file:line:column: severity LECxxxx: message</c> so that editors can jump.
/// </summary>
public sealed record Diagnostic(
    DiagnosticCode Code, string Path, SourceRange At, string Message, string? Expected = null, string? Suggestion = null)
{
    public Severity Severity => Code.Severity;

    public override string ToString() => $"{Path}:{At.Line}:{At.Column}: {Severity.ToString().ToLowerInvariant()} {Code.Id}: {Message}";
}

/// <summary>A kind of finding, described once for the reference page of all codes.</summary>
public sealed record DiagnosticCode(string Id, string Name, Severity Severity, string Description);
