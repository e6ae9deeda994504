using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch.nn;

namespace Lectern.Torch.Tests.Modules;

public sealed class ContainerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void A_sequence_calls_its_modules_in_order()
    {
        using var model = Sequential(Linear(3, 4), ReLU(), Linear(4, 2));
        var x = ones(5, 3);
        TensorAssert.Close(((Linear)model[2]).call(functional.relu(((Linear)model[0]).call(x))), model.call(x), 0);
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], model.state_dict().Keys);
    }

    [Fact]
    public void A_sequence_can_name_its_modules_and_grow()
    {
        using var model = Sequential(("first", Linear(2, 3)), ("second", Tanh()));
        Assert.Same(model, model.append("last", Linear(3, 1)).append(Sigmoid()));
        Assert.Equal(["first", "second", "last", "3"], model.named_children().Select(child => child.name));
        Assert.Equal([4, 1], model.call(ones(4, 2)).shape);
        Assert.Equal(["second", "last"], model[1..3].named_children().Select(child => child.name));
        Assert.Equal(2, model[(null, 2)].Count);
        Assert.Throws<InvalidOperationException>(() => model.append("last", Tanh()));
    }

    [Fact]
    public void A_sequence_is_made_of_any_list()
    {
        var parts = new List<torch.nn.Module<Tensor, Tensor>> { Tanh(), Tanh() };
        Assert.Equal(2, Sequential(parts).Count);
        Assert.Equal(["a", "b"], Sequential(parts.Zip(["a", "b"], (m, n) => (n, m))).named_children().Select(child => child.name));
        Assert.Equal(["a", "b"], Sequential(parts.Zip(["a", "b"], (m, n) => Tuple.Create(n, m))).named_children().Select(child => child.name));
    }

    [Fact]
    public void A_sequence_disposes_what_lies_between_and_not_its_input()
    {
        using var model = Sequential(Tanh(), Tanh(), ReLU(true), Identity());
        var x = ones(3);
        var before = Tensor.TotalCount;
        var y = model.call(x);
        Assert.Equal(before + 1, Tensor.TotalCount);
        Assert.False(x.IsInvalid || y.IsInvalid);
        using var empty = Sequential();
        using (var same = empty.call(x)) TensorAssert.Close(x, same, 0);
        Assert.False(x.IsInvalid);
    }

    [Fact]
    public void A_sequence_switches_its_modules()
    {
        using var model = Sequential(Dropout(), BatchNorm1d(2));
        model.eval();
        Assert.All(model.children(), module => Assert.False(module.training));
        model.train(on: true);
        Assert.All(model.children(), module => Assert.True(module.training));
    }

    [Fact]
    public void A_sequence_of_several_inputs_takes_its_forward_from_a_derived_class()
    {
        using var model = new Both(Linear(2, 3), Linear(2, 3));
        Assert.Equal(2, model.Count);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], model.state_dict().Keys);
        Assert.Equal([1, 3], model.call(ones(1, 2), ones(1, 2)).shape);
        Assert.Throws<NotSupportedException>(() => model[0..1]);
        Assert.Same(model, model.append("tail", Tanh()));
        Assert.Equal(3, model.Count);
    }

    [Fact]
    public void A_list_registers_modules_by_number()
    {
        using var list = ModuleList<Linear>(Linear(2, 2), Linear(2, 2));
        list.Insert(0, Linear(1, 1, hasBias: false));
        Assert.Equal(["0.weight", "1.weight", "1.bias", "2.weight", "2.bias"], list.state_dict().Keys);
        list.RemoveAt(1);
        Assert.Equal(["0.weight", "1.weight", "1.bias"], list.state_dict().Keys);
        list.append(Linear(1, 1), Linear(1, 1));
        Assert.Equal(4, list.Count);
        Assert.Equal(4, list.children().Count());
        list[0] = Linear(5, 5);
        Assert.Equal([5, 5], list.state_dict()["0.weight"].shape);
        list.Clear();
        Assert.Empty(list.children());
    }

    [Fact]
    public void A_list_of_parameters_names_and_moves_them()
    {
        using var list = ParameterList(new Parameter(ones(1)), new Parameter(ones(2)));
        list.Add(new Parameter(ones(3)));
        Assert.Equal(["0", "1", "2"], list.named_parameters().Select(pair => pair.name));
        _ = list.to(ScalarType.Float64);
        Assert.All(list, parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.True(list.Remove(list[1]));
        Assert.Equal([3], list[1].shape);
        Assert.Equal(["0", "1"], list.named_parameters().Select(pair => pair.name));
    }

    [Fact]
    public void Dictionaries_register_by_name()
    {
        using var modules = ModuleDict<Linear>(("a", Linear(1, 1)), ("b", Linear(1, 1, hasBias: false)));
        Assert.Equal(["a.weight", "a.bias", "b.weight"], modules.state_dict().Keys);
        modules.Insert(0, ("first", Linear(1, 1, hasBias: false)));
        Assert.Equal(["first", "a", "b"], modules.keys());
        Assert.True(modules.Remove("a"));
        Assert.False(modules.Remove("a"));
        Assert.Equal(["first", "b"], modules.named_children().Select(child => child.name));
        Assert.True(modules.TryGetValue("b", out var b));
        Assert.Same(b, modules[1].Item2);
        using var parameters = ParameterDict(("x", new Parameter(ones(1))), ("y", new Parameter(ones(2))));
        Assert.Equal(["x", "y"], parameters.named_parameters().Select(pair => pair.name));
        Assert.Equal([2], parameters["y"].shape);
        Assert.Throws<ArgumentException>(() => parameters.Add("x", new Parameter(ones(1))));
    }

    [Fact]
    public void Containers_work_as_fields_of_a_module()
    {
        using var nested = new Nested();
        Assert.Equal(["layers.0.weight", "layers.1.weight", "scales.0", "heads.a.weight"], nested.state_dict().Keys.OrderBy(key => "lsh".IndexOf(key[0])));
    }

    [Fact]
    public void An_ordered_dictionary_keeps_the_order_of_its_keys()
    {
        var dictionary = new OrderedDict<string, int> { { "b", 1 }, { "a", 2 } };
        dictionary["b"] = 5;
        dictionary.Insert(1, ("c", 3));
        Assert.Equal([("b", 5), ("c", 3), ("a", 2)], dictionary);
        Assert.Equal(["b", "c", "a"], dictionary.Keys);
        Assert.Equal([5, 3, 2], dictionary.Values);
        dictionary[1] = ("d", 4);
        Assert.False(dictionary.ContainsKey("c"));
        Assert.Throws<ArgumentException>(() => dictionary[1] = ("a", 0));
        Assert.True(dictionary.Remove("b"));
        Assert.Equal(("d", 4), dictionary[0]);
        Assert.Throws<ArgumentException>(() => dictionary.Add("a", 7));
        Assert.True(dictionary.Contains(("a", 2)));
        Assert.Equal(1, dictionary.IndexOf(("a", 2)));
    }

    private sealed class Both(params torch.nn.Module[] modules) : Sequential<Tensor, Tensor, Tensor>(modules)
    {
        public override Tensor forward(Tensor input1, Tensor input2) => ((Linear)this[0]).call(input1) + ((Linear)this[1]).call(input2);
    }

    private sealed class Nested : torch.nn.Module<Tensor, Tensor>
    {
        private readonly ModuleList<Linear> layers = ModuleList<Linear>(Linear(1, 1, false), Linear(1, 1, false));
        private readonly ParameterList scales = ParameterList(new Parameter(ones(1)));
        private readonly ModuleDict<torch.nn.Module> heads = ModuleDict<torch.nn.Module>(("a", Linear(1, 1, false)));

        public Nested()
            : base(nameof(Nested)) => RegisterComponents();

        public override Tensor forward(Tensor input) => layers[1].call(layers[0].call(input)) * scales[0] + ((Linear)heads["a"]).call(input);
    }
}
