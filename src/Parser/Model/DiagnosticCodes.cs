using System.Reflection;

namespace Lectern.Model;

/// <summary>Every code a reader of the output can meet. The reference page is made from this list.</summary>
public static partial class DiagnosticCodes
{
    public static readonly DiagnosticCode HeadingEmpty = new("LEC1001", "heading-empty", Severity.Info, "A heading without text makes no section.");
    public static readonly DiagnosticCode TagUnclosed = new("LEC1002", "tag-unclosed", Severity.Warning, "A tag group ends in `#` before white space; without it the group is text.");
    public static readonly DiagnosticCode ResourceUnclosed = new("LEC1003", "resource-unclosed", Severity.Warning, "The braces of a resource close on the line on which they open; the rest of the line is taken.");
    public static readonly DiagnosticCode ResourcePair = new("LEC1004", "resource-pair", Severity.Warning, "Between the braces stand pairs `key=value` separated by semicolons; anything else is left out.");
    public static readonly DiagnosticCode ResourceKeyRepeated = new("LEC1005", "resource-key-repeated", Severity.Warning, "Only `author` may be given more than once; of other keys the last value counts.");
    public static readonly DiagnosticCode AuthorHoldsTitle = new("LEC1006", "author-holds-title", Severity.Info, "An author with ` - ` in it holds the end of the title; the parts are put back.");
    public static readonly DiagnosticCode AuthorListUnclear = new("LEC1007", "author-list-unclear", Severity.Info, "Authors in a link label are separated by commas; these may be several names in one.");
    public static readonly DiagnosticCode ZettelMalformed = new("LEC1008", "zettel-malformed", Severity.Warning, "A zettel line begins with `[z:HHMM.uUUgg.rrrrr]` and a space; otherwise it is text.");
    public static readonly DiagnosticCode ZettelUndated = new("LEC1009", "zettel-undated", Severity.Warning, "The digits of the identifier are no time: hour, weekday, week and year contradict each other.");
    public static readonly DiagnosticCode ZettelAmbiguous = new("LEC1010", "zettel-ambiguous", Severity.Info, "Near the turn of a year two dates have the same digits; the earlier one is shown.");
    public static readonly DiagnosticCode LinkSpace = new("LEC1011", "link-space", Severity.Warning, "A destination holds no space; what was meant is used beside it where it can be told.");
    public static readonly DiagnosticCode LinkUnclosed = new("LEC1012", "link-unclosed", Severity.Warning, "A destination ends in `)`; without it the URL is taken to the next space.");
    public static readonly DiagnosticCode LinkUnbalanced = new("LEC1013", "link-unbalanced", Severity.Info, "The destination opens a parenthesis that it does not close; a link that repeats its label is understood.");
    public static readonly DiagnosticCode LinkEmpty = new("LEC1014", "link-empty", Severity.Warning, "A link needs a label and a destination.");
    public static readonly DiagnosticCode BracketUnclosed = new("LEC1015", "bracket-unclosed", Severity.Info, "A bracket at the end of a line has no partner and is text.");
    public static readonly DiagnosticCode MathUnclosed = new("LEC1016", "math-unclosed", Severity.Warning, "A display formula ends in `$$` at the end of a line, before a blank line; otherwise it is text.");
    public static readonly DiagnosticCode FenceUnclosed = new("LEC1017", "fence-unclosed", Severity.Warning, "A code block without its closing fence takes everything to the end of its container.");
    public static readonly DiagnosticCode AdmonitionTitleWrapped = new("LEC1018", "admonition-title-wrapped", Severity.Info, "The title of an admonition is closed on a later line; MkDocs would see no admonition.");
    public static readonly DiagnosticCode AdmonitionTitleUnclosed = new("LEC1019", "admonition-title-unclosed", Severity.Warning, "The title of an admonition is not closed; it ends with its line.");
    public static readonly DiagnosticCode AdmonitionHeader = new("LEC1020", "admonition-header", Severity.Info, "An admonition reads `??? kind \"title\"`; this line was understood all the same.");
    public static readonly DiagnosticCode ItemEmpty = new("LEC1021", "item-empty", Severity.Info, "A list item without text.");
    public static readonly DiagnosticCode QuoteBound = new("LEC1022", "quote-bound", Severity.Info, "A quotation between two entries is taken for a note on the first.");
    public static readonly DiagnosticCode Todo = new("LEC1023", "todo", Severity.Info, "Something is left to do.");
    public static readonly DiagnosticCode UrlDamaged = new("LEC1024", "url-damaged", Severity.Info, "The URL was damaged by a conversion; the mended one is used beside it.");
    public static readonly DiagnosticCode UrlSignIn = new("LEC1025", "url-sign-in", Severity.Info, "The URL is a sign-in or redirect page; where it names its target, that is used beside it.");
    public static readonly DiagnosticCode FrontMatterUnclosed = new("LEC1026", "front-matter-unclosed", Severity.Warning, "A file that begins with `---` needs a second such line; without it this is a rule.");
    public static readonly DiagnosticCode FrontMatterInvalid = new("LEC1027", "front-matter-invalid", Severity.Error, "The front matter is not valid YAML and is left out.");
    public static readonly DiagnosticCode NestingTooDeep = new("LEC1028", "nesting-too-deep", Severity.Warning, "Items and quotations nest at most 64 levels deep; below that a mark is text.");
    public static readonly DiagnosticCode HtmlShownAsText = new("LEC1029", "html-shown-as-text", Severity.Info, "Tags outside a short list are shown as text and never become part of a page.");
    public static readonly DiagnosticCode EncodingInvalid = new("LEC1030", "encoding-invalid", Severity.Warning, "Bytes that are not UTF-8 are kept in the file and shown as U+FFFD.");
    public static readonly DiagnosticCode ControlCharacter = new("LEC1031", "control-character", Severity.Warning, "A NUL character is kept in the file and shown as U+FFFD.");
    public static readonly DiagnosticCode QuotationMarksMixed = new("LEC1032", "quotation-marks-mixed", Severity.Info, "A title opens and closes with different kinds of quotation marks.");
    public static readonly DiagnosticCode LabelRepeated = new("LEC1033", "label-repeated", Severity.Info, "Two lines with one label are one entry: the URL is its reference, the text its note.");

    private static IReadOnlyList<DiagnosticCode>? _all;

    /// <summary>In the order of their numbers.</summary>
    public static IReadOnlyList<DiagnosticCode> All => _all ??=
        [.. typeof(DiagnosticCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => f.GetValue(null)).OfType<DiagnosticCode>().OrderBy(c => c.Id, StringComparer.Ordinal)];
}
