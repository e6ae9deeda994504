using Microsoft.AspNetCore.Http;

namespace Lectern.Site.Serving;

/// <summary>Tells open pages, as server-sent events, the number of the generation that is shown.</summary>
internal sealed class ReloadChannel
{
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Announce() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public void Close() => _closed.TrySetResult();

    public async Task Stream(HttpResponse response, Func<int> number, CancellationToken aborted)
    {
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        try
        {
            while (!_closed.Task.IsCompleted)
            {
                var next = Volatile.Read(ref _next).Task;
                await response.WriteAsync($"data: {number()}\n\n", aborted);
                await response.Body.FlushAsync(aborted);
                await Task.WhenAny(next, _closed.Task).WaitAsync(aborted);
            }
        }
        catch (OperationCanceledException)
        {
            response.HttpContext.Abort();
        }
    }
}
