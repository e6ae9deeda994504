using System.Reflection;
using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;

namespace Lectern.Torch.Tests.Optim;

/// <summary>The bytes of saved options and states, field by field, and what copying and comparing them takes in.</summary>
public sealed class SavedFormTests
{
    public static TheoryData<string> Names => [.. s_fields.Keys];

    /// <summary>The fields of the options and of the state, in the order in which they are saved.</summary>
    private static readonly Dictionary<string, (string Options, string State)> s_fields = new()
    {
        ["SGD"] = ("momentum dampening weight_decay nesterov maximize", "momentum_buffer?"),
        ["Adam"] = ("beta1 beta2 eps weight_decay amsgrad maximize", "step exp_avg exp_avg_sq max_exp_avg_sq?"),
        ["AdamW"] = ("beta1 beta2 eps weight_decay amsgrad maximize", "step exp_avg exp_avg_sq max_exp_avg_sq?"),
        ["RMSProp"] = ("maximize momentum alpha eps weight_decay centered", "step square_avg momentum_buffer? grad_avg?"),
        ["Adagrad"] = ("lr_decay initial_accumulator_value eps weight_decay", "step sum"),
        ["Adadelta"] = ("rho eps weight_decay maximize", "step square_avg acc_delta"),
        ["Adamax"] = ("beta1 beta2 eps weight_decay", "step exp_avg exp_inf"),
        ["NAdam"] = ("beta1 beta2 eps weight_decay momentum_decay", "step mu_product exp_avg exp_avg_sq"),
        ["RAdam"] = ("beta1 beta2 eps weight_decay", "step exp_avg exp_avg_sq"),
        ["ASGD"] = ("maximize lambd alpha weight_decay t0", "step eta mu ax"),
        ["Rprop"] = ("maximize etaminus etaplus min_step max_step", "step prev step_size"),
    };

    [Theory, MemberData(nameof(Names))]
    public void OptionsAreTheRatesAndThenTheFieldsInTheirOrder(string name)
    {
        var options = FilledOptions(name);
        using var expected = new MemoryStream();
        using var writer = new BinaryWriter(expected);
        writer.Write(options.InitialLearningRate);
        writer.Write(options.LearningRate!.Value);
        foreach (var field in OptionFields(name)) WriteNumber(writer, field.GetValue(options)!);
        var saved = Saved(options.SaveStateDict);
        Assert.Equal(expected.ToArray(), saved);
        var loaded = NewOptions(name);
        loaded.LoadStateDict(new BinaryReader(new MemoryStream(saved)));
        Assert.Equal(Values(name, options), Values(name, loaded));
    }

    [Theory, MemberData(nameof(Names))]
    public void CopiedOptionsAreEqualAndUnsetOnesStayUnset(string name)
    {
        var (options, copy) = (FilledOptions(name), NewOptions(name));
        copy.LoadStateDict(options);
        Assert.Equal(Values(name, options), Values(name, copy));
        copy.LoadStateDict(NewOptions(name));
        Assert.Equal(Values(name, NewOptions(name)), Values(name, copy));
    }

    [Theory, MemberData(nameof(Names))]
    public void AGroupTakesEachUnsetOptionFromTheOptimizer(string name)
    {
        using var scope = NewDisposeScope();
        var (first, second, third) = (NewParameter(), NewParameter(), NewParameter());
        using var optimizer = NewOptimizer(name, first);
        var own = FilledOptions(name);
        optimizer.add_param_group(new ParamGroup { Parameters = [second], Options = NewOptions(name) });
        optimizer.add_param_group(new ParamGroup { Parameters = [third], Options = own });
        var filled = FilledOptions(name);
        filled.InitialLearningRate = filled.LearningRate!.Value;
        Assert.Equal(Values(name, optimizer.state_dict().Options[0]), Values(name, optimizer.state_dict().Options[1]));
        Assert.Equal(Values(name, filled), Values(name, own));
    }

