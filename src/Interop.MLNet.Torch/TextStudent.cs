using Lectern.Implementations.Distilbert;
using Student = Lectern.Implementations.Distilbert.Distilbert;

namespace Lectern.Interop.MLNet.Torch;

/// <summary>The distilled student with its vocabulary: text in, a vector of the text and the words for its gaps out.</summary>
public sealed class TextStudent : IDisposable
{
    private readonly Student _model;
    private readonly WordPiece _pieces;
    private readonly Lock _one = new();

    /// <param name="model">Belongs to the student from now on.</param>
    /// <param name="vocabulary">The lines of its <c>vocab.txt</c>.</param>
    public TextStudent(Student model, IReadOnlyList<string> vocabulary)
    {
        (_model, Vocabulary, _pieces) = (model, vocabulary, new(vocabulary));
        if (_pieces.Count != model.Config.Vocabulary)
            throw new ArgumentException($"The vocabulary has {_pieces.Count} pieces and the model {model.Config.Vocabulary}.", nameof(vocabulary));
        model.eval();
    }

    public DistilbertConfig Config => _model.Config;

    public IReadOnlyList<string> Vocabulary { get; }

    internal Student Model => _model;

    /// <summary>
    /// The mean of the last hidden states, and for each <c>[MASK]</c> of the text the piece that the model finds most likely there.
    /// What is longer than the model has positions is cut off.
    /// </summary>
    public StudentReading Read(string text)
    {
        var tokens = Encode(text);
        lock (_one)
        {
            using var off = no_grad();
            using var scope = NewDisposeScope();
            var (hidden, logits) = _model.forward(tensor(tokens, 1, tokens.Length));
            var likeliest = logits.argmax(-1).flatten().data<long>().ToArray();
            return new()
            {
                Vector = hidden.mean([1]).flatten().data<float>().ToArray(),
                Filled = [.. tokens.Index().Where(it => it.Item == _pieces["[MASK]"]).Select(it => _pieces.Decode([likeliest[it.Index]]))],
            };
        }
    }

    public void Dispose() => _model.Dispose();

    /// <summary>WordPiece takes <c>[MASK]</c> for three words, so the text is cut there.</summary>
    private long[] Encode(string text)
    {
        List<long> tokens = [_pieces["[CLS]"]];
        foreach (var (i, part) in text.Split("[MASK]").Index())
        {
            if (i > 0)
                tokens.Add(_pieces["[MASK]"]);
            tokens.AddRange(_pieces.Encode(part)[1..^1]);
        }

        return [.. tokens.Take((int)_model.Config.Positions - 1), _pieces["[SEP]"]];
    }
}
