namespace Lectern.Evidence;

/// <summary>The data of a figure: curves over one axis.</summary>
public sealed record FigureRecord(
    string Id,
    string Title,
    string HorizontalLabel,
    string VerticalLabel,
    IReadOnlyList<FigureSeries> Series);

public sealed record FigureSeries(string Name, IReadOnlyList<FigurePoint> Points);

/// <summary>A point, with half the range over the seeds where there were several.</summary>
public sealed record FigurePoint(double X, double Y, double? Spread = null);
