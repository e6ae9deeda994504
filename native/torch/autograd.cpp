// Gradients: modes, backward, and functions and hooks whose code is on the managed side.
#include "shim.h"

#include <c10/core/InferenceMode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/variable.h>

using torch::autograd::variable_list;

namespace {

variable_list variables(const Handle* handles, int32_t count) {
    variable_list list;
    list.reserve(count);
    for (int32_t i = 0; i < count; i++) list.push_back(borrow(handles[i]));
    return list;
}

/// Called with `count` gradients, owned by the callee; fills `results`, owned by the caller. Not 0: it has failed.
using Backward = int32_t (*)(void* context, const Handle* gradients, int32_t count, Handle* results, int32_t capacity);
using Free = void (*)(void* context);

struct ManagedNode : torch::autograd::Node {
    Backward backward = nullptr;
    Free free_context = nullptr;
    void* context = nullptr;
    int32_t inputs = 0;

    variable_list apply(variable_list&& gradients) override {
        std::vector<Handle> given, results(inputs, nullptr);
        for (auto& gradient : gradients) given.push_back(give(std::move(gradient)));
        auto failed = backward(context, given.data(), static_cast<int32_t>(given.size()), results.data(), inputs);
        variable_list out;
        for (auto handle : results) {
            out.push_back(borrow(handle));
            if (handle != nullptr) lt_release(handle);
        }
        if (failed != 0) throw ManagedError("a backward function has failed");
        return out;
    }

    ~ManagedNode() override {
        if (free_context != nullptr) free_context(context);
    }

    static void lt_release(Handle handle) {
        count(handle, -1);
        auto owned = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle);
    }
};

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

/// Puts a managed backward function behind `outputs`, which were computed from `inputs` without recording.
/// An output that is one of the inputs, or a view, comes back as a new handle in `results`; the context is freed by `free_context`.
LT_EXPORT Error lt_attach(
    void* context, Backward backward, Free free_context, const Handle* inputs, int32_t input_count,
    const Handle* outputs, const int32_t* differentiable, int32_t output_count, Handle* results) {
    return guarded([&] {
        auto node = std::shared_ptr<ManagedNode>(new ManagedNode(), torch::autograd::deleteNode);
        node->backward = backward;
        node->free_context = free_context;
        node->context = context;
        node->inputs = input_count;
        node->set_next_edges(torch::autograd::collect_next_edges(variables(inputs, input_count)));
        for (int32_t i = 0; i < output_count; i++) {
            auto output = borrow(outputs[i]).detach();
            if (differentiable[i] != 0)
                torch::autograd::set_history(output, node);
            else
                node->add_input_metadata(torch::autograd::Node::undefined_input());
            results[i] = give(output);
        }
    });
}

/// Called with the gradient, owned by the callee; may give back another, owned by the caller, or null to leave it.
using Hook = int32_t (*)(void* context, Handle gradient, Handle* result);

LT_EXPORT Error lt_add_hook(Handle handle, void* context, Hook hook, Free free_context, uint32_t* position) {
    return guarded([&] {
        auto owner = std::shared_ptr<void>(context, free_context);
        *position = borrow(handle).register_hook([=](at::Tensor gradient) -> at::Tensor {
            Handle result = nullptr;
            if (hook(owner.get(), give(std::move(gradient)), &result) != 0) throw ManagedError("a hook has failed");
            if (result == nullptr) return at::Tensor();
            auto changed = borrow(result);
            ManagedNode::lt_release(result);
            return changed;
        });
    });
}

LT_EXPORT Error lt_remove_hook(Handle handle, uint32_t position) {
    return guarded([&] { borrow(handle).remove_hook(position); });
}
