// What is asked of a tensor so often that it does not go through an operator.
#include "shim.h"

LT_EXPORT void lt_release(Handle handle) {
    count(handle, -1);
    // A destructor may run a tensor's last hooks; nothing may leave this function.
    (void)guarded([&] { auto owned = c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle); });
}

/// A second handle to the same tensor.
LT_EXPORT Error lt_retain(Handle handle, Handle* out) {
    return guarded([&] { *out = give(borrow(handle)); });
}

LT_EXPORT int64_t lt_dim(Handle handle) { return handle->dim(); }

LT_EXPORT int32_t lt_is_contiguous(Handle handle) { return handle->is_contiguous(); }

LT_EXPORT Error lt_sizes(Handle handle, int64_t* out) {
    return guarded([&] { auto sizes = handle->sizes(); std::copy(sizes.begin(), sizes.end(), out); });
}

LT_EXPORT Error lt_strides(Handle handle, int64_t* out) {
    return guarded([&] { auto strides = handle->strides(); std::copy(strides.begin(), strides.end(), out); });
}

struct Info {
    int64_t numel;
    int64_t offset;
    int64_t element_size;
    int32_t dtype;
    int32_t device_type;
    int32_t device_index;
    int32_t layout;
};

LT_EXPORT Error lt_info(Handle handle, Info* out) {
    return guarded([&] {
        out->numel = handle->numel();
        out->offset = handle->has_storage() ? handle->storage_offset() : 0;
        out->element_size = static_cast<int64_t>(handle->itemsize());
        out->dtype = static_cast<int32_t>(c10::typeMetaToScalarType(handle->dtype()));
        out->device_type = static_cast<int32_t>(handle->device().type());
        out->device_index = handle->device().index();
        out->layout = static_cast<int32_t>(handle->layout());
    });
}

LT_EXPORT int32_t lt_dtype(Handle handle) { return static_cast<int32_t>(c10::typeMetaToScalarType(handle->dtype())); }

/// Where the first element lies; null for a tensor without elements.
LT_EXPORT Error lt_data(Handle handle, void** out) {
    return guarded([&] { *out = borrow(handle).data_ptr(); });
}

LT_EXPORT Error lt_storage(Handle handle, void** data, int64_t* bytes) {
    return guarded([&] {
        auto tensor = borrow(handle);
        *data = const_cast<void*>(static_cast<const void*>(tensor.storage().data()));
        *bytes = static_cast<int64_t>(tensor.storage().nbytes());
    });
}

using Deleter = void (*)(void* context);

/// A tensor over memory that somebody else owns; `deleter` is called with `context` when the last tensor over it is gone.
LT_EXPORT Error lt_from_blob(
    void* data, const int64_t* sizes, int32_t dim, int32_t dtype, void* context, Deleter deleter, Handle* out) {
    return guarded([&] {
        *out = give(at::from_blob(
            data, at::IntArrayRef(sizes, dim), [=](void*) { if (deleter != nullptr) deleter(context); },
            at::TensorOptions().dtype(static_cast<c10::ScalarType>(dtype))));
    });
}
