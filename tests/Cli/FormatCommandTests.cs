using Xunit;

namespace Lectern.Cli.Tests;

public sealed class FormatCommandTests
{
    private const string Loose = "- #seal#  [A Work of Some Kind]{ author=A ;ref=./x.pdf }\n";

    [Fact]
    public async Task Without_an_option_the_canonical_form_is_printed_and_nothing_changes()
    {
        using var folder = new TemporaryFolder(("list.md", Loose));
        var run = await Outcome.Of(folder.Path, "fmt", "list.md");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.NotEqual(Loose, run.Out);
        Assert.Equal(Loose, File.ReadAllText(folder["list.md"]));
    }

    [Fact]
    public async Task Check_names_the_files_that_would_change_and_fails()
    {
        using var folder = new TemporaryFolder(("list.md", Loose));
        var run = await Outcome.Of(folder.Path, "fmt", "--check", ".");
        Assert.Equal((1, "list.md\n", "1 file would change\n  try: lectern fmt --write .\n"), (run.Code, run.Out, run.Error));
        Assert.Equal(Loose, File.ReadAllText(folder["list.md"]));
    }

    [Fact]
    public async Task Write_changes_files_once_and_leaves_nothing_beside_them()
    {
        using var folder = new TemporaryFolder(("list.md", Loose));
        Assert.Equal((0, "list.md\n", "1 file changed\n"), await Result(folder));
        Assert.Equal((0, "", "nothing to change\n"), await Result(folder));
        Assert.Equal(["list.md"], Directory.GetFileSystemEntries(folder.Path).Select(Path.GetFileName));
        Assert.Equal(0, (await Outcome.Of(folder.Path, "fmt", "--check", ".")).Code);

        static async Task<(int, string, string)> Result(TemporaryFolder folder) =>
            await Outcome.Of(folder.Path, "fmt", "--write", ".") is var run ? (run.Code, run.Out, run.Error) : default;
    }

    [Fact]
    public async Task A_file_with_bytes_that_are_not_UTF_8_is_never_rewritten()
    {
        using var folder = new TemporaryFolder();
        byte[] bytes = [.. "- #seal#  [A Work of Some Kind]{ author="u8, 0xFF, .. ";ref=./x.pdf }\n"u8];
        File.WriteAllBytes(folder["list.md"], bytes);
        var run = await Outcome.Of(folder.Path, "fmt", "--write", "list.md");
        Assert.Equal((0, "", "list.md: left as it is, because it holds bytes that are not UTF-8\nnothing to change\n"), (run.Code, run.Out, run.Error));
        Assert.Equal(bytes, File.ReadAllBytes(folder["list.md"]));
    }
}
