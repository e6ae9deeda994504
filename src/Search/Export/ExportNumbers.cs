using Lectern.Search.Indexing;

namespace Lectern.Search.Export;

/// <summary>Documents in the order of pages and sections, whatever numbers they got in the history of the index.</summary>
internal sealed class ExportNumbers
{
    private readonly Catalogue _catalogue;
    private readonly int[] _numbers;

    public ExportNumbers(Catalogue catalogue)
    {
        _catalogue = catalogue;
        _numbers = new int[catalogue.Next];
        foreach (var number in catalogue.Pages.SelectMany(p => p.Numbers))
            _numbers[number] = Documents++;
    }

    public int Documents { get; }

    public int Of(int number) => _numbers[number];

    public ExportFile Sections()
    {
        var bytes = new ShardBytes();
        foreach (var page in _catalogue.Pages)
            bytes.Number(page.Numbers.Length);
        return ExportFile.Of("sections", bytes);
    }
}
