using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Text;

namespace Lectern.Interop.MLNet;

/// <summary>Of a work, another one and the cosine of the angle between their vectors.</summary>
public sealed record Neighbour(PaperRow Row, double Cosine);

/// <summary>
/// Works by what was written about them: the words of each text weighted by tf·idf, projected on the directions in which
/// the texts differ most (Deerwester et al., Indexing by latent semantic analysis, 1990). The same rows give the same vectors.
/// </summary>
public sealed class PaperSpace
{
    /// <summary>Any number; every source of chance in ML.NET starts from it.</summary>
    internal const int Seed = 1;

    private const int MostDimensions = 64;
    private const int Oversampling = 16;
    private const string Words = "Words";

    /// <summary>A word of a single text says nothing of how it stands to the others.</summary>
    private const int FewestTexts = 2;

    private PaperSpace(IReadOnlyList<PaperRow> rows, IReadOnlyList<string> terms, IReadOnlyList<VBuffer<float>> weights) =>
        (Rows, Terms, Weights) = (rows, terms, weights);

    /// <summary>The works with their vectors, in the order in which they came.</summary>
    public IReadOnlyList<PaperRow> Rows { get; }

    /// <summary>The words that were weighed, in lower case.</summary>
    internal IReadOnlyList<string> Terms { get; }

    /// <summary>Of each work, the weight of each term.</summary>
    internal IReadOnlyList<VBuffer<float>> Weights { get; }

    public static PaperSpace Of(IReadOnlyList<PaperRow> rows)
    {
        var context = new MLContext(Seed);
        List<PaperRow> bare = [.. rows.Select(row => row with { Vector = [] })];
        if (Weigh(context, PaperRows.View(context, bare)) is not { } words)
            return new(bare, [], [.. bare.Select(_ => default(VBuffer<float>))]);
        var terms = TermsOf(words.Schema[Words]);
        var projected = Project(context, words, Math.Min(rows.Count, terms.Length));
        return new([.. bare.Zip(projected, (row, vector) => row with { Vector = vector })], terms, [.. words.GetColumn<VBuffer<float>>(Words).Select(Copy)]);
    }

    public IDataView View(MLContext context) => PaperRows.View(context, Rows);

    /// <summary>The works whose vectors point most nearly the same way, nearest first; of equals the one whose identifier comes first.</summary>
    public IReadOnlyList<Neighbour> Nearest(string id, int count)
    {
        var from = Rows.FirstOrDefault(row => row.Id == id) ?? throw new KeyNotFoundException($"There is no work '{id}'.");
        return
        [
            .. Rows.Where(row => row.Id != id).Select(row => new Neighbour(row, Vectors.Dot(from.Vector, row.Vector)))
                .OrderByDescending(it => it.Cosine).ThenBy(it => it.Row.Id, StringComparer.Ordinal).Take(count),
        ];
    }

    /// <summary>Null where no word stands in several texts.</summary>
    private static IDataView? Weigh(MLContext context, IDataView view)
    {
        var counted = context.Transforms.Text.FeaturizeText(Words, Counting(), nameof(PaperRow.Text)).Fit(view).Transform(view);
        if (!counted.Schema[Words].HasSlotNames())
            return null;
        var shared = context.Transforms.FeatureSelection.SelectFeaturesBasedOnCount(Words, count: FewestTexts).AppendCacheCheckpoint(context)
            .Append(context.Transforms.NormalizeLpNorm(Words)).Fit(counted).Transform(counted);
        return shared.Schema[Words].HasSlotNames() ? context.Data.Cache(shared, Words) : null;
    }

    private static TextFeaturizingEstimator.Options Counting() => new()
    {
        CaseMode = TextNormalizingEstimator.CaseMode.Lower,
        KeepPunctuations = false,
        KeepNumbers = false,
        StopWordsRemoverOptions = new StopWordsRemovingEstimator.Options { Language = TextFeaturizingEstimator.Language.English },
        WordFeatureExtractor = new WordBagEstimator.Options { NgramLength = 1, Weighting = NgramExtractingEstimator.WeightingCriteria.TfIdf },
        CharFeatureExtractor = null,
        Norm = TextFeaturizingEstimator.NormFunction.None,
    };

    /// <summary>The featurizer names its slots after what counted them: <c>Word.attention</c>.</summary>
    private static string[] TermsOf(DataViewSchema.Column column)
    {
        VBuffer<ReadOnlyMemory<char>> names = default;
        column.GetSlotNames(ref names);
        return [.. names.DenseValues().Select(name => name.ToString()).Select(name => name[(name.IndexOf('.') + 1)..])];
    }

    /// <summary>ML.NET fills one buffer with row after row.</summary>
    private static VBuffer<float> Copy(VBuffer<float> row)
    {
        VBuffer<float> copy = default;
        row.CopyTo(ref copy);
        return copy;
    }

    private static IEnumerable<float[]> Project(MLContext context, IDataView words, int most)
    {
        var rank = Math.Min(MostDimensions, most);
        var project = context.Transforms
            .ProjectToPrincipalComponents(nameof(PaperRow.Vector), Words, rank: rank, overSampling: Math.Min(Oversampling, most - rank), ensureZeroMean: false, seed: Seed)
            .Append(context.Transforms.NormalizeLpNorm(nameof(PaperRow.Vector)));
        return project.Fit(words).Transform(words).GetColumn<float[]>(nameof(PaperRow.Vector));
    }
}
