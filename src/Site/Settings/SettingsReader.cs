using Lectern.Model;
using Lectern.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Lectern.Site;

internal static class SettingsReader
{
    private static readonly string[] Keys = ["title", "description", "language", "author", "base", "repository"];

    public static (SiteSettings, IReadOnlyList<Diagnostic>) Read(SourceText source)
    {
        var settings = new SiteSettings();
        var findings = new List<Diagnostic>();
        try
        {
            var yaml = new YamlStream();
            yaml.Load(new StringReader(source.Text));
            if (yaml.Documents.Count == 0)
                return (settings, findings);
            if (yaml.Documents[0].RootNode is YamlMappingNode map)
            {
                foreach (var (key, value) in map.Children)
                    settings = Apply(settings, source, key, value, findings);
            }
            else
            {
                findings.Add(At(source, SiteCodes.BadSettings, yaml.Documents[0].RootNode.Start, "expected lines of the form 'key: value'"));
            }
        }
        catch (YamlException e)
        {
            findings.Add(At(source, SiteCodes.BadSettings, e.Start, e.InnerException?.Message ?? e.Message));
        }

        return (settings, findings);
    }

    /// <summary>An http(s) address with a final slash; null for anything else.</summary>
    public static string? BaseAddress(string? text) =>
        Links.SafeUrl.Web(text) is { } url ? url.TrimEnd('/') + "/" : null;

    private static SiteSettings Apply(SiteSettings settings, SourceText source, YamlNode key, YamlNode value, List<Diagnostic> findings)
    {
        var name = (key as YamlScalarNode)?.Value ?? "";
        if (!Keys.Contains(name))
        {
            var meant = Keys.MinBy(k => Distance(k, name));
            findings.Add(At(source, SiteCodes.UnknownSetting, key.Start, $"'{name}' is not a setting") with
            {
                Expected = string.Join(", ", Keys),
                Suggestion = meant is not null && Distance(meant, name) <= 2 ? $"did you mean '{meant}'?" : "remove the line",
            });
            return settings;
        }

        if (value is not YamlScalarNode { Value: var text })
        {
            findings.Add(At(source, SiteCodes.BadSetting, value.Start, $"'{name}' must be one line of text"));
            return settings;
        }

        if (string.IsNullOrWhiteSpace(text))
            return settings;
        if (name is "base" or "repository" && BaseAddress(text) is null)
        {
            findings.Add(At(source, SiteCodes.BadSetting, value.Start, $"'{text}' is not an address a {(name == "base" ? "site" : "repository")} can stand at") with
            {
                Expected = "an http or https URL",
                Suggestion = $"{name}: https://example.org/reading/",
            });
            return settings;
        }

        if (name == "language" && !text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            findings.Add(At(source, SiteCodes.BadSetting, value.Start, $"'{text}' is not a language tag") with { Suggestion = "language: en" });
            return settings;
        }

        return name switch
        {
            "title" => settings with { Title = text },
            "description" => settings with { Description = text },
            "language" => settings with { Language = text },
            "author" => settings with { Author = text },
            "repository" => settings with { Repository = BaseAddress(text) },
            _ => settings with { Base = BaseAddress(text) },
        };
    }

    private static Diagnostic At(SourceText source, DiagnosticCode code, Mark mark, string message)
    {
        var line = Math.Clamp((int)mark.Line, 1, source.LineCount);
        var column = Math.Max(1, (int)mark.Column);
        return new(code, source.Path, new(line, column, Math.Min(source.LineStart(line) + column - 1, source.Text.Length), 0), message);
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        foreach (var (i, letter) in a.Index())
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (letter == b[j - 1] ? 0 : 1)));
        }

        return row[b.Length];
    }
}
