using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Xunit;

namespace Lectern.Cli.Tests;

/// <summary>Lists written to harm: each either becomes a harmless site or fails with a message that names the place.</summary>
public sealed partial class HostileSiteTests
{
    private static readonly (string Path, string Text)[] Lists =
    [
        ("scripts.md", """
            # <script>alert(1)</script> #<b>x</b>#
            - #"><script>alert(2)</script># [<script>alert(3)</script>]{author=<img src=x onerror=alert(4)>; subject="><svg onload=alert(5)>; ref=javascript:alert(6)}
            - [Click](javascript:alert(7)) <a href="javascript:alert(8)" onclick="alert(9)">here</a> <iframe src="https://evil.example"></iframe>
            - [Tab](java	script:alert(10)) [Entity](&#106;avascript:alert(11)) [Data](data:text/html;base64,PHNjcmlwdD4=) [VB](vbscript:msgbox)
            - ![pixel](https://evil.example/track.gif){ onload=alert(12) } <img src="https://evil.example/2.gif" onerror="alert(13)">
            - "<script>alert(14)</script>" by <script>alert(15)</script> (2020)
            - <style>body{display:none}</style> <link rel=stylesheet href=https://evil.example/x.css> <!-- <script>alert(16)</script> -->
            $$\href{javascript:alert(17)}{x} \htmlClass{evil}{y} \includegraphics{https://evil.example/z.png}$$

            ```html" onmouseover="alert(18)
            <script>alert(19)</script>
            ```
            """),
        ("paths.md", """
            ---
            title: ../../etc/passwd
            tags: ../up /abs .. .
            ---
            - #..#../../x# [../../../outside]{author=../../../author; subject=../venue; ref=../../../../etc/passwd}
            - [(..) Dots]{ref=./x.pdf}
            - [(con) Reserved]{ref=./y.pdf}
            - [up](../../../../etc/passwd)
            """),
    ];

    [Fact]
    public async Task ScriptsHandlersAndPathsBecomeTextAndNoFileLeavesTheSite()
    {
        using var folder = new TemporaryFolder(Lists);
        var run = await Outcome.Of(folder.Path, "build", "--source", ".", "--out", "site");
        Assert.Equal(0, run.Code);
        Assert.Equal(["paths.md", "scripts.md", "site"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName).Where(name => name![0] != '.').Order(StringComparer.Ordinal)!);
        foreach (var page in Directory.GetFiles(folder["site"], "*.html", SearchOption.AllDirectories))
        {
            var document = new HtmlParser().ParseDocument(File.ReadAllText(page));
            Assert.DoesNotContain(document.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
            Assert.Empty(document.QuerySelectorAll("iframe, object, embed, base, form[action^=http], img[src], style"));
            Assert.All(document.QuerySelectorAll("[href], [src]"), element =>
                Assert.DoesNotMatch(ScriptUrls(), element.GetAttribute("href") ?? element.GetAttribute("src")!));
            Assert.All(document.Scripts, script => Assert.True(
                script.Type == "application/ld+json" || OwnAssets().IsMatch(script.Source!), script.OuterHtml));
            Assert.All(document.QuerySelectorAll("link[rel=stylesheet]"), link => Assert.Matches(OwnAssets(), link.GetAttribute("href")!));
            Assert.Contains("default-src 'none'", document.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task TenThousandLevelsAreReadToALimitThatIsReported()
    {
        using var folder = new TemporaryFolder(("deep.md", string.Concat(Enumerable.Repeat("> ", 10_000)) + "end\n\n" + string.Concat(Enumerable.Repeat("- ", 10_000)) + "end\n"));
        var run = await Outcome.Of(folder.Path, "build", "--source", ".", "--out", "site");
        Assert.Equal(0, run.Code);
        Assert.Contains("deep.md:1:129: ▲ warning LEC1028 nesting-too-deep: more than 64 levels are nested here; the rest is read as text", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALineOfTwentyMegabytesIsOneParagraph()
    {
        using var folder = new TemporaryFolder(("long.md", $"- [A Title]{{ref=https://arxiv.org/abs/1706.03762}}\n\n{new string('a', 20_000_000)}\n"));
        var run = await Outcome.Of(folder.Path, "build", "--source", ".", "--out", "site");
        Assert.Equal(0, run.Code);
        Assert.Contains(": 1 paper from 1 document", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesThatAreNoTextAreReportedAndShownAsReplacements()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["bytes.md"], [.. "- [A Ti"u8, 0xFF, 0xFE, .. "tle]{ref=https://arxiv.org/abs/1706.03762}\n"u8, 0x00, 0x0A]);
        var run = await Outcome.Of(folder.Path, "build", "--source", ".", "--out", "site");
        Assert.Equal(0, run.Code);
        Assert.Contains("bytes.md:1:8: ▲ warning LEC1030 encoding-invalid: 2 bytes are not UTF-8, the first one here", run.Error, StringComparison.Ordinal);
        Assert.Contains("bytes.md:2:1: ▲ warning LEC1031 control-character: 1 NUL character", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatVanishesWhileItIsReadFailsAndLeavesTheLastSite()
    {
        using var folder = new TemporaryFolder(("lists/a.md", "- [A Work of Some Kind](https://example.org/1)\n"));
        Assert.Equal(0, (await Outcome.Of(folder.Path, "build", "--source", "lists", "--out", "site")).Code);
        var before = File.ReadAllBytes(folder["site/index.html"]);
        using var output = new StringWriter();
        using var error = new Vanishing(folder["lists"]);
        var code = await LecternApp.Run(["build", "--source", "lists", "--out", "site"], output, error, folder.Path, CancellationToken.None);
        Assert.Equal((1, ""), (code, output.ToString()));
        Assert.Matches(@"a\.md: .*(could not|cannot|no longer|not found)", error.ToString());
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(folder["site/index.html"]));
    }

    [GeneratedRegex(@"^[\s\x00-\x1f]*(javascript|vbscript|data):", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptUrls();

    [GeneratedRegex(@"^(\.\./)*assets/[a-zA-Z0-9./-]+\.(js|css)$")]
    private static partial Regex OwnAssets();

    /// <summary>Removes a folder when the first file is about to be read.</summary>
    private sealed class Vanishing(string folder) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            if (value?.StartsWith("reading", StringComparison.Ordinal) == true)
                Directory.Delete(folder, recursive: true);
            base.WriteLine(value);
        }

        public override void Write(string? value)
        {
            if (value?.StartsWith("reading", StringComparison.Ordinal) == true && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            base.Write(value);
        }

        public override Encoding Encoding => Encoding.UTF8;
    }
}
