namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes the parameters and persistent buffers: their number, then each one's path and tensor.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                KeyValuePair<string, Tensor>[] kept = [.. sd.Where(pair => skip?.Contains(pair.Key) != true)];
                writer.Write7BitEncodedInt64(kept.Length);
                foreach (var (path, tensor) in kept)
                {
                    writer.Write(path);
                    TensorFormat.Write(tensor, writer);
                }
            }

            public Module save(string location, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(File.Create(location));
                return save(writer, skip);
            }

            /// <summary>Writes to the stream and closes it; a writer of one's own stays open.</summary>
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream);
                return save(writer, skip);
            }

            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                if (!File.Exists(location)) throw new FileNotFoundException($"There is no file {location}.", location);
                using var reader = new BinaryReader(File.OpenRead(location));
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>Reads from the stream and closes it; a reader of one's own stays open.</summary>
            public Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream);
                return load(reader, strict, skip, loadedParameters);
            }

            /// <summary>
            /// Reads what <see cref="save(BinaryWriter, IList{string})"/> has written. When <paramref name="strict"/>, the saved paths must be the
            /// module's own; <paramref name="loadedParameters"/> receives each saved path, and whether the module has it.
            /// </summary>
            public virtual Module load(BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var own = state_dict();
                var count = Saved(reader.Read7BitEncodedInt64);
                if (strict && count != own.Count) throw new ArgumentException($"The module has {own.Count} parameters and buffers, and what is loaded {count}.");
                for (long i = 0; i < count; i++)
                {
                    var path = Saved(reader.ReadString);
                    var found = own.TryGetValue(path, out var tensor);
                    if (strict && !found) throw new ArgumentException($"The module has no parameter or buffer '{path}'.");
                    Load(path, tensor, reader, skip?.Contains(path) == true);
                    loadedParameters?.Add(path, found);
                }

                return this;
            }

            public static Module Create<T>(string path)
                where T : Module, new() => new T().load(path);

            private static void Load(string path, Tensor? tensor, BinaryReader reader, bool skip)
            {
                try
                {
                    if (tensor is null || skip) TensorFormat.Skip(reader);
                    else TensorFormat.ReadInto(tensor, reader);
                }
                catch (ArgumentException wrong)
                {
                    throw new ArgumentException($"'{path}': {wrong.Message}", wrong);
                }
                catch (EndOfStreamException wrong)
                {
                    throw new EndOfStreamException($"'{path}': {wrong.Message}", wrong);
                }
            }

            private static T Saved<T>(Func<T> read)
            {
                try
                {
                    return read();
                }
                catch (Exception wrong) when (wrong is FormatException or IOException and not EndOfStreamException or System.Text.DecoderFallbackException)
                {
                    throw new InvalidDataException("What is read is not a saved module.", wrong);
                }
            }
        }
    }
}
