using System.Text.RegularExpressions;

namespace Lectern.Torch.Tests;

public sealed class SchemaTests
{
    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "schemas.txt"));

    [Fact]
    public void SchemasEqualTheInstalledLibtorch()
    {
        Assert.NotEmpty(Schemas());
        if (!torch.__version__.StartsWith(Version(), StringComparison.Ordinal)) return;
        var wrong = Schemas().Where(line => Plain(Loaded(line).Schema) != Plain(line)).Select(line => $"{line} is {Loaded(line).Schema}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void TheLoadedLibtorchHasEachOperatorThatIsUsed()
    {
        var missing = Schemas().Select(Loaded).Count(found => !found.Exists);
        Assert.Equal(0, missing);
    }

    private static IEnumerable<string> Schemas() => s_lines.Where(line => line.StartsWith("aten::", StringComparison.Ordinal));

    /// <summary>Of <c># Schemas of libtorch 1.13.0, written by …</c> it is 1.13: patches keep the operators.</summary>
    private static string Version() => Regex.Match(s_lines[0], @"libtorch (\d+\.\d+)").Groups[1].Value;

    private static Operator Loaded(string schema)
    {
        var name = schema["aten::".Length..schema.IndexOf('(')].Split('.');
        return new Operator(name[0], name.Length > 1 ? name[1] : "");
    }

    /// <summary>Without marks of aliases, which say nothing of how an operator is called.</summary>
    private static string Plain(string schema) => Regex.Replace(schema, @"\([a-z](?:!|\|[a-z]|!\|[a-z]| -> \*)?\)", "").Trim();
}
