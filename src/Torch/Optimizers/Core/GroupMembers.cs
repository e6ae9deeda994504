namespace TorchSharp.Modules;

/// <summary>The parameters of a group with their states.</summary>
internal sealed class GroupMembers(Parameter[] parameters, OptimizerState[] states)
{
    /// <summary>On the CPU a batch's tensors pass through the cache several times: 64 Ki elements in five tensors are 1.25 MiB of float32.</summary>
    private const long MostElements = 1 << 16;

    private readonly long[] _elements = [.. parameters.Select(parameter => parameter.numel())];

    public Parameter[] Parameters { get; } = parameters;

    public OptimizerState[] States { get; } = states;

    /// <summary>The numbers of the parameters that have a gradient, cut where the phase changes or the batch is full.</summary>
    public IEnumerable<int[]> Batches(TensorList gradients)
    {
        var most = Parameters.Length > 0 && Parameters[0].device_type == DeviceType.CPU ? MostElements : long.MaxValue;
        var batch = new List<int>();
        var elements = 0L;
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (gradients.Handles[i] == 0) continue;
            if (batch.Count > 0 && (elements + _elements[i] > most || States[i].Phase != States[batch[^1]].Phase))
            {
                yield return [.. batch];
                batch.Clear();
                elements = 0;
            }

            batch.Add(i);
            elements += _elements[i];
        }

        if (batch.Count > 0) yield return [.. batch];
    }
}
