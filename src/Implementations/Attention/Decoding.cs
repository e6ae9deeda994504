// How the Transformer writes: one token after another, greedily or with a beam (§6.1), with keys and values kept.

namespace Lectern.Implementations.Attention;

/// <summary>What a decoder keeps between tokens: per layer, the keys and values of its own tokens and of the source.</summary>
public sealed class DecoderCache(int layers) : IDisposable
{
    /// <summary>Tokens read so far.</summary>
    public long Length { get; set; }

    public IReadOnlyList<Layer> Layers { get; } = [.. Enumerable.Range(0, layers).Select(_ => new Layer(new(), new()))];

    /// <summary>Keeps the sequences with these numbers, each as often as it is named; (B).</summary>
    public void Select(Tensor sequences)
    {
        foreach (var kept in Layers.SelectMany(layer => new[] { layer.Self, layer.Cross }))
        {
            if (kept is not { K: { } K, V: { } V }) continue;
            (kept.K, kept.V) = (K.index_select(0, sequences).DetachFromDisposeScope(), V.index_select(0, sequences).DetachFromDisposeScope());
            K.Dispose();
            V.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var kept in Layers.SelectMany(layer => new[] { layer.Self, layer.Cross }))
        {
            kept.K?.Dispose();
            kept.V?.Dispose();
        }
    }

    public sealed record Layer(KeyValueCache Self, KeyValueCache Cross);
}

/// <summary>A decoded sequence, without its first token, and its score.</summary>
public sealed record Hypothesis(IReadOnlyList<long> Tokens, double Score);

public static class Decoding
{
    /// <summary>The most probable token at every step, for a whole batch; (B, length). After <paramref name="end"/> a row holds only <paramref name="end"/>.</summary>
    public static Tensor Greedy(Transformer model, Tensor source, long start, long end, int length, bool cached = true)
    {
        using var no_gradients = no_grad();
        using var scope = NewDisposeScope();
        var memory = model.Encode(source);
        using var cache = new DecoderCache((int)model.Config.Layers);
        var written = full(source.size(0), 1, start, int64, source.device);             // (B, 1)
        for (var t = 0; t < length; t++)
        {
            var logits = cached
                ? model.Decode(written[TensorIndex.Colon, TensorIndex.Slice(t)], memory, cache: cache)
                : model.Decode(written, memory);
            var next = logits[TensorIndex.Colon, -1].argmax(-1).unsqueeze(1);           // (B, 1)
            var ended = t > 0 ? written[TensorIndex.Colon, TensorIndex.Slice(t)].eq(end) : zeros_like(next, @bool);
            written = cat([written, next.masked_fill(ended, end)], 1);
        }

        return written[TensorIndex.Colon, TensorIndex.Slice(1)].MoveToOuterDisposeScope();
    }

    #region eq-length-penalty
    // score(Y) = log P(Y | X) / lp(Y),  lp(Y) = ((5 + |Y|) / 6)^α                                     Wu 2016 (1609.08144), (14)
    public static double LengthPenalty(int length, double alpha) => Math.Pow((5.0 + length) / 6.0, alpha);
    #endregion

    /// <summary>The best sequences for one source (1, S), best first. §6.1 searches with four and α = 0.6, and stops at the source's length + 50.</summary>
    public static IReadOnlyList<Hypothesis> Beam(
        Transformer model, Tensor source, long start, long end, int beam = 4, double alpha = 0.6, int? length = null)
    {
        using var no_gradients = no_grad();
        using var scope = NewDisposeScope();
        var memory = model.Encode(source);
        using var cache = new DecoderCache((int)model.Config.Layers);
        List<Hypothesis> open = [new([], 0)], ended = [];
        var last = tensor(new[] { start }, device: source.device).unsqueeze(1);         // (beam, 1)
        var limit = length ?? (int)source.size(1) + 50;
        for (var t = 1; t <= limit && open.Count > 0; t++)
        {
            using var step = NewDisposeScope();
            var logits = model.Decode(last, memory.expand(open.Count, -1, -1), cache: cache);
            var log_p = logits[TensorIndex.Colon, -1].log_softmax(-1).to(float64, CPU).data<double>().ToArray();   // (beam · V)
            var V = log_p.Length / open.Count;
            var best = Enumerable.Range(0, log_p.Length)
                .Select(i => (From: i / V, Token: (long)(i % V), Sum: open[i / V].Score + log_p[i]))
                .OrderByDescending(candidate => candidate.Sum)
                .Take(2 * beam)
                .ToList();
            ended.AddRange(best.Where(c => c.Token == end).Select(c => new Hypothesis(open[c.From].Tokens, c.Sum / LengthPenalty(t, alpha))));
            var kept = best.Where(c => c.Token != end).Take(beam).ToList();
            // A sum only falls and the penalty only grows: when no open one can pass the best that ended, the search is over.
            if (ended.Count >= beam && kept[0].Sum / LengthPenalty(limit, alpha) < ended.Max(h => h.Score)) break;
            open = [.. kept.Select(c => new Hypothesis([.. open[c.From].Tokens, c.Token], c.Sum))];
            cache.Select(tensor(kept.Select(c => (long)c.From).ToArray(), device: source.device));
            last = tensor(kept.Select(c => c.Token).ToArray(), device: source.device).unsqueeze(1).MoveToOuterDisposeScope();
        }

        if (ended.Count == 0) ended.AddRange(open.Select(h => new Hypothesis(h.Tokens, h.Score / LengthPenalty(h.Tokens.Count, alpha))));
        return [.. ended.OrderByDescending(h => h.Score).Take(beam)];
    }
}
