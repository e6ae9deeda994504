namespace Lectern.Interop.MLNet.Torch;

/// <summary>The weights of a student are missing, damaged or of another model.</summary>
public sealed class StudentWeightsException(string message, Exception? inner = null) : Exception(message, inner);
