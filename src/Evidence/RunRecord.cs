using System.Text.Json.Serialization;

namespace Lectern.Evidence;

/// <summary>What one run of the tests on one device has shown.</summary>
/// <param name="Commit">Of the sources; null where they were changed after their last commit.</param>
/// <param name="Libtorch">The version of the library that computed.</param>
public sealed record RunRecord(string? Commit, DateTimeOffset Date, DeviceRecord Device, string Libtorch, IReadOnlyList<TestRecord> Tests)
{
    [JsonIgnore]
    public int Passed => Tests.Count(test => test.Outcome == TestOutcome.Passed);

    [JsonIgnore]
    public int Failed => Tests.Count(test => test.Outcome == TestOutcome.Failed);

    [JsonIgnore]
    public int Skipped => Tests.Count(test => test.Outcome == TestOutcome.Skipped);

    /// <summary>The line that ends every run of the tests.</summary>
    [JsonIgnore]
    public string Summary => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}

/// <param name="Type"><c>cpu</c> or <c>cuda</c>.</param>
/// <param name="Driver">Null for a processor, which has none.</param>
public sealed record DeviceRecord(string Type, string Name, string? Driver);

/// <param name="Message">Why it failed.</param>
/// <param name="Output">What the test wrote, such as the worst error it met.</param>
public sealed record TestRecord(string Name, TestOutcome Outcome, double Seconds, string? Message, string? Output);

public enum TestOutcome
{
    Passed,
    Failed,
    Skipped,
}