    [Theory, MemberData(nameof(Names))]
    public void AStateIsItsFieldsInTheirOrder(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var present in (bool[])[true, false])
        {
            var state = FilledState(name, present);
            using var expected = new MemoryStream();
            using var writer = new BinaryWriter(expected);
            foreach (var (field, optional) in StateFields(name))
            {
                var value = field.GetValue(state);
                if (optional) writer.Write(value is not null);
                if (value is Tensor tensor) TensorFormat.Write(tensor, writer);
                else if (value is not null) WriteNumber(writer, value);
            }

            var saved = Saved(state.SaveStateDict);
            Assert.Equal(expected.ToArray(), saved);
            var loaded = FilledState(name, !present);
            loaded.LoadStateDict(new BinaryReader(new MemoryStream(saved)));
            Assert.True(loaded.ApproximatelyEquals(state));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void ACopiedStateHasTensorsOfItsOwn(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var present in (bool[])[true, false])
        {
            var (state, copy) = (FilledState(name, present), FilledState(name, !present));
            copy.LoadStateDict(state);
            Assert.True(copy.ApproximatelyEquals(state));
            foreach (var (field, _) in StateFields(name))
            {
                if (field.GetValue(copy) is not Tensor tensor) continue;
                tensor.add_(1);
                Assert.False(copy.ApproximatelyEquals(state));
                copy.LoadStateDict(state);
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void StatesDifferWhenOneFieldDoes(string name)
    {
        using var scope = NewDisposeScope();
        var state = FilledState(name, true);
        Assert.False(state.ApproximatelyEquals(FilledState(name == "SGD" ? "Adam" : "SGD", true)));
        foreach (var (field, optional) in StateFields(name))
        {
            var other = FilledState(name, true);
            Assert.True(state.ApproximatelyEquals(other));
            field.SetValue(other, field.GetValue(other) switch { long n => (object)(n + 1), double x => x + 2e-8, var it => ((Tensor)it!).add(1) });
            Assert.False(state.ApproximatelyEquals(other), field.Name);
            if (field.FieldType == typeof(double))
            {
                field.SetValue(other, (double)field.GetValue(state)! + 5e-9);
                Assert.True(state.ApproximatelyEquals(other), field.Name);
            }

            if (!optional) continue;
            field.SetValue(other, null);
            Assert.False(state.ApproximatelyEquals(other), field.Name);
            Assert.False(other.ApproximatelyEquals(state), field.Name);
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void AStateMovesAndIsFreedWithEveryTensor(string name)
    {
        using var scope = NewDisposeScope();
        foreach (var present in (bool[])[true, false])
        {
            var state = FilledState(name, present);
            state.to(META);
            Tensor[] tensors = [.. StateFields(name).Select(it => it.Field.GetValue(state)).OfType<Tensor>()];
            Assert.All(tensors, tensor => Assert.Equal(DeviceType.META, tensor.device_type));
            ((IDisposable)state).Dispose();
            Assert.All(tensors, tensor => Assert.True(tensor.IsInvalid));
        }
    }

    private static Type Nested(string name, string nested) => typeof(Adam).Assembly.GetType($"TorchSharp.Modules.{name}+{nested}", throwOnError: true)!;

    private static FieldInfo[] OptionFields(string name) =>
        Array.ConvertAll(s_fields[name].Options.Split(' '), field => Nested(name, "Options").GetField(field)!);

    private static (FieldInfo Field, bool Optional)[] StateFields(string name) =>
        Array.ConvertAll(s_fields[name].State.Split(' '), field => (Nested(name, "State").GetField(field.TrimEnd('?'))!, field.EndsWith('?')));

    private static OptimizerOptions NewOptions(string name) => (OptimizerOptions)Activator.CreateInstance(Nested(name, "Options"))!;

    /// <summary>Each field has a value that no other has, as far as its type allows; those of truth alternate.</summary>
    private static OptimizerOptions FilledOptions(string name)
    {
        var options = NewOptions(name);
        (options.InitialLearningRate, options.LearningRate) = (0.125, 0.25);
        var number = 2;
        foreach (var field in OptionFields(name))
        {
            number++;
            field.SetValue(options, field.FieldType == typeof(bool?) ? (object)(number % 2 == 0) : 1.0 / number);
        }

        return options;
    }

    private static OptimizerState FilledState(string name, bool present)
    {
        var state = (OptimizerState)Activator.CreateInstance(Nested(name, "State"), NewParameter())!;
        var number = 2;
        foreach (var (field, optional) in StateFields(name))
        {
            number++;
            if (field.FieldType == typeof(long)) field.SetValue(state, (long)number);
            else if (field.FieldType == typeof(double)) field.SetValue(state, 1.0 / number);
            else if (present || !optional) field.SetValue(state, full([2, 3], number, ScalarType.Float64, TestDevice.Current));
        }

        return state;
    }

    private static Parameter NewParameter() => new(zeros([2, 3], ScalarType.Float64, TestDevice.Current));

    private static OptimizerHelper NewOptimizer(string name, Parameter parameter)
    {
        var make = typeof(Adam).Assembly.GetType($"TorchSharp.Modules.{name}", throwOnError: true)!.GetConstructors()
            .Single(it => it.GetParameters()[0].ParameterType == typeof(IEnumerable<Parameter>));
        object?[] arguments = [.. make.GetParameters().Select(it => it.Position == 0 ? new[] { parameter } : it.HasDefaultValue ? it.DefaultValue : 0.5)];
        return (OptimizerHelper)make.Invoke(arguments);
    }

    private static object?[] Values(string name, OptimizerOptions options) =>
        [options.InitialLearningRate, options.LearningRate, .. OptionFields(name).Select(field => field.GetValue(options))];

    private static void WriteNumber(BinaryWriter writer, object value)
    {
        if (value is bool truth) writer.Write(truth);
        else if (value is long whole) writer.Write(whole);
        else writer.Write((double)value);
    }

    private static byte[] Saved(Action<BinaryWriter> save)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        save(writer);
        writer.Flush();
        return stream.ToArray();
    }
}
