using Lectern.Torch.Tests.Support;
using TorchSharp.Modules;

namespace Lectern.Torch.Tests.Modules;

public sealed class ModuleTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Fields_are_registered_under_their_names_and_component_names()
    {
        using var tree = new Tree();
        Assert.Equal(["weight", "left.scale", "right.scale"], tree.named_parameters().Select(pair => pair.name));
        Assert.Equal(["count", "left.offset", "right.offset"], tree.named_buffers().Select(pair => pair.name));
        Assert.Equal(["left", "right"], tree.named_children().Select(pair => pair.name));
    }

    [Fact]
    public void Only_the_own_tensors_are_named_without_recursion()
    {
        using var tree = new Tree();
        Assert.Equal(["weight"], tree.named_parameters(recurse: false).Select(pair => pair.name));
        Assert.Equal(["count"], tree.named_buffers(recurse: false).Select(pair => pair.name));
    }

    [Fact]
    public void A_buffer_that_does_not_persist_is_moved_but_not_part_of_the_state()
    {
        using var leaf = new Leaf();
        leaf.register_buffer("cache", zeros(2), persistent: false);
        Assert.DoesNotContain("cache", leaf.state_dict().Keys);
        _ = leaf.@double();
        Assert.Equal(ScalarType.Float64, leaf.get_buffer("cache")!.dtype);
    }

    [Fact]
    public void A_name_is_registered_once()
    {
        using var leaf = new Leaf();
        Assert.Throws<InvalidOperationException>(() => leaf.register_buffer("offset", zeros(1)));
        Assert.Throws<InvalidOperationException>(() => leaf.register_parameter("scale", new Parameter(zeros(1))));
        using var tree = new Tree();
        using var other = new Leaf();
        Assert.Throws<InvalidOperationException>(() => tree.register_module("left", other));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    public void A_module_name_is_not_empty_and_has_no_dot(string name)
    {
        using var tree = new Tree();
        using var leaf = new Leaf();
        Assert.Throws<ArgumentException>(() => tree.register_module(name, leaf));
    }

    [Fact]
    public void Tensors_are_found_by_their_path()
    {
        using var tree = new Tree();
        Assert.Same(tree.left.scale, tree.get_parameter("left.scale"));
        Assert.Same(tree.left.offset, tree.get_buffer("left.offset"));
        Assert.True(tree.has_parameter("weight"));
        Assert.False(tree.has_parameter("left.weight"));
        Assert.Null(tree.get_buffer("middle.offset"));
    }

    [Fact]
    public void Apply_calls_children_before_their_parent()
    {
        using var tree = new Tree();
        var order = new List<string>();
        Assert.Same(tree, tree.apply(module => order.Add(module.GetName())));
        Assert.Equal(["Leaf", "Leaf", "Tree"], order);
    }

    [Fact]
    public void Train_and_eval_reach_every_module()
    {
        using var tree = new Tree();
        Assert.True(tree.training && tree.left.training);
        tree.eval();
        Assert.False(tree.training || tree.left.training || tree.right.training);
        tree.train();
        Assert.True(tree.training && tree.left.training && tree.right.training);
    }

    [Fact]
    public void A_shared_parameter_is_listed_once_and_is_in_the_state_under_both_paths()
    {
        using var tree = new Tree();
        using var twin = new Pair(tree.left, tree.left);
        Assert.Equal(["a.scale"], twin.named_parameters().Select(pair => pair.name));
        Assert.Equal(["a.offset", "a.scale", "b.offset", "b.scale"], twin.state_dict().Keys.Order());
    }

    [Fact]
    public void The_state_goes_from_one_module_into_another()
    {
        using var source = new Tree();
        using var target = new Tree();
        using (no_grad()) source.left.scale.fill_(7);
        var (missing, unexpected) = target.load_state_dict(source.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        TensorAssert.Close(source.left.scale, target.left.scale, 0);
    }

    [Fact]
    public void A_state_that_lacks_a_path_or_has_one_more_is_refused_when_strict()
    {
        using var tree = new Tree();
        var state = new Tree().state_dict();
        _ = state.Remove("left.scale");
        state.Add("extra", zeros(1));
        using (no_grad()) state["weight"].fill_(9);
        var error = Assert.Throws<InvalidOperationException>(() => tree.load_state_dict(state));
        Assert.Contains("left.scale", error.Message);
        Assert.Contains("extra", error.Message);
        Assert.Equal(1, tree.weight.sum().item<float>());
        var (missing, unexpected) = tree.load_state_dict(state, strict: false);
        Assert.Equal(["left.scale"], missing);
        Assert.Equal(["extra"], unexpected);
        Assert.Equal(9, tree.weight.sum().item<float>());
        Assert.Empty(tree.load_state_dict(state, skip: ["left.scale", "extra"]).missing_keys);
    }

    [Fact]
    public void A_state_of_another_shape_is_refused()
    {
        using var tree = new Tree();
        var state = new Tree().state_dict();
        state["left.scale"] = zeros(1);
        Assert.Contains("left.scale", Assert.Throws<InvalidOperationException>(() => tree.load_state_dict(state)).Message);
    }

    [Fact]
    public void Conversion_keeps_the_parameter_objects_and_integer_buffers()
    {
        using var tree = new Tree();
        var before = tree.weight;
        using (var loss = (tree.weight * 3).sum()) loss.backward();
        Assert.Same(tree, tree.to(ScalarType.Float64));
        Assert.Same(before, tree.weight);
        Assert.Equal(ScalarType.Float64, tree.weight.dtype);
        Assert.Equal(ScalarType.Float64, tree.left.offset.dtype);
        Assert.Equal(ScalarType.Int64, tree.count.dtype);
        Assert.True(tree.weight.is_leaf && tree.weight.requires_grad);
        TensorAssert.Close(tensor(new double[] { 3 }), tree.weight.grad!, 0);
    }

    [Fact]
    public void A_converted_parameter_learns_on()
    {
        using var tree = new Tree();
        _ = tree.to(ScalarType.Float64);
        (tree.weight * tree.weight).sum().backward();
        TensorAssert.Close(tensor(new double[] { 2 }), tree.weight.grad!, 0);
    }

    [Fact]
    public void A_module_is_not_converted_to_whole_numbers()
    {
        using var tree = new Tree();
        Assert.Throws<ArgumentException>(() => tree.@int());
    }

    [Fact]
    public void A_module_moves_to_the_device_of_another_tensor()
    {
        using var tree = new Tree();
        _ = tree.to(zeros(1, dtype: ScalarType.Float64, device: TestDevice.Current));
        Assert.Equal(TestDevice.Current.type, tree.right.scale.device_type);
        Assert.Equal(ScalarType.Float64, tree.right.scale.dtype);
    }

    [Fact]
    public void Gradients_are_dropped_or_set_to_zero()
    {
        using var tree = new Tree();
        (tree.weight * 3).sum().backward();
        tree.zero_grad(set_to_none: false);
        TensorAssert.Close(zeros(1), tree.weight.grad!, 0);
        tree.zero_grad();
        Assert.Null(tree.weight.grad);
    }

    [Fact]
    public void Hooks_see_and_replace_inputs_and_results_until_they_are_removed()
    {
        using var leaf = new Leaf();
        var calls = new List<string>();
        var before = leaf.register_forward_pre_hook((_, x) => x + 1);
        var after = leaf.register_forward_hook((_, x, y) => y * 10);
        var seen = leaf.register_forward_hook((torch.nn.Module module) => calls.Add(module.GetName()));
        Assert.Equal(new float[] { 20, 20 }, leaf.call(ones(2)).data<float>().ToArray());
        before.remove();
        Assert.Equal(new float[] { 10, 10 }, leaf.call(ones(2)).data<float>().ToArray());
        after.remove();
        seen.remove();
        Assert.Equal(new float[] { 1, 1 }, leaf.call(ones(2)).data<float>().ToArray());
        Assert.Equal(["Leaf", "Leaf"], calls);
    }

    [Fact]
    public void A_hook_that_returns_nothing_changes_nothing()
    {
        using var leaf = new Leaf();
        _ = leaf.register_forward_pre_hook((_, _) => null!);
        _ = leaf.register_forward_hook((_, _, _) => null!);
        Assert.Equal(new float[] { 1, 1 }, leaf.call(ones(2)).data<float>().ToArray());
    }

    [Fact]
    public void Disposing_frees_every_tensor_of_the_tree()
    {
        var before = Tensor.TotalCount;
        var tree = new Tree();
        Assert.Equal(before + 6, Tensor.TotalCount);
        tree.Dispose();
        Assert.Equal(before, Tensor.TotalCount);
    }

    [Fact]
    public void A_module_outlives_the_scope_it_was_made_in()
    {
        Tree tree;
        using (NewDisposeScope()) tree = new Tree();
        Assert.Equal(1, tree.weight.sum().item<float>());
        tree.Dispose();
    }

    [Fact]
    public void A_module_without_state_refuses_tensors()
    {
        using var nothing = new Nothing();
        Assert.Throws<InvalidOperationException>(() => nothing.register_buffer("x", zeros(1)));
    }

    private sealed class Leaf : torch.nn.Module<Tensor, Tensor>
    {
        public readonly Parameter scale = new(ones(2));

        [ComponentName(Name = "offset")]
        private readonly Tensor _offset = zeros(2);

        public Leaf()
            : base(nameof(Leaf)) => RegisterComponents();

        public Tensor offset => _offset;

        public override Tensor forward(Tensor input) => input * scale + _offset;
    }

    private sealed class Tree : torch.nn.Module<Tensor, Tensor>
    {
        public readonly Leaf left = new();
        public readonly Parameter weight = new(ones(1));
        public readonly Leaf right = new();
        public readonly Tensor count = zeros(1, dtype: ScalarType.Int64);

        public Tree()
            : base(nameof(Tree)) => RegisterComponents();

        public override Tensor forward(Tensor input) => left.call(input) + right.call(input) * weight;
    }

    private sealed class Pair : torch.nn.Module<Tensor, Tensor>
    {
        private readonly Leaf a;
        private readonly Leaf b;

        public Pair(Leaf first, Leaf second)
            : base(nameof(Pair))
        {
            (a, b) = (first, second);
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => a.call(b.call(input));
    }

    private sealed class Nothing() : ParameterLessModule<Tensor, Tensor>(nameof(Nothing))
    {
        public override Tensor forward(Tensor input) => input;
    }
}
