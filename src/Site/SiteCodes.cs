using Lectern.Model;

namespace Lectern.Site;

/// <summary>Every finding the site can report, for the reference page of all codes.</summary>
public static class SiteCodes
{
    public static readonly DiagnosticCode BrokenLink = new(
        "LEC3001", "link-broken", Severity.Error, "A link inside the site leads to a page or an anchor that does not exist.");

    public static readonly DiagnosticCode BrokenSourceLink = new(
        "LEC3002", "source-link-broken", Severity.Error, "A note or list links to a document that is not part of the sources.");

    public static readonly DiagnosticCode Formula = new(
        "LEC3003", "formula-rejected", Severity.Warning, "A formula cannot be set; the page shows its TeX.");

    public static readonly DiagnosticCode NoFormulaSetter = new(
        "LEC3004", "formula-setter-missing", Severity.Warning, "Node or the installed packages are missing; formulas are shown as TeX.");

    public static readonly DiagnosticCode NoFonts = new(
        "LEC3005", "fonts-missing", Severity.Warning, "The installed packages are missing; the site falls back to the reader's fonts.");

    public static readonly DiagnosticCode UnknownSetting = new(
        "LEC3010", "setting-unknown", Severity.Warning, "site.yml has a key that means nothing.");

    public static readonly DiagnosticCode BadSetting = new(
        "LEC3011", "setting-invalid", Severity.Error, "A value in site.yml has the wrong form.");

    public static readonly DiagnosticCode BadSettings = new(
        "LEC3012", "settings-unreadable", Severity.Error, "site.yml is not valid YAML.");

    public static readonly DiagnosticCode RegionWithoutFormula = new(
        "LEC3020", "region-without-formula", Severity.Warning, "A region of code bears a name that no formula of its notes has; the page shows it without one.");

    public static readonly DiagnosticCode FormulaWithoutRegion = new(
        "LEC3021", "formula-without-region", Severity.Info, "A named formula of an implemented paper is computed by no region of its code.");

    public static readonly DiagnosticCode ImplementationWithoutPaper = new(
        "LEC3022", "implementation-without-paper", Severity.Warning, "A folder of code is named like no paper; no page shows it.");

    public static readonly DiagnosticCode EvidenceUnreadable = new(
        "LEC3023", "evidence-unreadable", Severity.Warning, "A file of evidence is no record of a run; its claims are shown as not run.");

    public static readonly DiagnosticCode CodeUnreadable = new(
        "LEC3024", "code-unreadable", Severity.Warning, "The compiler's parser finds an error in a file of code; the page shows its text all the same.");

    public static readonly IReadOnlyList<DiagnosticCode> All =
    [
        BrokenLink, BrokenSourceLink, Formula, NoFormulaSetter, NoFonts, UnknownSetting, BadSetting, BadSettings,
        RegionWithoutFormula, FormulaWithoutRegion, ImplementationWithoutPaper, EvidenceUnreadable, CodeUnreadable,
    ];
}
