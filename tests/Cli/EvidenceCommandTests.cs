using Lectern.Evidence;
using Xunit;

namespace Lectern.Cli.Tests;

public sealed class EvidenceCommandTests
{
    [Fact]
    public async Task Evidence_names_the_machine_the_failures_and_the_counts()
    {
        using var folder = new TemporaryFolder();
        RunFile.Write(folder["run.json"], new RunRecord(
            "0123abcd",
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
            new DeviceRecord("cuda", "Some card", "550.1"),
            "2.5.1",
            [new("A.Holds", TestOutcome.Passed, 0.25, null, null), new("A.Breaks", TestOutcome.Failed, 0.5, "Element 3 is NaN.\n   at A", null)]));
        var run = await Outcome.Of(folder.Path, "evidence", "run.json");
        Assert.Equal(0, run.Code);
        Assert.Equal(
            """
              device     cuda, Some card
              driver     550.1
              libtorch   2.5.1
              date       2026-01-02 03:04 UTC
              commit     0123abcd
            failed: A.Breaks
                Element 3 is NaN.
            1 passed, 1 failed, 0 skipped

            """,
            run.Out);
    }

    [Fact]
    public async Task A_file_that_is_no_evidence_is_exit_1_with_a_reason()
    {
        using var folder = new TemporaryFolder(("run.json", "{}"));
        var run = await Outcome.Of(folder.Path, "evidence", "run.json");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.StartsWith("lectern: run.json: this is not evidence of a test run", run.Error, StringComparison.Ordinal);
    }
}
