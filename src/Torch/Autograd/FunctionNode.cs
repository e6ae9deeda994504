using System.Runtime.InteropServices;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp;

internal enum OutputKind
{
    Constant,
    Differentiable,
    Dirty,
}

/// <summary>The managed side of a node of the graph; the native side frees it when no tensor leads to the node any more.</summary>
internal sealed unsafe class FunctionNode(
    string name, Func<AutogradContext, List<Tensor>, List<Tensor>> backward, AutogradContext context, object[] vars)
{
    private readonly bool[] _isTensor = Array.ConvertAll(vars, variable => variable is Tensor { IsInvalid: false });
    private (long[] Shape, ScalarType Type, Device Device)?[] _outputs = [];

    /// <summary>Gives the outputs their place in the graph. They stay the same objects, except an input that goes out unchanged.</summary>
    public List<Tensor> Attach(Tensor[] inputs, List<Tensor> outputs)
    {
        var kinds = outputs.ConvertAll(Kind).ToArray();
        if (context.MaterializeGrads)
            _outputs = [.. outputs.Select(o => o is null ? null : ((long[], ScalarType, Device)?)(o.shape, o.dtype, o.device))];
        var (ins, outs, saved) = (new TensorHandles(inputs), new TensorHandles(outputs), new TensorHandles(context.Saved));
        var results = new nint[outputs.Count];
        fixed (nint* firstIn = ins.Handles, firstOut = outs.Handles, firstSaved = saved.Handles, firstResult = results)
        fixed (OutputKind* firstKind = kinds)
        {
            // From here on the node owns the handle: it frees it even if attaching fails.
            Native.Check(Native.lt_attach(
                (nint)GCHandle.Alloc(this), &Run, &Free, firstIn, ins.Handles.Length, firstOut, firstKind, outs.Handles.Length,
                firstSaved, saved.Handles.Length, firstResult));
        }

        GC.KeepAlive(inputs);
        GC.KeepAlive(context.Saved);
        context.HandOver();
        return [.. outputs.Select((output, i) => Result(output, results[i]))];
    }

    private static Tensor Result(Tensor output, nint handle)
    {
        if (output is null || output.Handle != handle) return handle == 0 ? null! : new Tensor(handle);
        Native.lt_release(handle);
        return output;
    }

    [UnmanagedCallersOnly]
    private static int Run(nint self, nint node, nint* gradients, int count, nint* results, int capacity)
    {
        try
        {
            using var scope = NewDisposeScope();
            ((FunctionNode)GCHandle.FromIntPtr(self).Target!).Run(node, new ReadOnlySpan<nint>(gradients, count), new Span<nint>(results, capacity));
            return 0;
        }
        catch (Exception exception)
        {
            return NativeFailure.Keep(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static void Free(nint self)
    {
        var handle = GCHandle.FromIntPtr(self);
        ((FunctionNode)handle.Target!).Close();
        handle.Free();
    }

    private void Close() => context.Dispose();

    private OutputKind Kind(Tensor output) =>
        Holds(context.Constant, output) ? OutputKind.Constant : Holds(context.Dirty, output) ? OutputKind.Dirty : OutputKind.Differentiable;

    private static bool Holds(List<Tensor> tensors, Tensor tensor) => tensors.Exists(other => ReferenceEquals(other, tensor));

    private void Run(nint node, ReadOnlySpan<nint> gradients, Span<nint> results)
    {
        var given = new List<Tensor>(gradients.Length);
        foreach (var handle in gradients) given.Add(handle == 0 ? null! : new Tensor(handle));
        for (var i = 0; i < given.Count; i++)
        {
            if (given[i] is null && context.MaterializeGrads && _outputs[i] is var (shape, type, device)) given[i] = zeros(shape, type, device);
        }

        lock (this)
        {
            context.Node = node;
            try
            {
                Answer(backward(context, given), results);
            }
            finally
            {
                context.Node = 0;
            }
        }
    }

    /// <summary>One gradient for each argument of forward; those that are no tensors have none.</summary>
    private void Answer(List<Tensor> answer, Span<nint> results)
    {
        var place = 0;
        for (var i = 0; i < Math.Max(answer.Count, _isTensor.Length); i++)
        {
            var gradient = i < answer.Count ? answer[i] : null;
            var none = gradient is null || gradient.IsInvalid;
            if (i < answer.Count && i < _isTensor.Length && _isTensor[i])
                results[place++] = none ? 0 : Retained(gradient!);
            else if (!none || i >= answer.Count)
                throw Wrong(results, i < _isTensor.Length && i < answer.Count
                    ? $"{name}.backward gives a gradient for argument {i}, which is not a tensor."
                    : $"{name}.backward gives {answer.Count} gradients for {_isTensor.Length} arguments.");
        }
    }

    private static InvalidOperationException Wrong(Span<nint> results, string message)
    {
        foreach (ref var handle in results)
        {
            if (handle != 0) Native.lt_release(handle);
            handle = 0;
        }

        return new InvalidOperationException(message);
    }

    private static nint Retained(Tensor gradient)
    {
        nint handle;
        Native.Check(Native.lt_retain(gradient.Handle, &handle));
        GC.KeepAlive(gradient);
        return handle;
    }
}
