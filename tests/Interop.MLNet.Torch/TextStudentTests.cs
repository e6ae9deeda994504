using Lectern.Implementations.Distilbert;

namespace Lectern.Interop.MLNet.Torch.Tests;

public sealed class TextStudentTests : IDisposable
{
    private readonly TextStudent _student = Toys.Student();

    public void Dispose() => _student.Dispose();

    [Fact]
    public void TheVectorIsTheMeanOfTheHiddenStatesOfTheModelCalledDirectly()
    {
        using var off = no_grad();
        using var scope = NewDisposeScope();
        var tokens = new WordPiece(Toys.Vocabulary).Encode("The cat sat on the mat.");
        var hidden = _student.Model.forward(tensor(tokens, 1, tokens.Length)).Hidden.data<float>().ToArray();
        var mean = Enumerable.Range(0, 16).Select(c => Enumerable.Range(0, tokens.Length).Average(t => (double)hidden[t * 16 + c]));
        Assert.All(_student.Read("The cat sat on the mat.").Vector.Zip(mean), it => Assert.Equal(it.Second, it.First, 1e-5));
    }

    [Fact]
    public void EachMaskIsFilledWithTheLikeliestPieceOfTheModelCalledDirectly()
    {
        using var off = no_grad();
        using var scope = NewDisposeScope();
        var pieces = new WordPiece(Toys.Vocabulary);
        string[] words = ["[CLS]", "a", "[MASK]", "sat", ",", "a", "cat", "[MASK]", ".", "[SEP]"];
        var logits = _student.Model.forward(tensor([.. words.Select(word => pieces[word])], 1, words.Length)).Logits.data<float>().ToArray();
        var expected = new[] { 2, 7 }.Select(t => logits.Skip(t * Toys.Vocabulary.Length).Take(Toys.Vocabulary.Length).Index().MaxBy(it => it.Item).Index).Select(id => pieces.Decode([id]));
        Assert.Equal(expected, _student.Read("A [MASK] sat, a cat [MASK].").Filled);
    }

    [Fact]
    public void TextsThatDifferHaveVectorsThatDiffer() =>
        Assert.Equal(Toys.Texts.Length, Toys.Texts.Select(text => string.Join(' ', _student.Read(text).Vector)).Distinct().Count());

    [Fact]
    public void WhatIsLongerThanTheModelHasPositionsIsCutOff()
    {
        var longest = string.Join(' ', Enumerable.Repeat("cat", 22));
        Assert.Equal(_student.Read(longest).Vector, _student.Read(longest + " dog [MASK]").Vector);
        Assert.Empty(_student.Read(longest + " dog [MASK]").Filled);
    }

    [Fact]
    public void ReadingIsSafeFromManyThreads()
    {
        var alone = Toys.Texts.Select(text => _student.Read(text).Vector).ToList();
        Parallel.For(0, 64, i => Assert.Equal(alone[i % alone.Count], _student.Read(Toys.Texts[i % alone.Count]).Vector));
    }

    [Fact]
    public void AVocabularyOfAnotherSizeIsRefused() =>
        Assert.Contains("14 pieces and the model 15", Assert.Throws<ArgumentException>(() => new TextStudent(_student.Model, Toys.Vocabulary[..^1])).Message, StringComparison.Ordinal);
}
