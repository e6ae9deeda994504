namespace Lectern.Site.Tests.Repository;

/// <summary>The folder of the repository that these tests were built in.</summary>
internal static class Root
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Lectern.slnx")))
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        return folder;
    }
}
