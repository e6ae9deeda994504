using static TorchSharp.torch.nn.functional;

namespace Lectern.Torch.Bench;

/// <summary>What is called, in both languages, on tensors so small that the call is all there is.</summary>
internal sealed record OperatorCase(string Name, string Python, Action Call)
{
    public static OperatorCase[] All()
    {
        var (a, b) = (ones(1), ones(1));
        var w = ones(1, requires_grad: true);
        var (m, n) = (rand(2, 2), rand(2, 2));
        var i = tensor(new long[] { 0, 1 });
        bool[] diagonal = [true, false, false, true];
        var mask = tensor(diagonal, [2, 2]);
        var scale = ones(2);
        var (image, kernel) = (rand(1, 1, 3, 3), rand(1, 1, 2, 2));
        float[] data = [1, 2, 3];
        return
        [
            One("add", "a + b", () => a + b),
            One("add, a gradient recorded", "w + b", () => w + b),
            One("add a number", "a + 2", () => a + 2),
            One("multiply by a number", "a * 2.5", () => a * 2.5),
            One("subtract", "a - b", () => a - b),
            One("divide", "a / b", () => a / b),
            new("add in place", "a.add_(b)", () => a.add_(b)),
            One("compare", "a == b", () => a == b),
            One("exp", "a.exp()", () => a.exp()),
            One("relu", "a.relu()", () => a.relu()),
            One("gelu", "F.gelu(a)", () => gelu(a)),
            One("sigmoid", "a.sigmoid()", () => a.sigmoid()),
            One("sum", "m.sum()", () => m.sum()),
            One("mean of a dimension", "m.mean(1)", () => m.mean([1])),
            new("max of a dimension", "m.max(1)", () => Drop(m.max(1))),
            One("argmax", "m.argmax()", () => m.argmax()),
            One("softmax", "m.softmax(-1)", () => m.softmax(-1)),
            One("log softmax", "m.log_softmax(-1)", () => m.log_softmax(-1)),
            One("matmul", "m.matmul(n)", () => m.matmul(n)),
            One("linear", "F.linear(m, n, scale)", () => linear(m, n, scale)),
            One("layer norm", "F.layer_norm(m, (2,), scale, scale)", () => layer_norm(m, [2], scale, scale)),
            One("conv2d", "F.conv2d(image, kernel)", () => conv2d(image, kernel, strides: [1, 1], padding: [0, 0], dilation: [1, 1])),
            One("where", "torch.where(mask, m, n)", () => where(mask, m, n)),
            One("masked fill", "m.masked_fill(mask, 0.0)", () => m.masked_fill(mask, 0.0)),
            One("cat", "torch.cat([m, n], 0)", () => cat([m, n], 0)),
            One("stack", "torch.stack([m, n], 0)", () => stack([m, n], 0)),
            One("view", "m.view(4)", () => m.view(4)),
            One("transpose", "m.transpose(0, 1)", () => m.transpose(0, 1)),
            One("unsqueeze", "m.unsqueeze(0)", () => m.unsqueeze(0)),
            One("one row", "m[0]", () => m[0]),
            One("one element", "m[0, 1]", () => m[0, 1]),
            One("a slice", "m[:, 1:]", () => m[.., 1..]),
            One("rows by number", "m[i]", () => m[i]),
            One("clone", "a.clone()", () => a.clone()),
            One("detach", "a.detach()", () => a.detach()),
            One("to another type", "a.to(torch.float64)", () => a.to(ScalarType.Float64)),
            One("zeros", "torch.zeros(2, 3)", () => zeros(2, 3)),
            One("ones like", "torch.ones_like(m)", () => ones_like(m)),
            One("from numbers", "torch.tensor(data)", () => tensor(data)),
            new("read a number", "a.item()", () => a.item<float>()),
            new("shape", "m.shape", () => Keep(m.shape)),
            new("dtype", "m.dtype", () => Keep((long)m.dtype)),
            new("forward and backward", "(w * w).sum().backward()", () =>
            {
                using var square = w * w;
                using var total = square.sum();
                total.backward();
            }),
        ];
    }

    private static object? s_kept;
    private static long s_number;

    private static OperatorCase One(string name, string python, Func<Tensor> call) => new(name, python, () => call().Dispose());

    private static void Drop((Tensor First, Tensor Second) two)
    {
        two.First.Dispose();
        two.Second.Dispose();
    }

    private static void Keep(object value) => s_kept = value;

    private static void Keep(long value) => s_number += value;
}
