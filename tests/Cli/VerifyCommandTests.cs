using System.Text.Json;
using Lectern.Evidence;
using Xunit;

namespace Lectern.Cli.Tests;

public sealed class VerifyCommandTests
{
    [Fact]
    public async Task Verify_agrees_with_a_record_of_the_same_outcome_and_bound_whatever_the_number()
    {
        using var folder = Recorded(Toy.Claim("C1", 2.5), Toy.Claim("C2"));
        folder.Program(Toy.Record(Toy.Claim("C1"), Toy.Claim("C2")));
        var run = await Outcome.Of(folder.Path, "verify", "--program", "program");
        Assert.Equal(0, run.Code);
        Assert.EndsWith("2 claims run again, 0 not as recorded\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_keeps_nothing()
    {
        using var folder = Recorded(Toy.Claim("C1", 2.5), Toy.Claim("C2"));
        var before = File.ReadAllBytes(folder["evidence/toy/cpu.json"]);
        folder.Program(Toy.Record(Toy.Claim("C1"), Toy.Claim("C2")));
        await Outcome.Of(folder.Path, "verify", "toy", "--program", "program");
        Assert.Equal(before, File.ReadAllBytes(folder["evidence/toy/cpu.json"]));
    }

    [Fact]
    public async Task Every_way_to_disagree_is_named_and_fails()
    {
        using var folder = Recorded(Toy.Claim("C1"), Toy.Claim("C2") with { Bound = "= 3" });
        folder.Program(Toy.Record(Toy.Claim("C1", 1, ClaimStatus.Failed), Toy.Claim("C2")));
        var run = await Outcome.Of(folder.Path, "verify", "toy", "--program", "program");
        Assert.Equal(1, run.Code);
        Assert.Equal(["another outcome", "another bound"], Verdicts(run));
        File.Delete(folder["evidence/toy/cpu.json"]);
        Assert.Equal(["not recorded", "not recorded"], Verdicts(await Outcome.Of(folder.Path, "verify", "toy", "--program", "program")));
    }

    [Fact]
    public async Task The_bound_of_the_long_form_may_be_another()
    {
        using var folder = Recorded(Toy.Claim("C1"), Toy.Claim("C2"));
        (folder.Kept() with { Form = "full" }).Write(folder["evidence/toy/cpu.json"]);
        folder.Program(Toy.Record(Toy.Claim("C1") with { Bound = "= 3" }, Toy.Claim("C2")));
        Assert.Equal(0, (await Outcome.Of(folder.Path, "verify", "toy", "--program", "program")).Code);
    }

    [Fact]
    public async Task Implementations_are_listed_with_each_claim_on_each_device_that_measured_it()
    {
        using var folder = Recorded(Toy.Claim("C1"));
        using var json = JsonDocument.Parse((await Outcome.Of(folder.Path, "list", "implementations", "--json")).Out);
        var toy = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal("toy", toy.GetProperty("name").GetString());
        Assert.Equal(["cpu not-run", "cuda not-run"], toy.GetProperty("devices").EnumerateArray().Select(d => $"{d.GetProperty("device")} {d.GetProperty("status")}"));
        var claims = toy.GetProperty("claims").EnumerateArray().ToList();
        Assert.Equal(["id", "text", "paperValue", "measured", "bound", "device", "status", "seconds"], claims[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["C1 Doubling doubles. 2, eq. 1 2 = 2 cpu passed 0.1", "C2 Doubling is monotone.    cpu not-run 0"],
            claims.Select(c => string.Join(' ', c.EnumerateObject().Select(p => p.Value.ToString()))));
    }

    [Fact]
    public async Task A_changed_source_makes_every_record_stale()
    {
        using var folder = Recorded(Toy.Claim("C1"), Toy.Claim("C2"));
        folder.Write("src/Implementations/Toy/Toy.cs", Toy.Source + "// more\n");
        Assert.All(folder.Read().Claims, claim => Assert.Equal(ClaimStatus.Stale, claim.On("cpu")));
        Assert.Contains("cpu ◐ stale, cuda ○ not run", (await Outcome.Of(folder.Path, "list", "implementations")).Out, StringComparison.Ordinal);
    }

    private static TemporaryFolder Recorded(params ClaimRecord[] claims)
    {
        var folder = Toy.KnowledgeBase();
        (Toy.Record(claims) with { Hash = SourceHash.Of(folder.Path, "Toy") }).Write(folder["evidence/toy/cpu.json"]);
        return folder;
    }

    private static IEnumerable<string> Verdicts(Outcome run) => run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split("  ")[^1].Trim());
}
