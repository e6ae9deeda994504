// What every exported function shares: no exception leaves it, and a failure is a code and a message.
#pragma once

#include "LuceneHeaders.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <new>
#include <string>

#define LECTERN_EXPORT extern "C" __attribute__((visibility("default")))

namespace lectern {

enum Code : int32_t { Ok = 0, LuceneFailed = 1, OutOfMemory = 2, Failed = 3 };

inline int32_t fail(Code code, const char* text, char* message, int32_t capacity) noexcept {
    if (message != nullptr && capacity > 0) {
        std::snprintf(message, static_cast<size_t>(capacity), "%s", text);
    }
    return code;
}

/// Runs the action; the message is UTF-8 and cut to the capacity.
template <typename Action>
int32_t guarded(char* message, int32_t capacity, Action action) noexcept {
    try {
        try {
            action();
            return Ok;
        } catch (Lucene::LuceneException& e) {
            return fail(LuceneFailed, Lucene::StringUtils::toUTF8(e.getError()).c_str(), message, capacity);
        }
    } catch (const std::bad_alloc&) {
        return fail(OutOfMemory, "out of memory", message, capacity);
    } catch (const std::exception& e) {
        return fail(Failed, e.what(), message, capacity);
    } catch (...) {
        return fail(Failed, "an exception of unknown type", message, capacity);
    }
}

/// Bytes handed to the caller, who gives them back to lectern_free.
inline uint8_t* handed(const std::string& bytes) {
    auto* copy = static_cast<uint8_t*>(std::malloc(bytes.empty() ? 1 : bytes.size()));
    if (copy == nullptr) {
        throw std::bad_alloc();
    }
    bytes.copy(reinterpret_cast<char*>(copy), bytes.size());
    return copy;
}

}  // namespace lectern
