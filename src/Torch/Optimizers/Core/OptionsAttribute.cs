namespace TorchSharp.Modules;

/// <summary>Has <c>LoadStateDict</c>, <c>SaveStateDict</c> and <c>Complete</c> written from the fields, in their order, where they are not written by hand.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OptionsAttribute : Attribute;
