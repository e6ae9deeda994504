using Microsoft.ML;
using Microsoft.ML.Data;

namespace Lectern.Interop.MLNet.Tests;

public sealed class PaperRowTests
{
    private static readonly IReadOnlyList<PaperRow> Rows = PaperRows.Of(Corpus.Knowledge(
        "- #positions#theory# [(ALiBi) Train Short, Test Long]{author=Ofir Press; ref=https://arxiv.org/abs/2108.12409}",
        "    A penalty on *distance*, $m|i - j|$, and `code` at https://example.org/alibi.",
        "- [A work of unknown year]{author=Nobody}"));

    [Fact]
    public void AWorkIsARowWithItsTagsAndItsYear()
    {
        var row = Assert.Single(Rows, row => row.Id == "alibi");
        Assert.Equal("Train Short, Test Long", row.Title);
        Assert.Equal(["positions", "theory"], row.Tags);
        Assert.Equal(2021, row.Year);
        Assert.True(float.IsNaN(Assert.Single(Rows, row => row.Id != "alibi").Year));
    }

    [Fact]
    public void ItsTextHasTheWordsOfItsNotesWithoutMarksFormulasAndAddresses()
    {
        var text = Assert.Single(Rows, row => row.Id == "alibi").Text;
        Assert.StartsWith("ALiBi Train Short, Test Long positions theory", text, StringComparison.Ordinal);
        Assert.Contains("A penalty on distance", text, StringComparison.Ordinal);
        Assert.DoesNotContain("|i", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain('*', text);
    }

    [Fact]
    public void TheColumnsOfTheViewAreThoseOfARow()
    {
        var view = PaperRows.View(new MLContext(1), Rows);
        Assert.Equal(["Id", "Title", "Text", "Tags", "Year", "Vector"], view.Schema.Select(column => column.Name));
        Assert.Equal(NumberDataViewType.Single, view.Schema["Year"].Type);
    }

    [Fact]
    public void RowsComeBackFromTheViewAsTheyWere()
    {
        var context = new MLContext(1);
        var rows = Rows.Select(row => row with { Vector = [1, 0.5f] }).ToList();
        var back = context.Data.CreateEnumerable<PaperRow>(PaperRows.View(context, rows), reuseRowObject: false).ToList();
        Assert.Equal(rows.Select(row => (row.Id, row.Title, row.Text, string.Join(' ', row.Tags), row.Year, row.Vector[1])), back.Select(row => (row.Id, row.Title, row.Text, string.Join(' ', row.Tags), row.Year, row.Vector[1])));
    }

    [Fact]
    public void AVectorHasAKnownSizeSoThatTrainersTakeIt()
    {
        var rows = Rows.Select(row => row with { Vector = [1, 0, 0] }).ToList();
        Assert.Equal(new VectorDataViewType(NumberDataViewType.Single, 3), PaperRows.View(new MLContext(1), rows).Schema["Vector"].Type);
    }

    [Fact]
    public void VectorsOfTwoLengthsAreRefused()
    {
        var problem = Assert.Throws<ArgumentException>(() => PaperRows.View(new MLContext(1), [new PaperRow { Vector = [1] }, new PaperRow { Vector = [1, 2] }]));
        Assert.Contains("the lengths 1, 2", problem.Message, StringComparison.Ordinal);
    }
}
