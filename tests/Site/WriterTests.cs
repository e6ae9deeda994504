using System.Text;
using Lectern.Site.Output;

namespace Lectern.Site.Tests;

public sealed class WriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Target => _folder["site"];

    [Fact]
    public void ANewSiteTakesThePlaceOfTheLastAndLeavesNothingElse()
    {
        SiteWriter.Write([File("index.html", "one"), File("old/index.html", "gone soon")], Target);
        SiteWriter.Write([File("index.html", "two")], Target);
        Assert.Equal("two", Read("index.html"));
        Assert.False(Directory.Exists(Path.Combine(Target, "old")));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void AFailedBuildLeavesTheLastGoodSite()
    {
        SiteWriter.Write([File("index.html", "good")], Target);
        Assert.Throws<SiteWriteException>(() => SiteWriter.Write([File("index.html", "half"), File("index.html/below", "impossible")], Target));
        Assert.Equal("good", Read("index.html"));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void AnInterruptedBuildLeavesTheLastGoodSite()
    {
        SiteWriter.Write([File("index.html", "good")], Target);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => SiteWriter.Write([File("index.html", "half")], Target, stop.Token));
        Assert.Equal("good", Read("index.html"));
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void WhatAKilledBuildLeftBehindIsRemoved()
    {
        Directory.CreateDirectory(_folder[".site.staging-999999999-abc"]);
        SiteWriter.Write([File("index.html", "new")], Target);
        Assert.Equal([Target], Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void AFolderThatIsNoSiteIsRefusedAndLeftAsItIs()
    {
        Directory.CreateDirectory(Target);
        System.IO.File.WriteAllText(Path.Combine(Target, "thesis.tex"), "ten years");
        var refusal = Assert.Throws<SiteWriteException>(() => SiteWriter.Write([File("index.html", "x")], Target));
        Assert.Contains("not a site made by Lectern", refusal.Message);
        Assert.Equal(["thesis.tex"], Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName));
    }

    [Fact]
    public void AFileInThePlaceOfTheSiteIsRefused()
    {
        System.IO.File.WriteAllText(Target, "x");
        Assert.Throws<SiteWriteException>(() => SiteWriter.Write([File("index.html", "x")], Target));
    }

    [Fact]
    public void AnEmptyFolderIsTaken()
    {
        Directory.CreateDirectory(Target);
        SiteWriter.Write([File("index.html", "x")], Target);
        Assert.Equal("x", Read("index.html"));
    }

    [Theory]
    [InlineData("../outside.html")]
    [InlineData("a/../../outside.html")]
    [InlineData("/tmp/lectern-outside.html")]
    public void NoFileIsWrittenOutsideOfTheSite(string path)
    {
        Assert.Throws<SiteWriteException>(() => SiteWriter.Write([File(path, "x")], Target));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void WhereFoldersCannotBeExchangedTheyAreRenamedInTurn()
    {
        Directory.CreateDirectory(_folder["new"]);
        Directory.CreateDirectory(_folder["old"]);
        System.IO.File.WriteAllText(Path.Combine(_folder["new"], "a"), "new");
        Exchange.RenameInTurn(_folder["new"], _folder["old"]);
        Assert.Equal("new", System.IO.File.ReadAllText(Path.Combine(_folder["old"], "a")));
    }

    public void Dispose() => _folder.Dispose();

    private static SiteFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private string Read(string path) => System.IO.File.ReadAllText(Path.Combine(Target, path));
}
