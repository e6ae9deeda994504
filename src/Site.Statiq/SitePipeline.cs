using Statiq.Common;
using Statiq.Core;

namespace Lectern.Site.Statiq;

/// <summary>
/// Every file of the site as a document. Pipelines that depend on it by its name see the pages with what is known of them,
/// as after <c>ReplaceDocuments(SitePipeline.Name)</c>.
/// </summary>
public sealed class SitePipeline : Pipeline
{
    public const string Name = "Lectern";

    internal SitePipeline(IReadOnlyList<SiteDocument> documents)
    {
        InputModules = [new ExecuteConfig(Config.FromContext(context => documents.Select(d => d.In(context))))];
        OutputModules = [new WriteWhole()];
    }

    /// <summary>Unlike WriteFiles, this writes empty files too.</summary>
    private sealed class WriteWhole : ParallelModule
    {
        protected override async Task<IEnumerable<IDocument>> ExecuteInputAsync(IDocument input, IExecutionContext context)
        {
            await using var from = input.GetContentStream();
            await using var to = context.FileSystem.GetOutputFile(input.Destination).OpenWrite();
            await from.CopyToAsync(to, context.CancellationToken);
            return [input];
        }
    }
}
