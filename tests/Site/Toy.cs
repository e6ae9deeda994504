using Lectern.Code;
using Lectern.Evidence;

namespace Lectern.Site.Tests;

/// <summary>A site with one paper that is implemented, in a folder that holds its code, its tests and its evidence.</summary>
internal sealed class Toy : IDisposable
{
    public const string Note = """
        # Doubling

        ## The problem

        One is too few.

        ## The idea

        Twice:

        $$ y = 2x $$ {#eq-double}

        And half:

        $$ y = x / 2 $$ {#eq-half}

        ## Rest

        $$ y = 0 $$ {#eq-zero}

        """;

    public const string Source = """
        // A toy. Read with: notes/toy.md, notes/other.md.
        public static class Toy
        {
            #region eq-double
            // y = 2x & more
            public static double Double(double x) => 2 * x; // (B, T)
            #endregion

            #region eq-half
            // DEPARTS: the paper <halves> nothing.
            public static double Half(double x) => x / 2;
            #endregion

            #region eq-other
            public static double Other(double x) => x;
            #endregion
        }

        """;

    public const string Tests = """
        public sealed class ToyTests
        {
            [Claim("Doubling doubles.", Paper = "2 (eq. 1)")] public void C1_Doubles() { }
            [Claim("Halving halves.")] public void C2_Halves() { }
        }

        """;

    private readonly TemporaryFolder _folder = new();

    public Toy(SiteSettings? settings = null)
    {
        Site = new() { Settings = settings ?? new() };
        var list = Site.List("papers/toys.md", "- [(TOY) On Doubling](https://arxiv.org/abs/1901.00002)\n- [(OTHER) On Others](https://arxiv.org/abs/1901.00003)\n");
        Site.Paper("toy", "On Doubling", list, 0);
        Site.Paper("other", "On Others", list, 1);
        Site.Note("toy", "notes/toy.md", Note);
        Site.Note("other", "notes/other.md", "# Others\n\n$$ y = x $$ {#eq-other}\n");
        Write("src/Implementations/Toy/Toy.cs", Source);
        Write("tests/Implementations/Toy/ToyTests.cs", Tests);
        Reader = new(_folder.Path);
    }

    public TestSite Site { get; }

    public ImplementationReader Reader { get; }

    public SiteGeneration Build()
    {
        Site.Implementations = Reader.Read();
        return Site.Build();
    }

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder[path])!);
        File.WriteAllText(_folder[path], text);
    }

    public void Record(string device, string? hash, params ClaimRecord[] claims) =>
        new EvidenceRecord("toy", hash ?? SourceHash.Of(_folder.Path, "Toy"), device, "a processor", "libtorch 1", new(2026, 1, 2), 1, "quick", 3, claims, [Figure])
            .Write(_folder[$"evidence/toy/{device}.json"]);

    public static ClaimRecord Claim(string id, ClaimStatus status = ClaimStatus.Passed, string? message = null) =>
        new(id, "as recorded", "as recorded", 0.98, 0.012, "s", "≤ 1", status, 1, message);

    public static FigureRecord Figure { get; } = new(
        "curve", "A <curve>", "tokens", "loss",
        [new("ours", [new(64, 2.5, 0.1), new(128, 2.25), new(256, double.NaN)]), new("theirs", [new(64, 3), new(128, 4)])], "C1");

    public void Dispose() => _folder.Dispose();
}
