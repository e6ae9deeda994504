namespace Lectern.Interop.MLNet.Torch;

/// <summary>The column that the student reads.</summary>
public sealed class StudentText
{
    public string Text { get; set; } = "";
}

/// <summary>
/// The columns that it adds. The length of the vector belongs to the student and not to the type of the column, because a
/// reloaded mapping has nothing but its types; <c>PaperRows.View</c> gives vectors a column of known length.
/// </summary>
public sealed class StudentReading
{
    public float[] Vector { get; set; } = [];

    public string[] Filled { get; set; } = [];
}
