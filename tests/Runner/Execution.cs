using System.Reflection;
using Lectern.Evidence;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Lectern.Tests.Runner;

/// <summary>Runs the tests of an assembly in this process.</summary>
internal static class Execution
{
    public static IEnumerable<TestRecord> Of(string file, string[] names)
    {
        var assembly = Assembly.LoadFrom(file);
        using var framework = new XunitTestFramework(new NullMessageSink());
        using var discoverer = framework.GetDiscoverer(Reflector.Wrap(assembly));
        using var found = new Discovery();
        discoverer.Find(includeSourceInformation: false, found, new Options());
        found.Done.Wait();
        var chosen = found.Cases.Where(test => names.Length == 0 || names.Any(name => test.DisplayName.Contains(name, StringComparison.Ordinal)));
        using var executor = framework.GetExecutor(assembly.GetName());
        using var run = new Run();
        executor.RunTests(chosen, run, new Options());
        run.Done.Wait();
        return Named(run.Results);
    }

    /// <summary>Cases of a theory whose long arguments are cut off may share a name; each gets its number.</summary>
    private static IEnumerable<TestRecord> Named(IEnumerable<TestRecord> results) => results
        .GroupBy(result => result.Name)
        .SelectMany(group => group.Select((result, i) => i == 0 ? result : result with { Name = $"{result.Name} #{i + 1}" }));

    private sealed class Discovery : IMessageSink, IDisposable
    {
        public List<ITestCase> Cases { get; } = [];

        public ManualResetEventSlim Done { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseDiscoveryMessage test) Cases.Add(test.TestCase);
            if (message is IDiscoveryCompleteMessage) Done.Set();
            return true;
        }

        public void Dispose() => Done.Dispose();
    }

    private sealed class Run : IMessageSink, IDisposable
    {
        private readonly Lock _gate = new();

        public List<TestRecord> Results { get; } = [];

        public ManualResetEventSlim Done { get; } = new();

        public bool OnMessage(IMessageSinkMessage message)
        {
            switch (message)
            {
                case ITestPassed test: Add(Result(test, TestOutcome.Passed, null)); break;
                case ITestSkipped test: Add(Result(test, TestOutcome.Skipped, test.Reason)); break;
                case ITestFailed test: Add(Result(test, TestOutcome.Failed, Text(test))); break;
                case ITestAssemblyFinished: Done.Set(); break;
                // What fails around the tests, such as the clean-up of a class.
                case IFailureInformation failure: Add(new(message.GetType().Name, TestOutcome.Failed, 0, Text(failure), null)); break;
            }

            return true;
        }

        public void Dispose() => Done.Dispose();

        private static TestRecord Result(ITestResultMessage test, TestOutcome outcome, string? message) =>
            new(test.Test.DisplayName, outcome, (double)test.ExecutionTime, message, string.IsNullOrEmpty(test.Output) ? null : test.Output);

        private static string Text(IFailureInformation failure) => string.Join(
            '\n',
            failure.ExceptionTypes.Zip(failure.Messages, (type, message) => $"{type}: {message}").Concat(failure.StackTraces));

        private void Add(TestRecord result)
        {
            lock (_gate) Results.Add(result);
            if (result.Outcome == TestOutcome.Failed) Console.WriteLine($"FAILED {result.Name}\n  {result.Message}");
        }
    }

    /// <summary>Everything as it is by default.</summary>
    private sealed class Options : ITestFrameworkDiscoveryOptions, ITestFrameworkExecutionOptions
    {
        private readonly Dictionary<string, object?> _values = [];

        public TValue GetValue<TValue>(string name) => _values.TryGetValue(name, out var value) ? (TValue)value! : default!;

        public void SetValue<TValue>(string name, TValue value) => _values[name] = value;
    }
}
