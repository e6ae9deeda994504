// Memory of tensors on the CPU: counted, and small blocks are kept for the next tensor of their size.
#include "shim.h"

#include <c10/core/CPUAllocator.h>

#include <cstdlib>
#include <cstring>

Counters counters;

namespace {

constexpr size_t alignment = 64; // what libtorch's own allocator promises
constexpr size_t classes = 16; // blocks of up to 16 · 64 bytes are kept
constexpr int32_t kept_of_class = 256;

/// Before each block, in as many bytes as keep the alignment.
struct Header {
    size_t size;
    Header* next;
};
static_assert(sizeof(Header) <= alignment, "the header fits before the block");

enum class Thread : uint8_t { New, Running, Ended };

/// The free blocks of one thread, by size. Has no destructor, so that it can be used while the thread ends.
struct Blocks {
    Header* first[classes];
    int32_t count[classes];
    Thread thread;
};
thread_local Blocks blocks;

struct AtThreadEnd {
    ~AtThreadEnd() {
        for (auto& first : blocks.first) {
            while (first != nullptr) {
                auto* block = first;
                first = block->next;
                std::free(block);
            }
        }
        blocks.thread = Thread::Ended;
    }
};

void begin_thread() {
    thread_local AtThreadEnd end;
    (void)&end;
    blocks.thread = Thread::Running;
}

size_t class_of(size_t size) { return (size - 1) / alignment; }

void* take(size_t size) {
    if (size == 0) return nullptr;
    auto& own = blocks;
    const auto kind = class_of(size);
    Header* block = nullptr;
    if (kind < classes && own.first[kind] != nullptr) {
        block = own.first[kind];
        own.first[kind] = block->next;
        own.count[kind]--;
    } else {
        const auto rounded = kind < classes ? (kind + 1) * alignment : size;
        void* memory = nullptr;
        TORCH_CHECK_WITH(
            OutOfMemoryError,
            size < SIZE_MAX / 2 && posix_memalign(&memory, alignment, rounded + alignment) == 0,
            "not enough memory: a tensor of ", size, " bytes cannot be allocated");
        block = static_cast<Header*>(memory);
    }
    block->size = size;
    counters.bytes.fetch_add(static_cast<int64_t>(size), std::memory_order_relaxed);
    return reinterpret_cast<char*>(block) + alignment;
}

void put_back(void* data) {
    if (data == nullptr) return;
    auto* block = reinterpret_cast<Header*>(static_cast<char*>(data) - alignment);
    counters.bytes.fetch_sub(static_cast<int64_t>(block->size), std::memory_order_relaxed);
    auto& own = blocks;
    const auto kind = class_of(block->size);
    if (kind < classes && own.count[kind] < kept_of_class && own.thread != Thread::Ended) {
        if (own.thread == Thread::New) begin_thread();
        block->next = own.first[kind];
        own.first[kind] = block;
        own.count[kind]++;
    } else {
        std::free(block);
    }
}

/// `allocate` became a function that is not const, and `copy_data` one that must be there, in libtorch 2.
struct Memory final : c10::Allocator {
    c10::DataPtr allocate(size_t size) const { return given(size); }
    c10::DataPtr allocate(size_t size) { return given(size); }
    void copy_data(void* to, const void* from, size_t count) const { std::memcpy(to, from, count); }
    c10::DeleterFnPtr raw_deleter() const override { return put_back; }

    static c10::DataPtr given(size_t size) {
        auto* data = take(size);
        return {data, data, put_back, c10::Device(c10::DeviceType::CPU)};
    }
};

/// From here on every tensor on the CPU gets its memory here; libtorch's own allocator has priority 0.
struct Install {
    Install() {
        static Memory memory;
        c10::SetCPUAllocator(&memory, 1);
    }
} install;

} // namespace

LT_EXPORT Counters* lt_counters() { return &counters; }
