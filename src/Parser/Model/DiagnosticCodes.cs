namespace Lectern.Model;

/// <summary>Every code a reader of the output can meet. The reference page is made from this list.</summary>
public static partial class DiagnosticCodes
{
}
