namespace Lectern.Interop.MLNet;

/// <summary>A work as a row of an <c>IDataView</c>; its properties are the columns.</summary>
public sealed record PaperRow
{
    public string Id { get; init; } = "";

    public string Title { get; init; } = "";

    /// <summary>Title, tags and all that was written down about the work, without formulas, code and addresses.</summary>
    public string Text { get; init; } = "";

    public string[] Tags { get; init; } = [];

    /// <summary>NaN where it is not known.</summary>
    public float Year { get; init; } = float.NaN;

    /// <summary>The place among the others, of length 1; empty until a <see cref="PaperSpace"/> has been made, and of length 0 for a text without a known word.</summary>
    public float[] Vector { get; init; } = [];
}
