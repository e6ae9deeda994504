using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Token = Lectern.Search.Analysis.Token;

namespace Lectern.Search.Engines.LuceneNet;

/// <summary>Tokens that were made elsewhere.</summary>
internal sealed class WrittenTokens(IReadOnlyList<Token> tokens) : TokenStream
{
    private ICharTermAttribute? _term;
    private IPositionIncrementAttribute? _increment;
    private int _next;
    private int _last = -1;

    public override bool IncrementToken()
    {
        if (_next == tokens.Count)
            return false;
        _term ??= AddAttribute<ICharTermAttribute>();
        _increment ??= AddAttribute<IPositionIncrementAttribute>();
        ClearAttributes();
        var token = tokens[_next++];
        _term.SetEmpty().Append(token.Term);
        _increment.PositionIncrement = token.Position - _last;
        _last = token.Position;
        return true;
    }

    public override void Reset()
    {
        base.Reset();
        (_next, _last) = (0, -1);
    }
}
