using Lectern.Site.Rendering;

namespace Lectern.Site.Serving;

/// <summary>Search in the site that is served.</summary>
public interface ISiteSearch
{
    /// <summary>The answer to a query as JSON.</summary>
    string Answer(string query, int? limit, bool facets, bool explain);

    /// <summary>A file of the index that the browser reads; null where there is none of that path.</summary>
    SiteFile? File(string path);

    /// <summary>The works most like the paper of a page, as far as they are known by now; a page does not wait for an index that is out of date.</summary>
    IReadOnlyList<LikeWork> Like(string path);
}
