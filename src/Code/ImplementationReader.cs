using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lectern.Code.Claims;
using Lectern.Code.Source;
using Lectern.Evidence;

namespace Lectern.Code;

/// <summary>
/// The implementations below the root of a repository: <c>src/Implementations/Alibi</c>, <c>tests/Implementations/Alibi</c>
/// and <c>evidence/alibi</c>. Names alone bind them. What did not change since the last reading is kept.
/// </summary>
public sealed class ImplementationReader(string root)
{
    public const string Sources = "src/Implementations";
    public const string Tests = "tests/Implementations";
    public const string Evidence = "evidence";

    private readonly Dictionary<string, (string Seen, Implementation Implementation)> _known = new(StringComparer.Ordinal);

    /// <summary>The folders and files that a change of an implementation touches.</summary>
    public IEnumerable<string> Watched => new[] { Sources, Tests, Evidence }.Select(Full).Where(Directory.Exists);

    /// <summary>The full paths of all files that are read.</summary>
    public IEnumerable<string> ReadFiles => TypeNames().SelectMany(Folders).SelectMany(Files).Select(Full);

    public IReadOnlyList<Implementation> Read() => [.. TypeNames().Select(Read)];

    private IEnumerable<string> TypeNames() => !Directory.Exists(Full(Sources)) ? [] :
        Directory.EnumerateDirectories(Full(Sources)).Select(folder => Path.GetFileName(folder))
            .Where(name => char.IsAsciiLetterUpper(name[0])).Order(StringComparer.Ordinal);

    /// <summary>Of the sources, the tests and the evidence.</summary>
    private static string[] Folders(string typeName) => [$"{Sources}/{typeName}", $"{Tests}/{typeName}", $"{Evidence}/{TypeName.Id(typeName)}"];

    private Implementation Read(string typeName)
    {
        var (name, folders) = (TypeName.Id(typeName), Folders(typeName));
        var seen = string.Join('\n', folders.SelectMany(Files).Select(file => new FileInfo(Full(file))).Select(f => $"{f.FullName} {f.LastWriteTimeUtc.Ticks} {f.Length}"));
        if (_known.TryGetValue(typeName, out var known) && known.Seen == seen)
            return known.Implementation;
        var read = Read(name, typeName, folders);
        _known[typeName] = (seen, read);
        return read;
    }

    private Implementation Read(string name, string typeName, string[] folders)
    {
        var hash = SourceHash.Of(root, typeName);
        var stamp = new StringBuilder(hash);
        List<EvidenceRecord> records = [];
        List<(string, string)> unreadable = [];
        foreach (var path in Files(folders[2]).Where(p => p.EndsWith(".json", StringComparison.Ordinal)))
        {
            stamp.Append(path).Append(File.ReadAllText(Full(path)));
            try
            {
                records.Add(EvidenceRecord.Read(Full(path)) ?? throw new JsonException("It holds null."));
            }
            catch (JsonException problem)
            {
                unreadable.Add((path, problem.Message));
            }
        }

        var declared = Files(folders[1]).Where(IsCode).SelectMany(path => ClaimReader.Read(File.ReadAllText(Full(path)), typeName + "Tests"));
        return new(
            name, typeName, hash,
            [.. Files(folders[0]).Where(IsCode).OrderBy(path => Path.GetFileNameWithoutExtension(path) != typeName).Select(path => CodeReader.Read(path, File.ReadAllText(Full(path))))],
            [.. declared.Where(claim => claim.Id is not null).DistinctBy(claim => claim.Id).Select(claim => Join(claim, records, hash)).OrderBy(claim => claim.Number)],
            records, unreadable)
        {
            Stamp = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(stamp.ToString()))),
        };
    }

    private static Claim Join(DeclaredClaim claim, List<EvidenceRecord> records, string hash) => new(
        claim.Id!, claim.Text, claim.PaperValue, claim.Test,
        [
            .. from record in records
               from measured in record.Claims
               where measured.Id == claim.Id
               let run = measured.Earlier ?? record.Run
               select new Measured(record.Device, measured, run.Hash == hash ? measured.Status : ClaimStatus.Stale, run),
        ]);

    private IEnumerable<string> Files(string folder) =>
        Directory.Exists(Full(folder))
            ? Directory.EnumerateFiles(Full(folder), "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal)
            : [];

    private static bool IsCode(string path) => path.EndsWith(".cs", StringComparison.Ordinal);

    private string Full(string path) => Path.Combine(root, path);
}
