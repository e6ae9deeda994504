// Gradients: modes, backward, and functions and hooks whose code is on the managed side.
#include "shim.h"

#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>

#include <algorithm>

using torch::autograd::variable_list;

namespace {

variable_list variables(const Handle* handles, int32_t count) {
    variable_list list;
    list.reserve(count);
    for (int32_t i = 0; i < count; i++) list.push_back(borrow(handles[i]));
    return list;
}

/// Called with `count` gradients, owned by the callee; fills `results`, owned by the caller. Not 0: it has failed, and this names the failure.
using Backward = int32_t (*)(void* context, void* node, const Handle* gradients, int32_t count, Handle* results, int32_t capacity);
using Free = void (*)(void* context);

struct ManagedNode : torch::autograd::Node {
    Backward backward = nullptr;
    Free free_context = nullptr;
    void* context = nullptr;
    int32_t inputs = 0;
    std::vector<torch::autograd::SavedVariable> saved;

    variable_list apply(variable_list&& gradients) override {
        std::vector<Handle> given, results(inputs, nullptr);
        for (auto& gradient : gradients) given.push_back(give(std::move(gradient)));
        auto failed = backward(context, this, given.data(), static_cast<int32_t>(given.size()), results.data(), inputs);
        variable_list out;
        for (auto handle : results) out.push_back(take(handle));
        if (failed != 0) throw ManagedError(failed);
        return out;
    }

    void release_variables() override {
        for (auto& variable : saved) variable.reset_data();
    }

    ~ManagedNode() override {
        if (free_context != nullptr) free_context(context);
    }

    /// The tensor of a handle, which ends with this.
    static at::Tensor take(Handle handle) {
        if (handle == nullptr) return at::Tensor();
        count(handle, -1);
        return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle));
    }
};

bool listed(Handle handle, const Handle* handles, int32_t count) {
    return handle != nullptr && std::find(handles, handles + count, handle) != handles + count;
}

/// What a function has computed becomes a result of its node. An input that was not written to leaves as a view of itself.
at::Tensor attached(const std::shared_ptr<ManagedNode>& node, at::Tensor output, bool is_input, bool dirty) {
    if (dirty) {
        TORCH_CHECK(
            !(output.is_leaf() && output.requires_grad()),
            "a leaf Variable that requires grad has been used in an in-place operation.");
        const auto place = node->add_input_metadata(output);
        torch::autograd::impl::rebase_history(output, {node, place});
        return output;
    }

    auto result = is_input || output.requires_grad() ? output.detach() : output;
    torch::autograd::set_history(result, node);
    return result;
}

} // namespace

LT_EXPORT int32_t lt_grad_enabled() { return c10::GradMode::is_enabled(); }
LT_EXPORT void lt_set_grad_enabled(int32_t on) { c10::GradMode::set_enabled(on != 0); }
LT_EXPORT int32_t lt_inference_enabled() { return c10::InferenceMode::is_enabled(); }

LT_EXPORT Error lt_inference_begin(int32_t on, void** guard) {
    return guarded([&] { *guard = new c10::InferenceMode(on != 0); });
}

