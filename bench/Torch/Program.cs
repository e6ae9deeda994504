namespace Lectern.Torch.Bench;

internal static class Program
{
    public static int Main(string[] args)
    {
        using var peer = new Peer("/usr/bin/python3", get_num_threads());
        foreach (var one in OverheadBench.Run(peer, 7, args.Length > 0 ? args[0] : null))
            Console.WriteLine($"{one.Name,-26} {one.Python,7:0.00} {one.Lectern,7:0.00} {one.Ratio,6:0.00}");
        return 0;
    }
}
