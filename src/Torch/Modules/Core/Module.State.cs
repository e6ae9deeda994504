namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>The parameters and persistent buffers themselves, not copies, under their paths.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                foreach (var (name, parameter) in named_parameters()) _ = destination.TryAdd(Path(name), parameter);
                foreach (var (name, buffer) in named_buffers(include_nonpersistent: false)) _ = destination.TryAdd(Path(name), buffer);

                // A tensor that two modules share was named once above; it stands under both paths.
                foreach (var (name, module) in named_children()) _ = module.state_dict(destination, Path(name));
                return destination;

                string Path(string name) => string.IsNullOrEmpty(prefix) ? name : $"{prefix}.{name}";
            }

            /// <summary>
            /// Copies tensors of equal shapes into the parameters and buffers of the same paths. When <paramref name="strict"/>,
            /// paths that only one side has are an error, and nothing is copied.
            /// </summary>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var target = state_dict();
                string[] missing = [.. target.Keys.Where(key => !source.ContainsKey(key) && skip?.Contains(key) != true)];
                string[] unexpected = [.. source.Keys.Where(key => !target.ContainsKey(key) && skip?.Contains(key) != true)];
                if (strict && missing.Length + unexpected.Length > 0)
                {
                    throw new InvalidOperationException(
                        $"The state does not fit the module: missing [{string.Join(", ", missing)}], unexpected [{string.Join(", ", unexpected)}].");
                }

                (string Key, Tensor Value, Tensor Target)[] copies =
                    [.. source.Where(pair => target.ContainsKey(pair.Key) && skip?.Contains(pair.Key) != true).Select(pair => (pair.Key, pair.Value, target[pair.Key]))];
                foreach (var (key, value, into) in copies)
                {
                    if (!value.shape.SequenceEqual(into.shape))
                        throw new InvalidOperationException($"'{key}' has shape ({string.Join(", ", into.shape)}), the state ({string.Join(", ", value.shape)}).");
                }

                using var _ = no_grad();
                foreach (var (key, value, into) in copies) into.copy_(value);
                return (missing, unexpected);
            }
        }
    }
}
