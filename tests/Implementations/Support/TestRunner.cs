using System.Reflection;
using Xunit.Sdk;

namespace Lectern.Implementations.Tests.Support;

/// <summary>Runs all tests of one implementation in their quick form, until the first red one. This is what <c>lectern mutate</c> starts for each mutant.</summary>
internal static class TestRunner
{
    /// <summary>0 where all are green; 1 and the name of the test where one is red. Tests that measure no claim take no time and come first.</summary>
    /// <param name="without">Ids of claims that are left out, such as <c>C9</c>.</param>
    public static int Run(Type tests, IReadOnlyCollection<string> without)
    {
        var chosen = tests.GetMethods(BindingFlags.Public | BindingFlags.Instance)
            .Where(method => method.IsDefined(typeof(FactAttribute)) && !without.Contains(method.Name.Split('_')[0]))
            .OrderBy(method => method.IsDefined(typeof(ClaimAttribute)));
        foreach (var method in chosen)
        {
            foreach (var arguments in Cases(method))
            {
                if (Passes(tests, method, arguments))
                    continue;
                Console.WriteLine(method.Name);
                return 1;
            }
        }

        return 0;
    }

    private static IEnumerable<object?[]?> Cases(MethodInfo method) => method.GetParameters().Length == 0
        ? [null]
        : method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(method));

    private static bool Passes(Type tests, MethodInfo method, object?[]? arguments)
    {
        try
        {
            var instance = Activator.CreateInstance(tests);
            using (instance as IDisposable)
                (method.Invoke(instance, arguments) as Task)?.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception failure) when (failure is TargetInvocationException or XunitException)
        {
            Console.Error.WriteLine(failure.GetBaseException().Message);
            return false;
        }
    }
}
