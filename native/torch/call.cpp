// Every operator of ATen through one door: look its schema up, push the arguments, call it boxed. Some have a shorter way.
#include "direct.h"

#include <ATen/core/ivalue.h>

#include <deque>
#include <vector>

namespace {

struct Operator {
    c10::OperatorHandle handle;
    size_t arguments;
    DirectCall direct;
    std::vector<Value> defaults; // of the direct call: what stands for an argument that is not given
    std::deque<std::vector<int64_t>> lists; // that defaults point to
};

/// A number or a truth as a value; false where it is neither.
bool pack_scalar(const c10::IValue& value, Value& out) {
    if (value.isInt()) {
        out.kind = Kind::Int;
        out.i = value.toInt();
    } else if (value.isDouble()) {
        out.kind = Kind::Double;
        out.d = value.toDouble();
    } else if (value.isBool()) {
        out.kind = Kind::Bool;
        out.i = value.toBool();
    } else {
        return false;
    }
    return true;
}

/// The default of an argument as a value, where it is one that a direct call can read.
Value default_of(const c10::Argument& argument, std::deque<std::vector<int64_t>>& lists) {
    Value out{Kind::Default, 0, {0}, 0};
    if (!argument.default_value().has_value()) return out;
    const auto& value = *argument.default_value();
    if (pack_scalar(value, out)) return out;
    if (value.isNone()) {
        out.kind = Kind::None;
    } else if (value.isIntList()) {
        auto& list = lists.emplace_back(value.toIntVector());
        out.kind = Kind::IntList;
        out.length = static_cast<int32_t>(list.size());
        out.p = list.data();
    }
    return out;
}

bool call_direct(const Operator& op, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
    if (op.direct == nullptr) return false;
    Value all[most_direct_arguments];
    for (size_t i = 0; i < op.arguments; i++)
        all[i] = i < static_cast<size_t>(count) && arguments[i].kind != Kind::Default ? arguments[i] : op.defaults[i];
    return op.direct(all, results, capacity);
}

template <typename T>
c10::List<T> list_of(const Value& value) {
    c10::List<T> list;
    list.reserve(value.length);
    const auto* items = static_cast<const T*>(value.p);
    for (int32_t i = 0; i < value.length; i++) list.push_back(items[i]);
    return list;
}

c10::IValue unpack(const Value& value, const c10::Argument& argument) {
    switch (value.kind) {
        case Kind::None: return c10::IValue();
        case Kind::Default:
            TORCH_CHECK_VALUE(argument.default_value().has_value(), "argument '", argument.name(), "' has no default");
            return *argument.default_value();
        case Kind::Tensor: return borrow(static_cast<Handle>(value.p));
        case Kind::TensorList: {
            c10::List<at::Tensor> list;
            list.reserve(value.length);
            for (int32_t i = 0; i < value.length; i++) list.push_back(borrow(static_cast<Handle*>(value.p)[i]));
            return list;
        }
        case Kind::OptionalTensorList: return optional_tensors(value);
        case Kind::Int: return value.i;
        case Kind::IntList: return list_of<int64_t>(value);
        case Kind::Double: return value.d;
        case Kind::DoubleList: return list_of<double>(value);
        case Kind::Bool: return value.i != 0;
        case Kind::BoolList: return list_of<bool>(value);
        case Kind::Complex: return c10::complex<double>(value.d, value.imaginary);
        case Kind::String: return std::string(static_cast<const char*>(value.p));
        case Kind::Device:
            return c10::Device(static_cast<c10::DeviceType>(value.i), static_cast<c10::DeviceIndex>(value.length));
        case Kind::Generator: return *static_cast<at::Generator*>(value.p);
    }
    TORCH_CHECK(false, "unknown kind of argument ", static_cast<int>(value.kind));
}

/// The memory of the last call's stack on this thread. A call within a call finds it empty and brings its own.
thread_local torch::jit::Stack spare;

struct Borrowed {
    torch::jit::Stack stack;
    Borrowed() { stack.swap(spare); }
    ~Borrowed() {
        stack.clear();
        stack.swap(spare);
    }
};

// Lists of results are read by the caller before its next call on the same thread.
thread_local std::vector<Handle> result_tensors;
thread_local std::vector<int64_t> result_ints;

Value pack(c10::IValue&& value) {
    Value out{Kind::None, 0, {0}, 0};
    if (pack_scalar(value, out)) return out;
    if (value.isTensor()) {
        out.kind = Kind::Tensor;
        out.p = give(std::move(value).toTensor());
    } else if (value.isComplexDouble()) {
        auto complex = value.toComplexDouble();
        out.kind = Kind::Complex;
        out.d = complex.real();
        out.imaginary = complex.imag();
    } else if (value.isTensorList()) {
        result_tensors.clear();
        for (const at::Tensor& tensor : value.toTensorVector()) result_tensors.push_back(give(tensor));
        out.kind = Kind::TensorList;
        out.length = static_cast<int32_t>(result_tensors.size());
        out.p = result_tensors.data();
    } else if (value.isIntList()) {
        result_ints = value.toIntVector();
        out.kind = Kind::IntList;
        out.length = static_cast<int32_t>(result_ints.size());
        out.p = result_ints.data();
    } else {
        TORCH_CHECK(value.isNone(), "a result of kind ", value.tagKind(), " cannot be given back");
    }
    return out;
}

} // namespace

/// Looks an operator up, as in ("aten::add", "Tensor"). Null when this libtorch has none of that name.
LT_EXPORT Error lt_find(const char* name, const char* overload, Operator** out) {
    return guarded([&] {
        auto found = c10::Dispatcher::singleton().findSchema({name, overload});
        if (!found) {
            *out = nullptr;
            return;
        }
        const auto& arguments = found->schema().arguments();
        auto op = std::make_unique<Operator>(Operator{*found, arguments.size(), direct_call(name, overload), {}, {}});
        if (op->direct != nullptr)
            for (const auto& argument : arguments) op->defaults.push_back(default_of(argument, op->lists));
        *out = op.release();
    });
}

/// Calls an operator with its first `count` arguments; the schema's defaults stand for the rest.
LT_EXPORT Error lt_call(const Operator* op, const Value* arguments, int32_t count, Value* results, int32_t capacity) {
    return guarded([&] {
        if (call_direct(*op, arguments, count, results, capacity)) return;
        const auto& schema = op->handle.schema().arguments();
        Borrowed borrowed;
        auto& stack = borrowed.stack;
        for (int32_t i = 0; i < count; i++) stack.push_back(unpack(arguments[i], schema[i]));
        for (size_t i = count; i < op->arguments; i++) stack.push_back(unpack({Kind::Default, 0, {0}, 0}, schema[i]));
        op->handle.callBoxed(stack);
        for (int32_t i = 0; i < capacity; i++)
            results[i] = static_cast<size_t>(i) < stack.size() ? pack(std::move(stack[i])) : Value{Kind::None, 0, {0}, 0};
    });
}

/// The operator's schema as libtorch prints it, in memory that stays until the next call on this thread.
LT_EXPORT Error lt_schema(const Operator* op, const char** out) {
    return guarded([&] {
        thread_local std::string text;
        std::ostringstream stream;
        stream << op->handle.schema();
        text = stream.str();
        *out = text.c_str();
    });
}
