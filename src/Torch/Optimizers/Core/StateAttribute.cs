namespace TorchSharp.Modules;

/// <summary>
/// Has <c>LoadStateDict</c>, <c>SaveStateDict</c>, <c>ApproximatelyEquals</c>, <c>to</c> and <c>Dispose</c> written from the fields, in their
/// order, where they are not written by hand. A tensor that may be null is saved with whether it is there.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class StateAttribute : Attribute;
