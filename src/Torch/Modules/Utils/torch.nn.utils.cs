using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>Scales all gradients by max_norm / norm when their common norm is larger, in place; the result is the norm before.</summary>
            public static double clip_grad_norm_(IEnumerable<Parameter> tensors, double max_norm, double norm_type = 2)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                Tensor[] gradients = [.. tensors.Select(parameter => parameter.grad).OfType<Tensor>()];
                if (gradients.Length == 0) return 0;
                var norms = stack([.. gradients.Select(gradient => Norm(gradient, norm_type).to(gradients[0].device))]);
                var total = Norm(norms, norm_type);

                // Multiplied also where the factor is 1, which costs less than to ask the device.
                var factor = (max_norm / (total + 1e-6)).clamp(max: (Scalar)1.0);
                foreach (var gradient in gradients) _ = gradient.mul_(factor.to(gradient.device));
                return total.to(ScalarType.Float64).item<double>();
            }

            public static void clip_grad_value_(IEnumerable<Parameter> tensors, double clip_value)
            {
                using var mode = no_grad();
                foreach (var parameter in tensors)
                {
                    using var gradient = parameter.grad;
                    _ = gradient?.clamp_(min: (Scalar)(-clip_value), max: (Scalar)clip_value);
                }
            }

            /// <summary>All elements behind each other.</summary>
            public static Tensor parameters_to_vector(IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                return cat([.. tensors.Select(parameter => parameter.reshape(-1))], 0).MoveToOuterDisposeScope();
            }

            /// <summary>Copies the elements of a vector into the parameters.</summary>
            public static void vector_to_parameters(Tensor vec, IEnumerable<Parameter> tensors)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                long start = 0;
                foreach (var parameter in tensors)
                {
                    var count = parameter.numel();
                    _ = parameter.copy_(vec.narrow(0, start, count).view_as(parameter));
                    start += count;
                }
            }

            /// <summary>One layer that computes a linear layer and the batch norm after it, both in evaluation.</summary>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                if (linear.training || bn.training) throw new InvalidOperationException("Only modules in evaluation are fused; call eval() first.");
                if (bn.running_mean is null) throw new InvalidOperationException("A batch norm without running statistics is not fused.");
                var (weight, bias) = fuse_linear_bn_weights(linear.weight, linear.bias, bn.running_mean, bn.running_var!, bn.eps, bn.weight!, bn.bias!);
                return Linear(weight, bias);
            }

            /// <summary>W' = W s and b' = (b − mean) s + bias, with s = weight / √(variance + ε) for each row.</summary>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(
                Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor bn_w, Tensor bn_b)
            {
                using var scope = NewDisposeScope();
                using var mode = no_grad();
                var scale = bn_w * bn_rv.add(bn_eps).rsqrt();
                var weight = new Parameter(linear_w * scale.unsqueeze(-1));
                var bias = new Parameter(((linear_b ?? zeros_like(bn_rm)) - bn_rm) * scale + bn_b);
                _ = weight.MoveToOuterDisposeScope();
                _ = bias.MoveToOuterDisposeScope();
                return (weight, bias);
            }

            [Aten("linalg_vector_norm", "input, (Scalar)order")] private static partial Tensor Norm(Tensor input, double order);
        }
    }
}
