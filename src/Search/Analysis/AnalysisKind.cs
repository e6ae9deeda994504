namespace Lectern.Search.Analysis;

/// <summary>What a field does to a text before it is indexed or searched.</summary>
public enum AnalysisKind
{
    /// <summary>Words with their stems.</summary>
    Text,

    /// <summary>Words as they are: names are not English.</summary>
    Names,

    /// <summary>TeX.</summary>
    Math,

    /// <summary>The whole value is one term, folded.</summary>
    Keyword,
}
