using Microsoft.ML.Transforms;

namespace Lectern.Interop.MLNet.Torch;

/// <summary>
/// What ML.NET asks for the mapping of a saved pipeline. It gives no place to look for weights, so the student has to be at
/// hand while the pipeline is read: <see cref="StudentModels.Load"/> sees to that.
/// </summary>
[CustomMappingFactoryAttribute(StudentEstimator.Contract)]
public sealed class StudentMappingFactory : CustomMappingFactory<StudentText, StudentReading>
{
    private static readonly AsyncLocal<TextStudent?> s_atHand = new();

    public override Action<StudentText, StudentReading> GetMapping() =>
        StudentEstimator.Mapping(s_atHand.Value ?? throw new StudentWeightsException("A pipeline with a student has its weights in a file of their own; read it with StudentModels.Load."));

    internal static T With<T>(TextStudent student, Func<T> read)
    {
        s_atHand.Value = student;
        try
        {
            return read();
        }
        finally
        {
            s_atHand.Value = null;
        }
    }
}
