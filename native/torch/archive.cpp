// A single tensor in an archive of libtorch, as torch::save writes it and torch.jit.load reads it.
#include "shim.h"

#include <torch/serialize/archive.h>

LT_EXPORT Error lt_save(Handle handle, const char* path) {
    return guarded([&] {
        torch::serialize::OutputArchive archive;
        archive.write("0", borrow(handle));
        archive.save_to(std::string(path));
    });
}

LT_EXPORT Error lt_load(const char* path, Handle* out) {
    return guarded([&] {
        torch::serialize::InputArchive archive;
        archive.load_from(std::string(path));
        at::Tensor tensor;
        archive.read("0", tensor);
        *out = give(std::move(tensor));
    });
}
