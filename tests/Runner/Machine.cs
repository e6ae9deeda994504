using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Lectern.Evidence;

namespace Lectern.Tests.Runner;

/// <summary>What the machine says of its device.</summary>
internal static class Machine
{
    public static DeviceRecord Device(string name)
    {
        var type = name.Split(':')[0];
        if (type != "cuda") return new DeviceRecord(type, Processor(), null);
        var index = name.Contains(':', StringComparison.Ordinal) ? name.Split(':')[1] : "0";
        var said = Output("nvidia-smi", $"--id={index}", "--query-gpu=name,driver_version", "--format=csv,noheader").Split(',', StringSplitOptions.TrimEntries);
        return said.Length == 2 ? new DeviceRecord(type, said[0], said[1]) : new DeviceRecord(type, "unknown", null);
    }

    private static string Processor() =>
        File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim()
        ?? RuntimeInformation.ProcessArchitecture.ToString();

    private static string Output(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true });
            var text = process!.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text.Trim() : "";
        }
        catch (Win32Exception)
        {
            return "";
        }
    }
}
