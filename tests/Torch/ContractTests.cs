using Lectern.Torch.Tests.Contract;
using Xunit.Abstractions;

namespace Lectern.Torch.Tests;

public sealed class ContractTests(ITestOutputHelper output)
{
    private static readonly HashSet<string> s_contract =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contract", "torchsharp-0.106.txt"))];

    private static readonly List<SurfaceMember> s_surface = [.. PublicSurface.Of(typeof(torch).Assembly)];

    [Fact]
    public void EveryPublicOrProtectedMemberIsInTheContract()
    {
        var strange = s_surface.Where(member => !s_contract.Contains(member.Line) && !member.IsOverride).Select(member => member.Line);
        Assert.Empty(strange.Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// The file holds what reflection over TorchSharp.dll says, built from its tag v0.106.0 on 2026-11-21: the members of this layer for which
    /// it or the package says more than that nothing is null.
    /// </summary>
    [Fact]
    public void WhatCompilesAgainstAMemberCompilesAgainstThePackages()
    {
        var package = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Contract", "annotations-0.106.txt"))
            .Select(line => line.Split('\t'))
            .ToDictionary(parts => parts[1], parts => parts[0]);
        var different = s_surface
            .Where(member => s_contract.Contains(member.Line) && member.Annotations != "")
            .Where(member => package.TryGetValue(member.Line, out var theirs) ? !Annotations.Fits(member.Annotations, theirs) : member.Annotations.AsSpan().ContainsAny('n', '*'))
            .Select(member => $"{member.Annotations} {package.GetValueOrDefault(member.Line)} {member.Line}");
        Assert.Empty(different.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MembersOfTheContractAreCoveredAndTheRestIsCounted()
    {
        var covered = s_surface.Select(member => member.Line).Where(s_contract.Contains).ToHashSet();
        output.WriteLine($"{s_contract.Count - covered.Count} of {s_contract.Count} members of TorchSharp 0.106 are not covered yet.");
        foreach (var owner in s_contract.GroupBy(Owner).OrderBy(group => group.Key, StringComparer.Ordinal))
            output.WriteLine($"{owner.Count(covered.Contains),5} of {owner.Count(),5}  {owner.Key}");
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "uncovered.txt"), s_contract.Except(covered).Order(StringComparer.Ordinal));
        Assert.NotEmpty(covered);
    }

    /// <summary>Of <c>M torch.Tensor.abs() -> torch.Tensor</c> it is <c>torch.Tensor</c>; a type owns its own line.</summary>
    private static string Owner(string line)
    {
        var name = line[2..];
        if (line[0] == 'T') return name[..name.IndexOf(" : ", StringComparison.Ordinal)];
        var end = name.IndexOfAny(['(', '[', ' ']);
        return name[..name.LastIndexOf('.', end - 1)].TrimEnd('.');
    }
}
