namespace Lectern.Evidence.Tests;

public sealed class RunFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    private static readonly RunRecord Run = new(
        "0123abcd",
        new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        new DeviceRecord("cuda", "Some card", "550.1"),
        "2.5.1",
        [
            new TestRecord("A.Holds", TestOutcome.Passed, 0.25, null, "worst error 1E-12"),
            new TestRecord("A.Breaks", TestOutcome.Failed, 0.5, "Element 3 is NaN.", null),
        ]);

    [Fact]
    public void WhatIsWrittenIsReadBack()
    {
        RunFile.Write(_path, Run);
        var read = RunFile.Read(_path);
        Assert.Equal((Run.Commit, Run.Date, Run.Device, Run.Libtorch), (read.Commit, read.Date, read.Device, read.Libtorch));
        Assert.Equal(Run.Tests, read.Tests);
        Assert.Equal("1 passed, 1 failed, 0 skipped", read.Summary);
    }

    [Theory]
    [InlineData("", "not evidence")]
    [InlineData("null", "not evidence")]
    [InlineData("{}", "not evidence")]
    [InlineData("""{"version":1}""", "not evidence")]
    [InlineData("""{"version":1,"run":null}""", "not evidence")]
    public void AFileOfAnotherKindIsRefusedWithAReason(string text, string reason)
    {
        File.WriteAllText(_path, text);
        Assert.Contains(reason, Assert.Throws<FormatException>(() => RunFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "version 2")]
    [InlineData("\"cuda\"", "\"abacus\"", "abacus")]
    [InlineData("A.Breaks", "A.Holds", "2 results")]
    [InlineData("\"Passed\"", "\"Perhaps\"", "not evidence")]
    [InlineData("\"Some card\"", "null", "not evidence")]
    public void ADamagedFileIsRefusedWithAReason(string from, string to, string reason)
    {
        RunFile.Write(_path, Run);
        var text = File.ReadAllText(_path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(_path, text.Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(reason, Assert.Throws<FormatException>(() => RunFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);
}
