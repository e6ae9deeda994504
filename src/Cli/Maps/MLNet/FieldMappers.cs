using Lectern.Cli.Maps.MLNet;
using Lectern.Site.Maps;

namespace Lectern.Cli.Maps;

internal static partial class FieldMappers
{
    static partial void Choose(ref IFieldMapper? mapper) => mapper = new MLNetMapper();
}
