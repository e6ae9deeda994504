// The short way to an operator; call.cpp takes it where there is one.
#pragma once

#include "shim.h"

constexpr size_t most_direct_arguments = 10;

/// Calls the operator with all of its arguments, or says no and has done nothing: one of them is of a kind that takes the boxed way.
using DirectCall = bool (*)(const Value* arguments, Value* results, int32_t capacity);

/// Null for an operator that has only the boxed way.
DirectCall direct_call(const char* name, const char* overload);
