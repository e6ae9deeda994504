// Little-endian records between the program and this library. A string is its length in bytes and its UTF-8.
#pragma once

#include "LuceneHeaders.h"

#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>

namespace lectern {

class Source {
public:
    Source(const uint8_t* data, int64_t length) : at(data), end(data + length) {}

    bool finished() const { return at == end; }

    template <typename T>
    T number() {
        T value;
        std::memcpy(&value, take(sizeof(T)), sizeof(T));
        return value;
    }

    Lucene::String text() {
        const auto length = number<int32_t>();
        const auto* bytes = take(length);
        bool ascii = true;
        for (int32_t i = 0; i < length; ++i) {
            ascii = ascii && bytes[i] < 0x80;
        }
        return ascii ? Lucene::String(bytes, bytes + length) : Lucene::StringUtils::toUnicode(bytes, length);
    }

private:
    const uint8_t* at;
    const uint8_t* end;

    const uint8_t* take(int64_t length) {
        if (length < 0 || end - at < length) {
            throw std::runtime_error("a record is shorter than it says");
        }
        const auto* taken = at;
        at += length;
        return taken;
    }
};

class Sink {
public:
    std::string bytes;

    template <typename T>
    void number(T value) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
    }

    void text(const Lucene::String& value) {
        const auto utf8 = Lucene::StringUtils::toUTF8(value);
        number(static_cast<int32_t>(utf8.size()));
        bytes.append(utf8);
    }
};

}  // namespace lectern
