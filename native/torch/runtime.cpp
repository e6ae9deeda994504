// Errors, threads, random numbers and devices.
#include "shim.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>
#include <ATen/detail/CUDAHooksInterface.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <new>

/// OpenBLAS has threads of its own, of which libtorch knows nothing. Null where matrices are multiplied by another library.
extern "C" __attribute__((weak)) void openblas_set_num_threads(int count);

namespace {
thread_local std::string last_message;
thread_local int32_t last_managed = 0;
} // namespace

Error remember(Error kind, const char* message) {
    last_message = message;
    return kind;
}

Error remember_current() {
    // The first paragraph only: what follows is a native stack trace.
    auto plain = [](const c10::Error& error) { return error.what_without_backtrace(); };
    try {
        throw;
    } catch (const ManagedError& error) {
        last_managed = error.number;
        return remember(Error::Managed, error.what());
    } catch (const c10::IndexError& error) {
        return remember(Error::Index, plain(error));
    } catch (const c10::ValueError& error) {
        return remember(Error::Value, plain(error));
    } catch (const c10::TypeError& error) {
        return remember(Error::Type, plain(error));
    } catch (const c10::NotImplementedError& error) {
        return remember(Error::NotImplemented, plain(error));
    } catch (const c10::LinAlgError& error) {
        return remember(Error::Linalg, plain(error));
    } catch (const c10::OutOfMemoryError& error) {
        return remember(Error::Memory, plain(error));
    } catch (const c10::Error& error) {
        const std::string message = plain(error);
        const bool memory = message.find("can't allocate memory") != std::string::npos ||
            message.find("not enough memory") != std::string::npos || message.find("out of memory") != std::string::npos;
        return remember(memory ? Error::Memory : Error::Other, message.c_str());
    } catch (const std::bad_alloc& error) {
        return remember(Error::Memory, error.what());
    } catch (const std::exception& error) {
        return remember(Error::Other, error.what());
    } catch (...) {
        return remember(Error::Other, "libtorch has failed without saying why");
    }
}

LT_EXPORT const char* lt_last_error() { return last_message.c_str(); }
LT_EXPORT int32_t lt_last_managed() { return last_managed; }
LT_EXPORT const char* lt_version() { return TORCH_VERSION; }

LT_EXPORT int32_t lt_threads() { return at::get_num_threads(); }
LT_EXPORT Error lt_set_threads(int32_t count) {
    return guarded([&] {
        at::set_num_threads(count);
        if (openblas_set_num_threads != nullptr) openblas_set_num_threads(count);
    });
}
LT_EXPORT int32_t lt_interop_threads() { return at::get_num_interop_threads(); }
LT_EXPORT Error lt_set_interop_threads(int32_t count) {
    return guarded([&] { at::set_num_interop_threads(count); });
}

/// The type of floating point of tensors whose type is not named.
LT_EXPORT int32_t lt_default_dtype() { return static_cast<int32_t>(c10::typeMetaToScalarType(c10::get_default_dtype())); }
LT_EXPORT Error lt_set_default_dtype(int32_t type) {
    return guarded([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<c10::ScalarType>(type))); });
}

LT_EXPORT Error lt_manual_seed(uint64_t seed) {
    return guarded([&] { at::manual_seed(seed); });
}

/// A generator for a device; -1 as its type gives the CPU's default one.
LT_EXPORT Error lt_generator(int32_t device_type, int32_t index, uint64_t seed, at::Generator** out) {
    return guarded([&] {
        if (device_type < 0) {
            *out = new at::Generator(at::detail::getDefaultCPUGenerator());
        } else if (device_type == static_cast<int32_t>(c10::DeviceType::CPU)) {
            *out = new at::Generator(at::detail::createCPUGenerator(seed));
        } else {
            const c10::Device device(static_cast<c10::DeviceType>(device_type), static_cast<c10::DeviceIndex>(index));
            auto generator = at::globalContext().defaultGenerator(device).clone();
            generator.set_current_seed(seed);
            *out = new at::Generator(std::move(generator));
        }
    });
}

LT_EXPORT void lt_generator_free(at::Generator* generator) { delete generator; }
LT_EXPORT uint64_t lt_generator_initial_seed(at::Generator* generator) { return generator->current_seed(); }
LT_EXPORT Error lt_generator_manual_seed(at::Generator* generator, uint64_t seed) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        generator->set_current_seed(seed);
    });
}
LT_EXPORT Error lt_generator_seed(at::Generator* generator, uint64_t* out) {
    return guarded([&] {
        std::lock_guard<std::mutex> lock(generator->mutex());
        *out = generator->seed();
    });
}
LT_EXPORT Error lt_generator_state(at::Generator* generator, Handle* out) {
    return guarded([&] { *out = give(generator->get_state()); });
}
LT_EXPORT Error lt_generator_set_state(at::Generator* generator, Handle state) {
    return guarded([&] { generator->set_state(borrow(state)); });
}

LT_EXPORT int32_t lt_cuda_devices() {
    int32_t count = 0;
    (void)guarded([&] { count = static_cast<int32_t>(torch::cuda::device_count()); });
    return count;
}
LT_EXPORT int32_t lt_cudnn_available() {
    int32_t available = 0;
    (void)guarded([&] { available = torch::cuda::cudnn_is_available(); });
    return available;
}
LT_EXPORT Error lt_cuda_synchronize(int64_t index) {
    return guarded([&] { torch::cuda::synchronize(index); });
}
LT_EXPORT Error lt_cuda_seed(uint64_t seed) {
    return guarded([&] { torch::cuda::manual_seed_all(seed); });
}
LT_EXPORT int32_t lt_allow_tf32(int32_t which) {
    return which == 0 ? at::globalContext().allowTF32CuBLAS() : at::globalContext().allowTF32CuDNN();
}
LT_EXPORT Error lt_set_allow_tf32(int32_t which, int32_t on) {
    return guarded([&] {
        if (which == 0)
            at::globalContext().setAllowTF32CuBLAS(on != 0);
        else
            at::globalContext().setAllowTF32CuDNN(on != 0);
    });
}

/// In libtorch 2.9 the answer is an enum whose zero allows everything; before, a bool.
template <typename Allowed>
bool allowed(Allowed value) {
    return std::is_same<Allowed, bool>::value ? static_cast<bool>(value) : static_cast<int>(value) == 0;
}

/// 0: flash attention, 1: attention by plain operators, 2: sums of float16 products in float16.
LT_EXPORT int32_t lt_backend_flag(int32_t flag) {
    const auto& context = at::globalContext();
    if (flag == 0) return context.userEnabledFlashSDP();
    if (flag == 1) return context.userEnabledMathSDP();
    return allowed(context.allowFP16ReductionCuBLAS());
}
LT_EXPORT Error lt_set_backend_flag(int32_t flag, int32_t on) {
    return guarded([&] {
        auto& context = at::globalContext();
        if (flag == 0)
            context.setSDPUseFlash(on != 0);
        else if (flag == 1)
            context.setSDPUseMath(on != 0);
        else
            context.setAllowFP16ReductionCuBLAS(on != 0);
    });
}
LT_EXPORT Error lt_deterministic(int32_t on) {
    return guarded([&] { at::globalContext().setDeterministicAlgorithms(on != 0, false); });
}
