// The operators that are called most, called as C++ calls them: without a boxed stack, and without counting the tensors they borrow.
// Whatever an argument here cannot express goes through the boxed door, which knows every type.
#include "direct.h"

#include <ATen/ops/add_ops.h>
#include <ATen/ops/addcdiv_ops.h>
#include <ATen/ops/addcmul_ops.h>
#include <ATen/ops/argmax_ops.h>
#include <ATen/ops/bmm_ops.h>
#include <ATen/ops/cat_ops.h>
#include <ATen/ops/clone_ops.h>
#include <ATen/ops/conv1d_ops.h>
#include <ATen/ops/conv2d_ops.h>
#include <ATen/ops/detach_ops.h>
#include <ATen/ops/div_ops.h>
#include <ATen/ops/dropout_ops.h>
#include <ATen/ops/embedding_ops.h>
#include <ATen/ops/eq_ops.h>
#include <ATen/ops/exp_ops.h>
#include <ATen/ops/gelu_ops.h>
#include <ATen/ops/index_ops.h>
#include <ATen/ops/layer_norm_ops.h>
#include <ATen/ops/linear_ops.h>
#include <ATen/ops/log_softmax_ops.h>
#include <ATen/ops/masked_fill_ops.h>
#include <ATen/ops/matmul_ops.h>
#include <ATen/ops/max_ops.h>
#include <ATen/ops/mean_ops.h>
#include <ATen/ops/min_ops.h>
#include <ATen/ops/mul_ops.h>
#include <ATen/ops/neg_ops.h>
#include <ATen/ops/permute_ops.h>
#include <ATen/ops/pow_ops.h>
#include <ATen/ops/relu_ops.h>
#include <ATen/ops/reshape_ops.h>
#include <ATen/ops/select_ops.h>
#include <ATen/ops/sigmoid_ops.h>
#include <ATen/ops/slice_ops.h>
#include <ATen/ops/softmax_ops.h>
#include <ATen/ops/sqrt_ops.h>
#include <ATen/ops/squeeze_ops.h>
#include <ATen/ops/stack_ops.h>
#include <ATen/ops/sub_ops.h>
#include <ATen/ops/sum_ops.h>
#include <ATen/ops/tanh_ops.h>
#include <ATen/ops/to_ops.h>
#include <ATen/ops/transpose_ops.h>
#include <ATen/ops/unsqueeze_ops.h>
#include <ATen/ops/view_ops.h>
#include <ATen/ops/where_ops.h>

#include <c10/util/SmallVector.h>

#include <string_view>
#include <utility>

