using Lectern.Code.Source;
using Lectern.Mutations;

namespace Lectern.Site.Tests.Repository;

public sealed class MutantTests
{
    private static readonly CodeFile File = CodeReader.Read("src/Implementations/Toy/Toy.cs", """
        class Toy
        {
            double Before(double x) => x + 1;
            #region eq-double
            double Double(double x, bool y = true) => x < 2.5 ? -x : x * 3 + x; // 1 + 1
            #endregion
        }
        """);

    [Fact]
    public void OperatorsAndConstantsOfRegionsAreFlippedAndNothingElse() => Assert.Equal(
        ["true false", "< <=", "2.5 3.5", "2.5 1.5", "- ", "* /", "3 4", "3 2", "+ -"],
        OperatorFlips.Of(File).Select(mutant => $"{mutant.Find} {mutant.Replace}"));

    [Fact]
    public void AMutantDiffersFromTheTextInItsPlaceOnly()
    {
        var flip = OperatorFlips.Of(File).Single(mutant => mutant.Find == "*");
        Assert.Equal(File.Text.Replace("x * 3", "x / 3"), flip.Apply(File.Text));
        Assert.Equal(("eq-double#6", "* becomes / in 'x * 3 + x'"), (flip.Id, flip.Sentence));
    }

    [Fact]
    public void TheReportCountsWhatCompilesAndNamesWhatSurvives()
    {
        Mutant mutant = new("m1", "Toy.cs", 0, "a", "b", "A | b.", "It is the same.");
        var report = new Report("toy", "hash",
        [
            new(mutant, Fate.Survived, null, 1), new(mutant with { Id = "m2" }, Fate.Killed, "C1_Doubles", 1),
            new(mutant with { Id = "m3" }, Fate.TimedOut, null, 1), new(mutant with { Id = "m4" }, Fate.NotCompiled, null, 0),
        ]);
        Assert.Equal("toy: 2 of 3 mutants killed (66.7 %), 1 do not compile", report.Summary);
        Assert.Contains("## Survivors\n\n| mutant | change | why |\n|--|--|--|\n| `m1` | A \\| b. | It is the same. |\n\n## All", report.Markdown());
    }
}
