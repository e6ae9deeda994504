namespace TorchSharp;

public enum layout
{
    strided,
    sparse_coo,
}

public enum memory_format
{
    preserve_format,
    contiguous_format,
    channels_last,
}
