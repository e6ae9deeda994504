using Lectern.Code;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Lectern.Mutations;

/// <summary>
/// The assembly of the implementations, compiled in memory against what the last build left, under the name and version
/// by which the built tests ask for it.
/// </summary>
internal sealed class MutantCompiler
{
    public const string AssemblyName = "Lectern.Implementations";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    private readonly Dictionary<string, SyntaxTree> _trees;
    private readonly MetadataReference[] _references;

    /// <param name="bin">The folder of the built tests.</param>
    public MutantCompiler(string root, string bin)
    {
        var sources = Path.Combine(root, ImplementationReader.Sources);
        var configuration = Path.GetFileName(Path.GetDirectoryName(bin)!);
        var made = new[] { ".GlobalUsings.g.cs", ".AssemblyInfo.cs" }
            .SelectMany(ending => Directory.EnumerateFiles(Path.Combine(sources, "obj", configuration), AssemblyName + ending, SearchOption.AllDirectories));
        var code = Directory.EnumerateDirectories(sources).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj"))
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)).Concat(Directory.EnumerateFiles(sources, "*.cs"));
        _trees = made.Concat(code).ToDictionary(path => Relative(root, path), path => CSharpSyntaxTree.ParseText(File.ReadAllText(path), Options), StringComparer.Ordinal);
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location));
        var built = Directory.EnumerateFiles(bin, "*.dll").Where(path => Path.GetFileName(path) is "Lectern.Torch.dll" or "TorchSharp.dll");
        _references = [.. platform.Concat(built).Select(path => MetadataReference.CreateFromFile(path))];
    }

    /// <summary>Writes the assembly; false where the changed code does not compile.</summary>
    public bool Compile(Mutant? mutant, string output)
    {
        var trees = mutant is null ? _trees.Values : _trees.Select(tree => tree.Key == mutant.Path
            ? CSharpSyntaxTree.ParseText(mutant.Apply(tree.Value.ToString().ReplaceLineEndings("\n")), Options)
            : tree.Value);
        var compilation = CSharpCompilation.Create(
            AssemblyName, trees, _references,
            new(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
        using var assembly = new MemoryStream();
        if (!compilation.Emit(assembly).Success)
            return false;
        File.WriteAllBytes(output, assembly.ToArray());
        return true;
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');
}
