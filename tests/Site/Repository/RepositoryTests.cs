using Lectern.Evidence;

namespace Lectern.Site.Tests.Repository;

public sealed class RepositoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public RepositoryTests()
    {
        Write("papers/toys.md", "- [(TOY) On Doubling](https://arxiv.org/abs/1901.00002)\n");
        Write("notes/toy.md", "---\ntitle: Toy\npaper: toy\n---\n\n$$ y = 2x $$ {#eq-double}\n");
        Write("src/Implementations/Toy/Toy.cs", """
            // A toy. On Doubling, arXiv:1901.00002v1. Read with notes/toy.md. Checked by: ToyTests.
            namespace Lectern.Implementations.Toy;
            public static class Toy
            {
                #region eq-double
                public static double Double(double x) => 2 * x;
                #endregion
            }
            """);
        Write("tests/Implementations/Toy/ToyTests.cs", "class ToyTests { [Claim(\"It doubles.\", Paper = \"2\")] public void C1_Doubles() { } }");
        Write("tests/Mutations/toy.yml", string.Concat(Enumerable.Range(1, Agreement.FewestMutants).Select(i => $"- id: m{i}\n  find: 2 * x\n  replace: {i + 2} * x\n  sentence: Another factor.\n")));
        Record("toy", "cpu", "C1");
    }

    [Fact]
    public void TheRepositoryAgreesWithItself() => Assert.Equal("", string.Join('\n', Agreement.Disagreements(Root.Path)));

    [Fact]
    public void WhatBearsOneNameEverywhereAgrees() => Assert.Empty(Agreement.Disagreements(_folder.Path));

    [Fact]
    public void EveryDisagreementIsReportedAtOnce()
    {
        Write("src/Implementations/Toy/Toy.cs", """
            // A toy.
            namespace Toys;
            public static class Toy
            {
                #region eq-treble
                public static double Double(double x) => 3 * x;
                #endregion

                // Same as Tay.Double except: nothing
                public static double Again(double x) => 2 * x;
            }
            """ + new string('\n', Agreement.MostLines) + "// the end\n");
        Write("src/Implementations/Tay/Tay.cs", "// arXiv, notes/tay.md, TayTests\nnamespace Lectern.Implementations.Tay;\nclass Tay { double Double(double x) => 3 * x; }\n");
        Write("tests/Implementations/Toy/ToyTests.cs", "class ToyTests { [Claim(\"It doubles.\")] public void Doubles() { } [Claim(\"A\", Paper = \"1\")] public void C3_A() { } }");
        Write("tests/Implementations/Other/OtherTests.cs", "");
        Write("tests/Mutations/toy.yml", "- id: m1\n  find: 2 + x\n  sentence: Gone.\n- id: eq-treble#9\n  survives: It is none.\n");
        Record("toy", "cuda", "C7");
        Record("gone", "cpu", "C1");
        Write("evidence/toy/notes.txt", "");
        var found = string.Join('\n', Agreement.Disagreements(_folder.Path));
        string[] expected =
        [
            "Toy.cs: the namespace is not Lectern.Implementations.Toy", "Toy.cs: the header does not name notes/toy.md", "Toy.cs: the header does not name ToyTests",
            "Toy.cs: the header does not cite arXiv:1901.00002 with its version", "Toy.cs: 341 lines, more than 330", "the name of Doubles begins with no claim's id",
            "Doubles lacks its sentence or what the paper gives", "the claims are not C1, C2, … each once, but C3", "cuda.json: no test declares C7",
            "cuda.json: the figure 'curve' belongs to no claim", "Toy.cs:9: not the same as Tay.Double: 'public static double _ ( double x ) => 2 * x ;' where Tay.Double has 'double _ ( double x ) => 3 * x ;'",
            "toy.yml: 'm1' finds its text 0 times, not once", "toy.yml: there is no mutant 'eq-treble#9' to explain", "toy.yml: 0 mutants, fewer than 12", "tay.yml: 0 mutants, fewer than 12",
            "tests/Implementations/Tay/TayTests.cs: there is no such file", "Toy.cs:5: no note has a formula named 'eq-treble'", "src/Implementations/Tay:1: no list mentions a paper 'tay'",
            "tests/Implementations/Other: nothing of that name is implemented", "evidence/gone: nothing of that name is implemented", "evidence/toy/notes.txt: a record is evidence/NAME/cpu.json or cuda.json",
        ];
        Assert.All(expected, line => Assert.Contains(line, found));
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    private void Record(string name, string device, string claim) => new EvidenceRecord(
        name, "hash", device, "a processor", "libtorch 1", new(2026, 1, 2), 1, "quick", 1,
        [new(claim, "It doubles.", "2", 2, null, "", "= 2", ClaimStatus.Passed, 1, null)], [Toy.Figure with { Claim = claim }]).Write(_folder[$"evidence/{name}/{device}.json"]);
}
