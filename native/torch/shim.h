// What every file of the shim shares: how values cross the border, and how errors do.
#pragma once

#include <ATen/ATen.h>
#include <ATen/core/List.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include <atomic>
#include <cstdint>
#include <string>

#define LT_EXPORT extern "C" __attribute__((visibility("default")))

/// A tensor on the other side of the border: an owned reference to its implementation. Null stands for "no tensor".
using Handle = c10::TensorImpl*;

enum class Kind : int32_t {
    None = 0,
    Default = 1, // an argument that takes its default from the schema
    Tensor = 2,
    TensorList = 3,
    OptionalTensorList = 4,
    Int = 5,
    IntList = 6,
    Double = 7,
    DoubleList = 8,
    Bool = 9,
    Complex = 10,
    String = 11,
    Device = 12, // length holds the index, value.i the type
    Generator = 13,
    BoolList = 14,
};

/// c10::optional in libtorch 1.13 and std::optional in 2: whichever the schemas use.
template <typename T, template <typename...> class Optional, typename U>
Optional<T> maybe(const Optional<U>&);
template <typename T>
using Maybe = decltype(maybe<T>(std::declval<const c10::Argument&>().default_value()));

/// One argument or result. Laid out as the struct `Arg` in src/Torch/Interop/Arg.cs.
struct Value {
    Kind kind;
    int32_t length; // elements of a list
    union {
        int64_t i;
        double d;
        void* p;
    };
    double imaginary;
};
static_assert(sizeof(Value) == 24, "src/Torch/Interop/Arg.cs has the same size");

enum class Error : int32_t { None = 0, Other = 1, Index = 2, Value = 3, Type = 4, NotImplemented = 5, Linalg = 6, Memory = 7, Managed = 8 };

/// Handles that live, and bytes of memory that tensors hold; read by the managed side without a call.
struct Counters {
    std::atomic<int64_t> handles;
    std::atomic<int64_t> bytes;
};
extern Counters counters;

/// Thrown through native frames when managed code called from them (a backward function, a hook) has failed.
struct ManagedError : std::runtime_error {
    explicit ManagedError(int32_t number) : std::runtime_error("managed code has failed"), number(number) {}
    int32_t number; // names the exception on the managed side
};

Error remember(Error kind, const char* message);
Error remember_current();

/// Runs `body`; whatever it throws becomes a code, with its message kept for `lt_last_error`.
template <typename Body>
Error guarded(Body&& body) noexcept {
    try {
        body();
        return Error::None;
    } catch (...) {
        return remember_current();
    }
}

/// Counts a handle that comes or goes. What tensors on CUDA hold is counted here, for that memory is given out by libtorch.
inline void count(Handle handle, int32_t change) {
    counters.handles.fetch_add(change, std::memory_order_relaxed);
    if (!handle->is_cuda() || !handle->has_storage() || handle->storage().use_count() != 1) return;
    counters.bytes.fetch_add(change * static_cast<int64_t>(handle->storage().nbytes()), std::memory_order_relaxed);
}

/// Gives a tensor away as a handle.
inline Handle give(at::Tensor tensor) {
    if (!tensor.defined()) return nullptr;
    auto* impl = tensor.unsafeReleaseTensorImpl();
    count(impl, 1);
    return impl;
}

/// A tensor that shares the handle's reference count for as long as it lives.
inline at::Tensor borrow(Handle handle) {
    if (handle == nullptr) return at::Tensor();
    return at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim_copy(handle));
}

/// The tensors of a list in which some may be missing.
inline c10::List<Maybe<at::Tensor>> optional_tensors(const Value& value) {
    c10::List<Maybe<at::Tensor>> list;
    list.reserve(value.length);
    for (int32_t i = 0; i < value.length; i++) {
        auto item = static_cast<Handle*>(value.p)[i];
        list.push_back(item == nullptr ? Maybe<at::Tensor>() : Maybe<at::Tensor>(borrow(item)));
    }
    return list;
}