namespace {

/// A tensor that lives as long as the caller's handle does, and is not counted.
struct Lent {
    at::Tensor tensor;
    explicit Lent(Handle handle)
        : tensor(handle == nullptr ? at::Tensor() : at::Tensor(c10::intrusive_ptr<c10::TensorImpl, c10::UndefinedTensorImpl>::reclaim(handle))) {}
    Lent(const Lent&) = delete;
    ~Lent() {
        if (tensor.defined()) tensor.unsafeReleaseTensorImpl();
    }
};

/// How an argument of type T is read. A type without a reader keeps its operator behind the boxed door.
template <typename T>
struct Reader {
    static constexpr bool known = false;
};

struct Known {
    static constexpr bool known = true;
};

template <>
struct Reader<at::Tensor&> : Known {
    Lent lent;
    static bool fits(const Value& value) { return value.kind == Kind::Tensor; }
    explicit Reader(const Value& value) : lent(static_cast<Handle>(value.p)) {}
    at::Tensor& get() { return lent.tensor; }
};

template <>
struct Reader<const at::Tensor&> : Reader<at::Tensor&> {
    using Reader<at::Tensor&>::Reader;
};

template <>
struct Reader<int64_t> : Known {
    int64_t number;
    static bool fits(const Value& value) { return value.kind == Kind::Int; }
    explicit Reader(const Value& value) : number(value.i) {}
    int64_t get() { return number; }
};

template <>
struct Reader<c10::SymInt> : Reader<int64_t> {
    using Reader<int64_t>::Reader;
    c10::SymInt get() { return number; }
};

template <>
struct Reader<bool> : Known {
    bool truth;
    static bool fits(const Value& value) { return value.kind == Kind::Bool; }
    explicit Reader(const Value& value) : truth(value.i != 0) {}
    bool get() { return truth; }
};

template <>
struct Reader<double> : Known {
    double number;
    static bool fits(const Value& value) { return value.kind == Kind::Double; }
    explicit Reader(const Value& value) : number(value.d) {}
    double get() { return number; }
};

template <>
struct Reader<at::ScalarType> : Reader<int64_t> {
    using Reader<int64_t>::Reader;
    at::ScalarType get() { return static_cast<at::ScalarType>(number); }
};

template <>
struct Reader<at::MemoryFormat> : Reader<int64_t> {
    using Reader<int64_t>::Reader;
    at::MemoryFormat get() { return static_cast<at::MemoryFormat>(number); }
};

template <typename T>
struct OptionalReader : Reader<T> {
    bool present;
    static bool fits(const Value& value) { return value.kind == Kind::None || Reader<T>::fits(value); }
    explicit OptionalReader(const Value& value) : Reader<T>(value), present(value.kind != Kind::None) {}
    Maybe<T> get() { return present ? Maybe<T>(Reader<T>::get()) : Maybe<T>(); }
};

template <>
struct Reader<Maybe<int64_t>> : OptionalReader<int64_t> {
    using OptionalReader::OptionalReader;
};

template <>
struct Reader<Maybe<c10::SymInt>> : OptionalReader<c10::SymInt> {
    using OptionalReader::OptionalReader;
};

template <>
struct Reader<Maybe<at::ScalarType>> : OptionalReader<at::ScalarType> {
    using OptionalReader::OptionalReader;
};

template <>
struct Reader<Maybe<at::MemoryFormat>> : OptionalReader<at::MemoryFormat> {
    using OptionalReader::OptionalReader;
};

template <>
struct Reader<const Maybe<at::Tensor>&> : Known {
    Maybe<at::Tensor> tensor;
    static bool fits(const Value& value) { return value.kind == Kind::Tensor || value.kind == Kind::None; }
    explicit Reader(const Value& value) {
        if (value.kind == Kind::Tensor) tensor = borrow(static_cast<Handle>(value.p));
    }
    const Maybe<at::Tensor>& get() { return tensor; }
};

template <>
struct Reader<const at::Scalar&> : Known {
    at::Scalar scalar;
    static bool fits(const Value& value) { return value.kind == Kind::Int || value.kind == Kind::Double || value.kind == Kind::Bool; }
    explicit Reader(const Value& value)
        : scalar(value.kind == Kind::Double ? at::Scalar(value.d) : value.kind == Kind::Bool ? at::Scalar(value.i != 0) : at::Scalar(value.i)) {}
    const at::Scalar& get() { return scalar; }
};

template <>
struct Reader<c10::string_view> : Known {
    const char* text;
    static bool fits(const Value& value) { return value.kind == Kind::String; }
    explicit Reader(const Value& value) : text(static_cast<const char*>(value.p)) {}
    c10::string_view get() { return text; }
};

template <>
struct Reader<at::IntArrayRef> : Known {
    at::IntArrayRef numbers;
    static bool fits(const Value& value) { return value.kind == Kind::IntList; }
    explicit Reader(const Value& value) {
        if (value.kind == Kind::IntList) numbers = {static_cast<const int64_t*>(value.p), static_cast<size_t>(value.length)};
    }
    at::IntArrayRef get() { return numbers; }
};

template <>
struct Reader<c10::SymIntArrayRef> : Known {
    c10::SmallVector<c10::SymInt, 6> numbers;
    static bool fits(const Value& value) { return value.kind == Kind::IntList; }
    explicit Reader(const Value& value) {
        for (int32_t i = 0; i < value.length; i++) numbers.emplace_back(static_cast<const int64_t*>(value.p)[i]);
    }
    c10::SymIntArrayRef get() { return {numbers.data(), numbers.size()}; }
};

template <>
struct Reader<at::OptionalIntArrayRef> : Reader<at::IntArrayRef> {
    bool present;
    static bool fits(const Value& value) { return value.kind == Kind::None || Reader<at::IntArrayRef>::fits(value); }
    explicit Reader(const Value& value) : Reader<at::IntArrayRef>(value), present(value.kind != Kind::None) {}
    at::OptionalIntArrayRef get() { return present ? at::OptionalIntArrayRef(numbers) : at::OptionalIntArrayRef(); }
};

template <>
struct Reader<at::TensorList> : Known {
    std::vector<at::Tensor> tensors;
    static bool fits(const Value& value) { return value.kind == Kind::TensorList; }
    explicit Reader(const Value& value) {
        tensors.reserve(value.length);
        for (int32_t i = 0; i < value.length; i++) tensors.push_back(borrow(static_cast<Handle*>(value.p)[i]));
    }
    at::TensorList get() { return tensors; }
};

template <>
struct Reader<const at::ITensorListRef&> : Reader<at::TensorList> {
    at::ITensorListRef list;
    explicit Reader(const Value& value) : Reader<at::TensorList>(value), list(at::TensorList(tensors)) {}
    const at::ITensorListRef& get() { return list; }
};

template <>
struct Reader<const c10::List<Maybe<at::Tensor>>&> : Known {
    c10::List<Maybe<at::Tensor>> tensors;
    static bool fits(const Value& value) { return value.kind == Kind::OptionalTensorList; }
    explicit Reader(const Value& value) : tensors(optional_tensors(value)) {}
    const c10::List<Maybe<at::Tensor>>& get() { return tensors; }
};

Value result(at::Tensor tensor) {
    Value out{Kind::Tensor, 0, {0}, 0};
    out.p = give(std::move(tensor));
    return out;
}

void put(at::Tensor tensor, Value* results, int32_t capacity) {
    if (capacity > 0) results[0] = result(std::move(tensor));
}

void put(std::tuple<at::Tensor, at::Tensor> two, Value* results, int32_t capacity) {
    if (capacity > 0) results[0] = result(std::move(std::get<0>(two)));
    if (capacity > 1) results[1] = result(std::move(std::get<1>(two)));
}

template <typename Op, typename Schema>
struct Direct;

template <typename Op, typename Result, typename... Arguments>
struct Direct<Op, Result(Arguments...)> {
    template <size_t... I>
    static bool call(const Value* arguments, Value* results, int32_t capacity, std::index_sequence<I...>) {
        if (!(Reader<Arguments>::fits(arguments[I]) && ...)) return false;
        put(Op::call(Reader<Arguments>(arguments[I]).get()...), results, capacity);
        return true;
    }

