using Lectern.Code;
using Lectern.Mutations;

const string Usage = "usage: lectern mutate [NAME]… [--listed] [--without CLAIM]… [--out DIR]";
TimeSpan shortest = TimeSpan.FromSeconds(20);

if (args.Any(a => a is "-h" or "--help"))
{
    Console.WriteLine($"{Usage}\n\nChanges each implementation a little, many times, and shows which test goes red.\n\n  --listed   only the mutants of tests/Mutations/NAME.yml, without the flipped operators\n  --without  leaves out a claim, such as C9: one that is slow, or red as it is\n  --out      folder of the reports (default: .lectern/mutations)");
    return 0;
}

var (listedOnly, output, names) = (args.Contains("--listed"), args.SkipWhile(a => a != "--out").Skip(1).FirstOrDefault(), new List<string>());
names.AddRange(args.Where((a, i) => !a.StartsWith('-') && (i == 0 || args[i - 1] is not ("--out" or "--without"))));
string[] without = [.. args.Where((_, i) => i > 0 && args[i - 1] == "--without")];
var root = Root(Directory.GetCurrentDirectory());
var all = root is null ? [] : new ImplementationReader(root).Read();
var chosen = names.Count == 0 ? all : [.. all.Where(i => names.Contains(i.Name) || names.Contains(i.TypeName))];
if (root is null || chosen.Count < Math.Max(1, names.Count))
{
    Console.Error.WriteLine($"lectern: no such implementation; there are: {string.Join(", ", all.Select(i => i.Name))}\n{Usage}");
    return 2;
}

var program = Directory.Exists(Path.Combine(root, ImplementationReader.Tests, "bin"))
    ? Directory.EnumerateFiles(Path.Combine(root, ImplementationReader.Tests, "bin"), "Lectern.Implementations.Tests.dll", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)
    : null;
if (program is null)
{
    Console.Error.WriteLine("lectern: the tests of the implementations are not built\n  try: ./lectern mutate");
    return 1;
}

var bin = Path.GetDirectoryName(program)!;
var compiler = new MutantCompiler(root, bin);
var good = true;
foreach (var implementation in chosen)
{
    var (mutants, problems) = MutantList.Of(root, implementation);
    foreach (var problem in problems)
        Console.Error.WriteLine($"lectern: {problem}");
    using var run = new MutantRun(bin, implementation.TypeName, compiler, without);
    var untouched = problems.Count > 0 ? null : run.Try(null, TimeSpan.FromMinutes(10));
    if (untouched is not { Fate: Fate.Survived })
    {
        Console.Error.WriteLine($"lectern: {implementation.Name} is not changed: {(untouched is null ? "mend its list first" : $"its tests are not green as it is ({untouched.Fate}: {untouched.By})")}");
        good = false;
        continue;
    }

    var limit = TimeSpan.FromSeconds(untouched.Seconds * 5);
    List<Outcome> outcomes = [];
    foreach (var mutant in mutants.Where(m => !listedOnly || !m.Id.Contains('#')))
    {
        var outcome = run.Try(mutant, limit > shortest ? limit : shortest);
        Console.WriteLine($"{(outcome.Noticed ? "✓" : outcome.Fate == Fate.NotCompiled ? "·" : "✕")} {mutant.Id}: {mutant.Sentence}: {outcome.Fate} {outcome.By}");
        outcomes.Add(outcome);
    }

    var report = Report.Of(implementation, outcomes);
    report.Write(output ?? Path.Combine(root, ".lectern", "mutations"));
    Console.WriteLine(report.Summary);
    foreach (var survivor in report.Survivors)
        Console.WriteLine($"  survived: {survivor.Mutant.Id}: {survivor.Mutant.Sentence}{(survivor.Mutant.Explanation is { } why ? $" ({why})" : "")}");
    good &= report.Survivors.All(s => s.Mutant.Explanation is not null);
}

return good ? 0 : 1;

static string? Root(string folder)
{
    for (var at = folder; at is not null; at = Path.GetDirectoryName(at))
    {
        if (Directory.Exists(Path.Combine(at, ImplementationReader.Sources)))
            return at;
    }

    return null;
}
