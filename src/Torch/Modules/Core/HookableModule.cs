namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module that calls what was registered with it before and after <c>forward</c>.</summary>
        public abstract class HookableModule<TPreHook, TPostHook>(string name) : Module(name)
        {
            private readonly Utils.OrderedDict<string, Delegate> _before = new();
            private readonly Utils.OrderedDict<string, Delegate> _after = new();
            private int _next;

            private protected bool HasHooks => _before.Count + _after.Count > 0;

            private protected TPreHook[] PreHooks => [.. _before.values().OfType<TPreHook>()];

            private protected TPostHook[] PostHooks => [.. _after.values().OfType<TPostHook>()];

            /// <summary>What the hook returns replaces the input, unless it is null.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => Register(_before, (Delegate)(object)hook!);

            public HookRemover register_forward_pre_hook(Action<Module> hook) => Register(_before, hook);

            /// <summary>What the hook returns replaces the result, unless it is null.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => Register(_after, (Delegate)(object)hook!);

            public HookRemover register_forward_hook(Action<Module> hook) => Register(_after, hook);

            private protected void CallBefore()
            {
                foreach (var hook in _before.values().OfType<Action<Module>>().ToArray()) hook(this);
            }

            private protected void CallAfter()
            {
                foreach (var hook in _after.values().OfType<Action<Module>>().ToArray()) hook(this);
            }

            private HookRemover Register(Utils.OrderedDict<string, Delegate> hooks, Delegate hook)
            {
                ArgumentNullException.ThrowIfNull(hook);
                var key = $"hook{_next++}";
                hooks.Add(key, hook);
                return new HookRemover(this, key);
            }

            public class HookRemover(HookableModule<TPreHook, TPostHook> module, string key)
            {
                public void remove()
                {
                    _ = module._before.Remove(key);
                    _ = module._after.Remove(key);
                }
            }
        }
    }
}
