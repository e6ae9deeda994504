// A frozen matrix learns through a narrow detour: two thin matrices beside it, whose product is added.
//
// Edward J. Hu, Yelong Shen, Phillip Wallis, Zeyuan Allen-Zhu, Yuanzhi Li, Shean Wang, Lu Wang, Weizhu Chen:
// LoRA: Low-Rank Adaptation of Large Language Models, 2021. arXiv:2106.09685v2.
//
// This file is the plain reference: readable, any device, not fast.
// Left out: embeddings and convolutions, dropout on the adapter's input, biases. Adapters on four-bit weights are in Qlora.cs.
// Read with: papers/adaptation.md, notes/lora.md. Checked by: LoraTests.
//
// Alphabet: B batch, k inputs, d outputs, r rank.

using System.Text.RegularExpressions;

namespace Lectern.Implementations.Lora;

public sealed record LoraConfig
{
    /// <summary>§7.2: a rank of 1 to 8 is enough for the query and value matrices of GPT-3.</summary>
    public long Rank { get; init; } = 4;

    /// <summary>§4.1: set to the first rank that is tried and left there, so that a change of rank needs no new learning rate.</summary>
    public double Alpha { get; init; } = 4;

    /// <summary>Table 4: the two adaptations of GPT-3 whose sizes the paper gives, on W_q and W_v.</summary>
    public static LoraConfig Gpt3Small { get; } = new() { Rank = 1, Alpha = 1 };

    public static LoraConfig Gpt3 { get; } = new() { Rank = 8, Alpha = 8 };
}

public static class Equations
{
    #region eq-count
    // |Θ| = 2 × L̂_LoRA × d_model × r                                                                               §4.2
    public static long Count(long matrices, long d_model, long rank) => 2 * matrices * d_model * rank;
    #endregion
}

/// <summary>The detour around one linear layer. It is attached by a hook: the layer itself, its class and its names stay as they are.</summary>
public sealed class LoraAdapter : Module<Tensor, Tensor>
{
    private readonly Parameter A, B;
    private readonly double _scale;
    private readonly Func<Linear> _layer;
    private Action? _detach;

    public LoraAdapter(Linear layer, LoraConfig config)
        : base(nameof(LoraAdapter))
    {
        if (config.Rank > Math.Min(layer.in_features, layer.out_features))
            throw new ArgumentException($"A rank of {config.Rank} is more than a matrix of {layer.out_features} × {layer.in_features} has.");
        // A function, not a field of type Linear: the frozen layer is not part of the adapter and not among its parameters.
        _layer = () => layer;
        _scale = config.Alpha / config.Rank;
        var device = layer.weight!.device;
        // §4.1: "a random Gaussian initialization for A and zero for B", so that ΔW = BA is zero at the beginning.
        // DEPARTS: the variance is not given; 1/k keeps A x at the scale of x.
        A = Parameter(randn(config.Rank, layer.in_features, device: device) / Math.Sqrt(layer.in_features));   // (r, k)
        B = Parameter(zeros(layer.out_features, config.Rank, device: device));                                 // (d, r)
        RegisterComponents();
        Attach();
    }

    #region eq-forward
    // h = W_0 x + (α / r) B A x: this is the second term, in the order that never forms the d × k product.         (3)
    public override Tensor forward(Tensor x)
    {
        using var scope = NewDisposeScope();
        var narrow = functional.linear(x, A);                                           // (B, r)
        return (functional.linear(narrow, B) * _scale).MoveToOuterDisposeScope();       // (B, d)
    }
    #endregion

    #region eq-update
    // W_0 + ΔW = W_0 + B A, scaled by α / r                                                                        §4.1
    public Tensor Update()
    {
        using var scope = NewDisposeScope();
        return (B.matmul(A) * _scale).MoveToOuterDisposeScope();                        // (d, k)
    }
    #endregion

    public bool Merged { get; private set; }

    /// <summary>Adds the update to the frozen matrix: inference then costs what it did without the adapter.</summary>
    public void Merge()
    {
        if (Merged) return;
        Add(1);
        Detach();
        Merged = true;
    }

    public void Unmerge()
    {
        if (!Merged) return;
        Add(-1);
        Attach();
        Merged = false;
    }

    /// <summary>Leaves the layer as it was before the adapter came.</summary>
    public void Detach()
    {
        _detach?.Invoke();
        _detach = null;
    }

    private void Attach()
    {
        var hook = _layer().register_forward_hook((_, x, h) => h + call(x));
        _detach = hook.remove;
    }

    private void Add(int sign)
    {
        using var no_gradients = no_grad();
        using var update = Update();
        _layer().weight!.add_(update, sign);
    }
}

/// <summary>A frozen model and the adapters on those of its linear layers whose names match. Its state is that of the adapters alone.</summary>
public sealed class LoraModel : Module
{
    private readonly Dictionary<string, LoraAdapter> _adapters = [];

    /// <param name="layers">Matches whole names such as <c>layers.0.attention.W_q</c>.</param>
    public LoraModel(Module model, string layers, LoraConfig config)
        : base(nameof(LoraModel))
    {
        foreach (var parameter in model.parameters()) parameter.requires_grad = false;
        foreach (var (name, module) in model.named_modules().Where(m => Regex.IsMatch(m.Item1, $"^(?:{layers})$")))
        {
            if (module is not Linear linear) throw new ArgumentException($"{name} is not a linear layer.");
            _adapters.Add(name, new LoraAdapter(linear, config));
            register_module(name.Replace('.', '/'), _adapters[name]);
        }

        if (_adapters.Count == 0) throw new ArgumentException($"No layer is named {layers}.");
    }

    public IReadOnlyDictionary<string, LoraAdapter> Adapters => _adapters;

    public void Merge()
    {
        foreach (var adapter in _adapters.Values) adapter.Merge();
    }

    public void Unmerge()
    {
        foreach (var adapter in _adapters.Values) adapter.Unmerge();
    }
}
