namespace TorchSharp;

public static partial class torch
{
    /// <summary>A device a tensor can live on, as in <c>cpu</c> or <c>cuda:0</c>.</summary>
    public class Device
    {
        public Device(DeviceType deviceType, int index = -1) => (type, this.index) = (deviceType, index);

        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        public Device(string deviceType, int index = -1)
            : this(Parse(deviceType).Type, index >= 0 ? index : Parse(deviceType).Index)
        {
        }

        public Device(string description)
            : this(description, -1)
        {
        }

        public DeviceType type { get; }

        /// <summary>Which one of its type; -1 for the current one.</summary>
        public int index { get; }

        public static implicit operator Device(string description) => new(description);

        public override string ToString() => index < 0 ? Name : $"{Name}:{index}";

        private string Name => type.ToString().ToLowerInvariant();

        private static (DeviceType Type, int Index) Parse(string description)
        {
            var parts = description.Split(':');
            var index = -1;
            return parts.Length <= 2 && Enum.TryParse<DeviceType>(parts[0], ignoreCase: true, out var type) && !int.TryParse(parts[0], out _)
                && (parts.Length == 1 || (int.TryParse(parts[1], out index) && index >= 0))
                ? (type, index)
                : throw new ArgumentException($"'{description}' is not a device; a device is written like cpu, cuda or cuda:0.", nameof(description));
        }
    }

    public static readonly Device CPU = new(DeviceType.CPU);
    public static readonly Device META = new(DeviceType.META);

    public static Device device(string description) => new(description);

    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    public static Device device(int index) => new(index);
}
