using Lectern.Site.Maps;

namespace Lectern.Cli.Maps;

/// <summary>What this program was built with to draw maps.</summary>
internal static partial class FieldMappers
{
    /// <summary>Null where it was built with nothing.</summary>
    public static IFieldMapper? Default { get; } = Choose();

    private static IFieldMapper? Choose()
    {
        IFieldMapper? mapper = null;
        Choose(ref mapper);
        return mapper;
    }

    static partial void Choose(ref IFieldMapper? mapper);
}
