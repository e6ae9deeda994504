namespace Lectern.Mutations;

/// <summary>A small change of an implementation that its tests have to notice.</summary>
/// <param name="Path">The file it changes, from the root of the repository.</param>
/// <param name="Sentence">What is wrong with the changed code.</param>
/// <param name="Explanation">Why no test can notice it; null for the others.</param>
public sealed record Mutant(string Id, string Path, int Start, string Find, string Replace, string Sentence, string? Explanation = null)
{
    public string Apply(string text) => text[..Start] + Replace + text[(Start + Find.Length)..];
}

public enum Fate
{
    Killed,
    TimedOut,
    Survived,

    /// <summary>The changed code does not compile, so it is no mutant.</summary>
    NotCompiled,
}

/// <param name="By">The test that noticed it.</param>
public sealed record Outcome(Mutant Mutant, Fate Fate, string? By, double Seconds)
{
    public bool Noticed => Fate is Fate.Killed or Fate.TimedOut;
}
