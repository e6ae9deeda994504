using Xunit;

namespace Lectern.Cli.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public async Task Version_is_one_number_on_standard_output()
    {
        var run = await Outcome.Of("/", "--version");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+\n$", run.Out);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    public async Task Help_lists_every_command(string option)
    {
        var run = await Outcome.Of("/", option);
        Assert.Equal((0, ""), (run.Code, run.Error));
        foreach (var command in new[] { "parse", "check", "fmt", "build", "serve", "search", "index", "list", "explain", "export", "run", "verify", "completions", "codes", "evidence" })
            Assert.Contains($"  {command}", run.Out, StringComparison.Ordinal);
        Assert.All(run.Out.Split('\n'), line => Assert.True(line.Length < 120, line));
    }

    [Theory]
    [InlineData("parse", "--json")]
    [InlineData("explain")]
    [InlineData("evidence")]
    [InlineData("list", "paperz")]
    [InlineData("export", "endnote")]
    [InlineData("serve", "--port", "many")]
    [InlineData("serve", "--port", "70000")]
    [InlineData("build", "--base", "ftp://example.org")]
    [InlineData("fmt", "x.md", "--check", "--write")]
    [InlineData("build", "--nonsense")]
    [InlineData("explian", "bert")]
    [InlineData]
    public async Task A_wrong_command_line_is_exit_2_with_a_hint_and_no_result(params string[] args)
    {
        using var folder = new TemporaryFolder(("x.md", "text\n"));
        var run = await Outcome.Of(folder.Path, args);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.NotEqual("", run.Error);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_misspelled_command_is_told_the_right_one()
    {
        var run = await Outcome.Of("/", "explian", "bert");
        Assert.Equal("lectern: 'explian' is no command of lectern\n  try: lectern explain\n  try: lectern --help\n", run.Error);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("parse")]
    [InlineData("fmt")]
    public async Task A_missing_file_is_exit_1_and_named(string command)
    {
        using var folder = new TemporaryFolder();
        var run = await Outcome.Of(folder.Path, command, "gone.md");
        Assert.Equal((1, "", "lectern: gone.md: no such file or folder\n"), (run.Code, run.Out, run.Error));
    }

    [Fact]
    public async Task Without_a_knowledge_base_around_the_folder_the_message_says_how_to_name_one()
    {
        using var folder = new TemporaryFolder();
        var run = await Outcome.Of(folder.Path, "list", "papers");
        Assert.Equal(2, run.Code);
        Assert.Contains("neither site.yml nor papers/", run.Error, StringComparison.Ordinal);
        Assert.Contains("try: lectern build --source DIR", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", ".")]
    [InlineData("build")]
    [InlineData("list", "papers")]
    [InlineData("serve")]
    public async Task An_interruption_is_exit_130(params string[] args)
    {
        using var folder = Fixtures.KnowledgeBase();
        using var cancel = new CancellationTokenSource();
        await cancel.CancelAsync();
        var run = await Outcome.Of(folder.Path, cancel.Token, args);
        Assert.Equal((130, ""), (run.Code, run.Out));
        Assert.False(Directory.Exists(folder["_site"]));
    }

    [Theory]
    [InlineData("[suggest:9]", "lectern e", "explain export evidence")]
    [InlineData("[suggest:17]", "./lectern export ", "bibtex csl-json ris")]
    [InlineData("[suggest:13]", "lectern list papers", "papers authors tags timeline")]
    [InlineData("[suggest:8]", "lectern explain", "explain")]
    public async Task Completion_scripts_get_what_may_come_next(string directive, string line, string expected)
    {
        using var folder = new TemporaryFolder();
        var run = await Outcome.Of(folder.Path, directive, line);
        foreach (var word in expected.Split(' '))
            Assert.Contains(word, run.Out.Split('\n'));
    }

    [Fact]
    public async Task Completion_knows_the_papers_of_the_folder()
    {
        using var folder = Fixtures.KnowledgeBase();
        Assert.Contains("ring\n", (await Outcome.Of(folder.Path, "[suggest:16]", "lectern explain ")).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _lectern lectern")]
    [InlineData("zsh", "#compdef lectern")]
    [InlineData("fish", "complete -c lectern")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName lectern")]
    public async Task Each_shell_has_a_script(string shell, string line)
    {
        var run = await Outcome.Of("/", "completions", shell);
        Assert.Equal(0, run.Code);
        Assert.Contains(line, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Codes_documents_every_finding_of_all_parts()
    {
        var run = await Outcome.Of("/", "codes");
        Assert.Contains("| `LEC1003` | resource-unclosed |", run.Out, StringComparison.Ordinal);
        Assert.Contains("| `LEC2002` | title-twice |", run.Out, StringComparison.Ordinal);
        Assert.Contains("| `LEC3001` | link-broken |", run.Out, StringComparison.Ordinal);
        var rows = run.Out.Split('\n').Where(l => l.StartsWith("| `", StringComparison.Ordinal)).ToList();
        Assert.Equal(rows.Count, rows.Select(r => r[..12]).Distinct().Count());
    }
}
