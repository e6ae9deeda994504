using Lectern.Evidence;
using Xunit;

namespace Lectern.Cli.Tests;

public sealed class RunCommandTests
{
    [Fact]
    public async Task Run_keeps_what_was_measured_under_the_hash_of_the_sources()
    {
        using var folder = Toy.KnowledgeBase();
        folder.Program(Toy.Record(Toy.Claim("C1"), Toy.Claim("C2")));
        var run = await Outcome.Of(folder.Path, "run", "toy", "--program", "program");
        Assert.Equal(0, run.Code);
        Assert.Equal(["C1", "C2"], folder.Kept().Claims.Select(c => c.Id));
        Assert.Equal(("toy", SourceHash.Of(folder.Path, "Toy")), (folder.Kept().Implementation, folder.Kept().Hash));
        Assert.All(folder.Read().Claims, claim => Assert.Equal(ClaimStatus.Passed, claim.On("cpu")));
    }

    [Fact]
    public async Task The_program_is_told_class_claims_device_seed_and_form_and_its_words_are_passed_on()
    {
        using var folder = Toy.KnowledgeBase();
        folder.Program(Toy.Record(Toy.Claim("C2")));
        var run = await Outcome.Of(folder.Path, "run", "Toy", "--claim", "C2", "--device", "cuda", "--seed", "7", "--full", "--program", "program");
        Assert.Matches(@"^told Toy --out \S+ --hash [0-9a-f]{16} --claim C2 on cuda seed 7 full 1\n", run.Error);
        Assert.True(File.Exists(folder["evidence/toy/cuda.json"]));
    }

    [Fact]
    public async Task A_run_of_one_claim_replaces_that_one_and_leaves_the_others_as_old_as_they_are()
    {
        using var folder = Toy.KnowledgeBase();
        (Toy.Record(Toy.Claim("C1", 5), Toy.Claim("C2", 6), Toy.Claim("C9", 7)) with { Hash = "earlier" }).Write(folder["evidence/toy/cpu.json"]);
        folder.Program(Toy.Record(Toy.Claim("C2", 8)));
        Assert.Equal(0, (await Outcome.Of(folder.Path, "run", "toy", "--claim", "C2", "--program", "program")).Code);
        Assert.Equal([("C1", 5), ("C2", 8)], folder.Kept().Claims.Select(c => (c.Id, c.Measured!.Value)));
        Assert.Equal(["earlier", null], folder.Kept().Claims.Select(c => c.Earlier?.Hash));
        Assert.Equal([ClaimStatus.Stale, ClaimStatus.Passed], folder.Read().Claims.Select(c => c.On("cpu")));
        Assert.Equal(["f-C1", "f-C2"], folder.Kept().Figures.Select(f => f.Id));
    }

    [Fact]
    public async Task A_failed_claim_is_kept_and_fails_the_command()
    {
        using var folder = Toy.KnowledgeBase();
        folder.Program(Toy.Record(Toy.Claim("C1", double.NaN, ClaimStatus.Failed), Toy.Claim("C2")));
        var run = await Outcome.Of(folder.Path, "run", "toy", "--program", "program");
        Assert.Equal(1, run.Code);
        Assert.Contains("✕ failed", run.Out, StringComparison.Ordinal);
        Assert.Equal(double.NaN, folder.Kept().Claims[0].Measured);
    }

    [Fact]
    public async Task A_run_that_is_interrupted_leaves_the_last_record()
    {
        using var folder = Toy.KnowledgeBase();
        Toy.Record(Toy.Claim("C1", 5)).Write(folder["evidence/toy/cpu.json"]);
        var before = File.ReadAllBytes(folder["evidence/toy/cpu.json"]);
        folder.Program(Toy.Record(Toy.Claim("C1", 8)), $"touch {folder["started"]}; sleep 30");
        using var cancel = new CancellationTokenSource();
        var running = Outcome.Of(folder.Path, cancel.Token, "run", "toy", "--program", "program");
        for (var i = 0; i < 200 && !File.Exists(folder["started"]); i++)
            await Task.Delay(50);
        await cancel.CancelAsync();
        Assert.Equal(130, (await running.WaitAsync(TimeSpan.FromSeconds(10))).Code);
        Assert.Equal(before, File.ReadAllBytes(folder["evidence/toy/cpu.json"]));
    }

    [Fact]
    public async Task A_program_without_a_record_is_a_failure_of_the_command_and_of_no_claim()
    {
        using var folder = Toy.KnowledgeBase();
        folder.Program(Toy.Record(), "echo no such device >&2; exit 2");
        var run = await Outcome.Of(folder.Path, "run", "toy", "--device", "cuda", "--program", "program");
        Assert.Equal((1, ""), (run.Code, run.Out));
        Assert.Contains("no such device\nlectern: the claims of toy could not be run on cuda: their program ended with 2", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["evidence"]));
    }

    [Theory]
    [InlineData(1, "lectern: no paper is implemented under the name 'tay'\n  try: lectern run toy\n", "run", "tay")]
    [InlineData(2, "lectern: toy has no claim 'C7'; it has C1, C2\n  try: lectern run toy --claim C1\n", "run", "toy", "--claim", "C7")]
    [InlineData(1, "lectern: the tests of the implementations are not built, or not here\n  try: ./lectern run toy\n  try: dotnet build -c Release tests/Implementations\n", "run", "toy")]
    public async Task What_cannot_be_run_is_met_with_what_can(int code, string error, params string[] args)
    {
        using var folder = Toy.KnowledgeBase();
        Assert.Equal(new Outcome(code, "", error), await Outcome.Of(folder.Path, args));
    }

    [Fact]
    public async Task An_unknown_device_is_a_wrong_command_line() => Assert.Equal(2, (await Outcome.Of("/", "run", "toy", "--device", "abacus")).Code);

    [Fact]
    public async Task A_build_older_than_its_sources_is_not_run()
    {
        using var folder = Toy.KnowledgeBase();
        folder.Write("tests/Implementations/bin/Release/Lectern.Implementations.Tests.dll", "");
        File.SetLastWriteTimeUtc(folder["src/Implementations/Toy/Toy.cs"], DateTime.UtcNow.AddMinutes(1));
        var run = await Outcome.Of(folder.Path, "run", "toy");
        Assert.StartsWith("lectern: src/Implementations/Toy/Toy.cs is newer than the built tests\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("verify")]
    public async Task Help_ends_with_examples(string command)
    {
        var run = await Outcome.Of("/", command, "--help");
        Assert.Equal(0, run.Code);
        Assert.Contains($"Examples:\n  lectern {command}", run.Out, StringComparison.Ordinal);
    }
}
