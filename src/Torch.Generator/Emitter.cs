using System.Text;

namespace Lectern.Torch.Generator;

/// <summary>Writes the body of a bound method: arguments into a block on the stack, one call, the result out of it.</summary>
internal static class Emitter
{
    public static string Emit(Binding binding, Schema schema, int id)
    {
        var arguments = Arguments(binding, schema);
        var body = new StringBuilder();
        var (lists, pins) = (new StringBuilder(), new StringBuilder());
        body.AppendLine($"    Arg* __a = stackalloc Arg[{Math.Max(arguments.Count, 1)}];");
        for (var i = 0; i < arguments.Count; i++) body.Append(Argument(schema.Arguments[i], arguments[i], i, lists, pins));
        var invoke = Invoke(binding, schema, $"Operators.O{id}", arguments.Count);
        foreach (var tensor in binding.Self == "this" ? binding.Tensors.Items.Prepend("this") : binding.Tensors.Items)
            invoke += $"    global::System.GC.KeepAlive({tensor});\n";
        var text = new StringBuilder();
        foreach (var type in binding.Types.Split('\n')) text.Append(type).AppendLine(" {");
        text.AppendLine($"  {binding.Signature} {{").Append(lists).Append(pins).AppendLine("    {").Append(body).Append(invoke);
        text.AppendLine(Result(binding, schema)).AppendLine("    }").AppendLine("  }");
        text.Append('}', binding.Types.Split('\n').Length).AppendLine();
        return text.ToString();
    }

    /// <summary>The expressions for the schema's arguments, in its order: those written in the attribute, else parameters of the same names.</summary>
    private static List<string> Arguments(Binding binding, Schema schema)
    {
        if (binding.Arguments is { } written)
        {
            var list = SplitTopLevel(written);
            return list.Count <= schema.Arguments.Count
                ? list
                : throw new BindingException($"aten::{binding.Operator} takes {schema.Arguments.Count} arguments, not {list.Count}");
        }

        var unused = binding.Parameters.Items.ToList();
        var found = new List<string>();
        foreach (var argument in schema.Arguments)
        {
            if (unused.Remove(argument.Name)) found.Add(argument.Name);
            else if (unused.Remove("@" + argument.Name)) found.Add("@" + argument.Name);
            else if (found.Count == 0 && binding.Self is not null)
            {
                found.Add(binding.Self);
                unused.Remove(binding.Self);
            }
            else found.Add("_");
        }

        _ = unused.RemoveAll(name => name is "requires_grad" or "names");
        if (unused.Count > 0) throw new BindingException($"aten::{binding.Operator} has no argument {string.Join(", ", unused)}");
        while (found.Count > 0 && found[found.Count - 1] == "_") found.RemoveAt(found.Count - 1);
        return found;
    }

    private static string Argument(SchemaArgument argument, string expression, int i, StringBuilder lists, StringBuilder pins)
    {
        if (expression == "_") return $"    __a[{i}] = Arg.Default;\n";
        switch (argument.Type)
        {
            case "int[]" or "int[]?" or "float[]" or "float[]?" or "bool[]":
                var element = argument.Type[0] switch { 'i' => "long", 'f' => "double", _ => "bool" };
                lists.AppendLine($"    global::System.ReadOnlySpan<{element}> __s{i} = {expression};");
                pins.AppendLine($"    fixed ({element}* __p{i} = &global::System.Runtime.InteropServices.MemoryMarshal.GetReference(__s{i}))");
                return $"    __a[{i}] = Arg.List(__p{i}, __s{i}.Length, {(argument.Type.EndsWith("?", StringComparison.Ordinal) ? "true" : "false")});\n";
            case "Tensor[]" or "Tensor?[]":
                lists.AppendLine($"    var __t{i} = new TensorHandles({expression});");
                pins.AppendLine($"    fixed (nint* __p{i} = __t{i}.Handles)");
                return $"    __a[{i}] = Arg.List(__p{i}, __t{i}.Handles.Length, {(argument.Type == "Tensor?[]" ? "true" : "false")});\n";
            case "str" or "str?":
                pins.AppendLine($"    fixed (byte* __p{i} = Arg.Utf8({expression}))");
                return $"    __a[{i}] = Arg.Text(__p{i});\n";
            case "Tensor":
                return $"    __a[{i}] = Arg.Required({expression}, \"{argument.Name}\");\n";
            case "float" or "float?":
                return $"    __a[{i}] = Arg.Real({expression});\n";
            default:
                return $"    __a[{i}] = Arg.Of({expression});\n";
        }
    }

    private static string Invoke(Binding binding, Schema schema, string op, int count) => (binding.ReturnType, schema.InPlace) switch
    {
        (_, true) or ("void", _) => $"    {op}.Run(__a, {count});\n",
        _ => $"    var __r = {op}.{Reader(binding.ReturnType)}(__a, {count});\n",
    };

    private static string Reader(string type) => type.TrimEnd('?') switch
    {
        "global::TorchSharp.torch.Tensor" => "One",
        "global::TorchSharp.torch.Tensor[]" => "Many",
        "long" => "Integer",
        "bool" => "Truth",
        "double" => "Number",
        var tuple when tuple.StartsWith("(", StringComparison.Ordinal) => tuple.Split(',').Length switch
        {
            2 => "Two",
            3 => "Three",
            4 => "Four",
            5 => "Five",
            _ => throw new BindingException($"a result of type {type} is not known"),
        },
        _ => throw new BindingException($"a result of type {type} is not known"),
    };

    private static string Result(Binding binding, Schema schema) => (binding.ReturnType, schema.InPlace) switch
    {
        ("void", _) => "",
        (_, true) => $"    return {binding.Self};",
        _ when binding.Parameters.Items.Contains("requires_grad") =>
            $"    return Creation.Finish(__r, requires_grad, {(binding.Parameters.Items.Contains("names") ? "names" : "null")});",
        _ => "    return __r;",
    };

    /// <summary>Splits at the commas that are not within brackets.</summary>
    private static List<string> SplitTopLevel(string text)
    {
        var list = new List<string>();
        var (start, depth) = (0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[') depth++;
            else if (text[i] is ')' or ']') depth--;
            else if (text[i] == ',' && depth == 0)
            {
                list.Add(text.Substring(start, i - start).Trim());
                start = i + 1;
            }
        }

        if (text.Trim().Length > 0) list.Add(text.Substring(start).Trim());
        return list;
    }
}

internal sealed class BindingException(string message) : Exception(message);
