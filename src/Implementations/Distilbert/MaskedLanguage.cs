// What BERT learns from: texts in which some words are hidden (Devlin 2018, §3.1).

namespace Lectern.Implementations.Distilbert;

public static class MaskedLanguage
{
    /// <summary>The label of a token that is not to be predicted.</summary>
    public const long Ignored = -100;

    /// <summary>
    /// §3.1: 15 % of the tokens are to be predicted; of these 80 % are replaced by [MASK], 10 % by a random token, and 10 % are left as they are.
    /// Tokens below <paramref name="special"/> are never chosen.
    /// </summary>
    public static (Tensor Tokens, Tensor Labels) Mask(Tensor tokens, long mask, long vocabulary, long special = 0, Generator? generator = null)
    {
        using var scope = NewDisposeScope();
        Tensor Draw() => rand(tokens.shape, generator: generator).to(tokens.device);
        var chosen = (Draw() < 0.15).logical_and(tokens.ge(special));
        var how = Draw();
        var random = randint(special, vocabulary, tokens.shape, generator: generator).to(tokens.device);
        var shown = tokens.masked_fill(chosen.logical_and(how < 0.8), mask);
        shown = where(chosen.logical_and(how >= 0.9), random, shown);
        var labels = tokens.masked_fill(chosen.logical_not(), Ignored);
        return (shown.MoveToOuterDisposeScope(), labels.MoveToOuterDisposeScope());
    }
}