LT_EXPORT void lt_inference_end(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

LT_EXPORT int32_t lt_requires_grad(Handle handle) { return handle->requires_grad(); }

LT_EXPORT Error lt_set_requires_grad(Handle handle, int32_t on) {
    return guarded([&] { borrow(handle).set_requires_grad(on != 0); });
}

LT_EXPORT Error lt_is_leaf(Handle handle, int32_t* out) {
    return guarded([&] { *out = borrow(handle).is_leaf(); });
}

LT_EXPORT Error lt_retain_grad(Handle handle) {
    return guarded([&] { borrow(handle).retain_grad(); });
}

LT_EXPORT Error lt_grad(Handle handle, Handle* out) {
    return guarded([&] { *out = give(borrow(handle).grad()); });
}

LT_EXPORT Error lt_grads(const Handle* handles, int32_t count, Handle* out) {
    return guarded([&] {
        for (int32_t i = 0; i < count; i++) out[i] = give(borrow(handles[i]).grad());
    });
}

LT_EXPORT Error lt_set_grad(Handle handle, Handle gradient) {
    return guarded([&] { borrow(handle).mutable_grad() = borrow(gradient); });
}

/// Makes one tensor hold what another holds, as `tensor.data = other` does in Python.
LT_EXPORT Error lt_set_data(Handle handle, Handle other) {
    return guarded([&] { borrow(handle).set_data(borrow(other)); });
}

LT_EXPORT Error lt_backward(
    const Handle* tensors, int32_t count, const Handle* gradients, int32_t gradient_count, int32_t keep_graph,
    int32_t create_graph, const Handle* inputs, int32_t input_count) {
    return guarded([&] {
        torch::autograd::backward(
            variables(tensors, count), variables(gradients, gradient_count), keep_graph != 0, create_graph != 0,
            variables(inputs, input_count));
    });
}

LT_EXPORT Error lt_gradients(
    const Handle* outputs, int32_t count, const Handle* inputs, int32_t input_count, const Handle* gradients,
    int32_t gradient_count, int32_t keep_graph, int32_t create_graph, int32_t allow_unused, Handle* results) {
    return guarded([&] {
        auto found = torch::autograd::grad(
            variables(outputs, count), variables(inputs, input_count), variables(gradients, gradient_count),
            keep_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < found.size(); i++) results[i] = give(found[i]);
    });
}

/// What becomes of an output of a managed function.
enum Output : int32_t { Constant = 0, Differentiable = 1, Dirty = 2 };

/// Puts a managed backward function behind `outputs`, which were computed from `inputs` without recording, and keeps `saved` for it.
/// `results` are the outputs with their history, the same tensors where that can be; the context is freed by `free_context`.
LT_EXPORT Error lt_attach(
    void* context, Backward backward, Free free_context, const Handle* inputs, int32_t input_count,
    const Handle* outputs, const int32_t* kinds, int32_t output_count, const Handle* saved, int32_t saved_count, Handle* results) {
    return guarded([&] {
        auto node = std::shared_ptr<ManagedNode>(new ManagedNode(), torch::autograd::deleteNode);
        node->backward = backward;
        node->free_context = free_context;
        node->context = context;
        node->inputs = input_count;
        node->set_next_edges(torch::autograd::collect_next_edges(variables(inputs, input_count)));
        variable_list out;
        for (int32_t i = 0; i < output_count; i++) {
            auto output = borrow(outputs[i]);
            const bool is_input = listed(outputs[i], inputs, input_count);
            const bool differentiable = output.defined() && (output.is_floating_point() || output.is_complex());
            if (kinds[i] == Constant || !differentiable) {
                node->add_input_metadata(torch::autograd::Node::undefined_input());
                out.push_back(output.defined() && output.requires_grad() ? output.detach() : output);
            } else {
                out.push_back(attached(node, output, is_input, kinds[i] == Dirty));
            }
        }

        for (int32_t i = 0; i < saved_count; i++) {
            const auto at = std::find(outputs, outputs + output_count, saved[i]) - outputs;
            const bool is_output = saved[i] != nullptr && at < output_count && out[at].grad_fn() == node;
            node->saved.emplace_back(is_output ? out[at] : borrow(saved[i]), is_output);
        }

        for (int32_t i = 0; i < output_count; i++) results[i] = give(out[i]);
    });
}

/// A tensor that a node has kept; an error when it was changed since, or freed by a backward pass.
LT_EXPORT Error lt_saved(void* node, int32_t index, Handle* out) {
    return guarded([&] {
        auto& owner = *static_cast<ManagedNode*>(node);
        *out = give(owner.saved.at(index).unpack(owner.shared_from_this()));
    });
}

LT_EXPORT int32_t lt_anomaly(int32_t which) {
    return which == 0 ? torch::autograd::AnomalyMode::is_enabled() : torch::autograd::AnomalyMode::should_check_nan();
}

LT_EXPORT void lt_set_anomaly(int32_t on, int32_t check_nan) { torch::autograd::AnomalyMode::set_enabled(on != 0, check_nan != 0); }

/// Called with the gradient, owned by the callee; may give back another, owned by the caller, or null to leave it.
using Hook = int32_t (*)(void* context, Handle gradient, Handle* result);

LT_EXPORT Error lt_add_hook(Handle handle, void* context, Hook hook, Free free_context, uint32_t* position) {
    return guarded([&] {
        auto owner = std::shared_ptr<void>(context, free_context);
        *position = borrow(handle).register_hook([=](at::Tensor gradient) -> at::Tensor {
            Handle result = nullptr;
            if (auto failed = hook(owner.get(), give(std::move(gradient)), &result)) throw ManagedError(failed);
            return ManagedNode::take(result);
        });
    });
}

LT_EXPORT Error lt_remove_hook(Handle handle, uint32_t position) {
    return guarded([&] { borrow(handle).remove_hook(position); });
}
