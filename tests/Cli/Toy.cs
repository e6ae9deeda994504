using Lectern.Code;
using Lectern.Evidence;
using Xunit;

namespace Lectern.Cli.Tests;

/// <summary>A knowledge base with one implementation, and a program in the place of the one that would run its claims.</summary>
internal static class Toy
{
    public const string Source = """
        // A toy that doubles.
        namespace Lectern.Implementations.Toy;

        public static class Toy
        {
            #region eq-double
            // y = 2x
            public static double Double(double x) => 2 * x; // (B, T)
            #endregion
        }

        """;

    public const string Tests = """
        namespace Lectern.Implementations.Toy;

        public sealed class ToyTests
        {
            [Claim("Doubling doubles.", Paper = "2, eq. 1")]
            public void C1_DoublingDoubles() => Claim.Measured(2, Bound.Exactly(2));

            [Claim("Doubling is " + "monotone.")]
            public void C2_DoublingIsMonotone() => Claim.Measured(1, Bound.AtLeast(1));
        }

        """;

    public static TemporaryFolder KnowledgeBase() => new(
        ("papers/toys.md", "- #toy# [(TOY) On Doubling]{author=Ann Lee; ref=https://arxiv.org/abs/1901.00002}\n"),
        ("notes/toy.md", "---\ntitle: Toy\npaper: toy\n---\n\nTwice.\n\n$$ y = 2x $$ {#eq-double}\n"),
        ("src/Implementations/Toy/Toy.cs", Source),
        ("tests/Implementations/Toy/ToyTests.cs", Tests));

    /// <summary>A record as the program would write it; the hash and the device come from its command line.</summary>
    public static EvidenceRecord Record(params ClaimRecord[] claims) => new(
        "Toy", "HASH", "cpu", "a processor", "libtorch 1", new(2026, 1, 2), 1, "quick", 0.5, claims,
        [.. claims.Select(c => new FigureRecord("f-" + c.Id, "A figure", "x", "y", [new("all", [new(1, 2)])], c.Id))]);

    public static ClaimRecord Claim(string id, double measured = 2, ClaimStatus status = ClaimStatus.Passed) => new(
        id, "Doubling doubles.", "2, eq. 1", measured, null, "", "= 2", status, 0.1, status == ClaimStatus.Failed ? "Measured other." : null);

    /// <summary>A shell script that writes this record to <c>--out</c>, and what it was told to standard error.</summary>
    public static void Program(this TemporaryFolder folder, EvidenceRecord record, string before = "")
    {
        record.Write(folder["record.json"]);
        folder.Write("program", $"""
            #!/bin/sh
            echo "told $* on $LECTERN_DEVICE seed $LECTERN_SEED full $LECTERN_FULL" >&2
            {before}
            while [ $# -gt 0 ]; do
              case $1 in --out) out=$2 ;; --hash) hash=$2 ;; esac
              shift
            done
            sed "s/HASH/$hash/; s/\"device\": \"cpu\"/\"device\": \"$LECTERN_DEVICE\"/" {folder["record.json"]} > "$out"

            """);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(folder["program"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public static EvidenceRecord Kept(this TemporaryFolder folder, string device = "cpu") => EvidenceRecord.Read(folder[$"evidence/toy/{device}.json"])!;

    public static Implementation Read(this TemporaryFolder folder) => Assert.Single(new ImplementationReader(folder.Path).Read());
}
