using Lectern.Model;

namespace Lectern.Search;

/// <summary>Everything a search can have to say about a query or its index, for the reference page of all codes.</summary>
public static class SearchCodes
{
    public static readonly DiagnosticCode UnknownField = new(
        "LEC4001", "field-unknown", Severity.Error, "A query asks for a field that there is not; its words are searched for everywhere.");

    public static readonly DiagnosticCode MissingValue = new(
        "LEC4002", "value-missing", Severity.Error, "A field or an operator of a query has nothing behind it, or an operator nothing before it.");

    public static readonly DiagnosticCode UnclosedQuote = new(
        "LEC4003", "quote-unclosed", Severity.Error, "A phrase of a query has no closing quotation mark; it is taken to reach to the end.");

    public static readonly DiagnosticCode Parenthesis = new(
        "LEC4004", "parenthesis-unmatched", Severity.Error, "A query opens a group that it does not close, or closes one that it did not open.");

    public static readonly DiagnosticCode BadValue = new(
        "LEC4005", "value-invalid", Severity.Error, "A field, range, boost or distance of a query has a value that it cannot have.");

    public static readonly DiagnosticCode LeadingWildcard = new(
        "LEC4006", "wildcard-leading", Severity.Error, "A word of a query begins with a wildcard; the whole dictionary would have to be read.");

    public static readonly DiagnosticCode TooLong = new(
        "LEC4007", "query-too-long", Severity.Error, "A query has more words, nesting or characters than are searched for; the rest is left out.");

    public static readonly DiagnosticCode NoTerms = new(
        "LEC4008", "word-empty", Severity.Warning, "A word of a query has no letter, digit or sign that is indexed, and is left out.");

    public static readonly DiagnosticCode AnyWord = new(
        "LEC4010", "any-word", Severity.Info, "No section has all words of the query; those with some of them are shown.");

    public static readonly DiagnosticCode BoostOfLetter = new(
        "LEC4011", "boost-of-letter", Severity.Info, "A caret after a single letter was read as a boost; a formula goes into quotation marks.");

    public static readonly DiagnosticCode ManyTerms = new(
        "LEC4012", "expansion-bounded", Severity.Warning, "A prefix, wildcard or similar word stands for more terms than are searched for; the most frequent were.");

    public static readonly DiagnosticCode OutOfTime = new(
        "LEC4013", "out-of-time", Severity.Warning, "A search took longer than it may; some hits are missing.");

    public static readonly DiagnosticCode IndexRebuilt = new(
        "LEC4020", "index-rebuilt", Severity.Warning, "The index was damaged, foreign or of another version, and was made anew.");

    public static readonly DiagnosticCode IndexLocked = new(
        "LEC4021", "index-locked", Severity.Error, "Another program is writing the index.");

    public static readonly IReadOnlyList<DiagnosticCode> All =
    [
        UnknownField, MissingValue, UnclosedQuote, Parenthesis, BadValue, LeadingWildcard, TooLong, NoTerms,
        AnyWord, BoostOfLetter, ManyTerms, OutOfTime, IndexRebuilt, IndexLocked,
    ];
}