    static bool call(const Value* arguments, Value* results, int32_t capacity) {
        return call(arguments, results, capacity, std::index_sequence_for<Arguments...>());
    }

    static constexpr DirectCall entry() {
        if constexpr (sizeof...(Arguments) <= most_direct_arguments && (Reader<Arguments>::known && ...)) return call;
        else return nullptr;
    }
};

struct Entry {
    std::string_view name;
    std::string_view overload;
    DirectCall call;
};

template <typename Op>
Entry entry() {
    return {Op::name, Op::overload_name, Direct<Op, typename Op::schema>::entry()};
}

namespace aten = at::_ops;

const Entry entries[] = {
    entry<aten::add_Tensor>(), entry<aten::add__Tensor>(), entry<aten::add_Scalar>(), entry<aten::sub_Tensor>(), entry<aten::sub_Scalar>(), entry<aten::mul_Tensor>(),
    entry<aten::mul__Tensor>(), entry<aten::mul_Scalar>(), entry<aten::div_Tensor>(), entry<aten::div_Scalar>(), entry<aten::eq_Tensor>(), entry<aten::eq_Scalar>(),
    entry<aten::neg>(), entry<aten::exp>(), entry<aten::sqrt>(), entry<aten::tanh>(), entry<aten::relu>(), entry<aten::gelu>(), entry<aten::sigmoid>(), entry<aten::pow_Tensor_Scalar>(),
    entry<aten::addcmul_>(), entry<aten::addcdiv_>(), entry<aten::sum>(), entry<aten::sum_dim_IntList>(), entry<aten::mean>(), entry<aten::mean_dim>(), entry<aten::max>(),
    entry<aten::max_dim>(), entry<aten::min_dim>(), entry<aten::argmax>(), entry<aten::softmax_int>(), entry<aten::log_softmax_int>(), entry<aten::matmul>(), entry<aten::bmm>(),
    entry<aten::linear>(), entry<aten::embedding>(), entry<aten::layer_norm>(), entry<aten::dropout>(), entry<aten::conv1d>(), entry<aten::conv2d>(), entry<aten::where_self>(),
    entry<aten::masked_fill_Scalar>(), entry<aten::cat>(), entry<aten::stack>(), entry<aten::view>(), entry<aten::reshape>(), entry<aten::permute>(), entry<aten::transpose_int>(),
    entry<aten::unsqueeze>(), entry<aten::squeeze_dim>(), entry<aten::select_int>(), entry<aten::slice_Tensor>(), entry<aten::index_Tensor>(), entry<aten::clone>(),
    entry<aten::detach>(), entry<aten::to_dtype>(),
};

} // namespace

DirectCall direct_call(const char* name, const char* overload) {
    for (const auto& entry : entries)
        if (entry.name == name && entry.overload == overload) return entry.call;
    return nullptr;
}
