namespace Lectern.Cli.Sources;

/// <summary>What is worth keeping between runs and can be made again at any time.</summary>
internal static class CacheFolder
{
    /// <summary>Null where there is no home to keep it in.</summary>
    public static string? Find()
    {
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        if (string.IsNullOrEmpty(cache) && Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home)
            cache = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData) : Path.Combine(home, ".cache");
        return string.IsNullOrEmpty(cache) ? null : Path.Combine(cache, "lectern");
    }
}
