namespace Lectern.Torch.Tests.Optim;

/// <summary>One weight's update from step t (from 1), its value, its gradient and its own numbers <c>s</c>, which start at 0.</summary>
internal delegate double PlainRule(int t, double theta, double g, double[] s);

/// <summary>The optimizers as their papers write them, for one weight at a time.</summary>
internal static class Plain
{
    public static double[] Run(PlainRule rule, int steps = Problem.Steps) => [.. Enumerable.Range(0, Problem.Count).Select(i =>
    {
        var (theta, s) = (Problem.Start(i), new double[4]);
        for (var t = 1; t <= steps; t++) theta = rule(t, theta, Problem.Gradient(i, theta), s);
        return theta;
    })];

    public static PlainRule Sgd(double lr, double mu = 0, double damp = 0, double decay = 0, bool nesterov = false, bool maximize = false) => (t, theta, g, s) =>
    {
        g = (maximize ? -g : g) + decay * theta;
        s[0] = t == 1 ? g : mu * s[0] + (1 - damp) * g;
        return theta - lr * (mu == 0 ? g : nesterov ? g + mu * s[0] : s[0]);
    };

    public static PlainRule Adam(
        double lr, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double decay = 0, double decoupled = 0, bool amsgrad = false, bool maximize = false) =>
        (t, theta, g, s) =>
        {
            theta *= 1 - lr * decoupled;
            g = (maximize ? -g : g) + decay * theta;
            s[0] = b1 * s[0] + (1 - b1) * g;
            s[1] = b2 * s[1] + (1 - b2) * g * g;
            s[2] = amsgrad ? Math.Max(s[2], s[1]) : s[1];
            return theta - lr * (s[0] / (1 - Math.Pow(b1, t))) / (Math.Sqrt(s[2] / (1 - Math.Pow(b2, t))) + eps);
        };

    public static PlainRule RmsProp(
        double lr, double alpha = 0.99, double eps = 1e-8, double decay = 0, double mu = 0, bool centered = false, bool maximize = false) =>
        (_, theta, g, s) =>
        {
            g = (maximize ? -g : g) + decay * theta;
            s[0] = alpha * s[0] + (1 - alpha) * g * g;
            s[1] = alpha * s[1] + (1 - alpha) * g;
            var step = g / (Math.Sqrt(centered ? s[0] - s[1] * s[1] : s[0]) + eps);
            s[2] = mu * s[2] + step;
            return theta - lr * s[2];
        };

    public static PlainRule Adagrad(double lr, double lrDecay = 0, double decay = 0, double initial = 0, double eps = 1e-10) => (t, theta, g, s) =>
    {
        g += decay * theta;
        s[0] = (t == 1 ? initial : s[0]) + g * g;
        return theta - lr / (1 + (t - 1) * lrDecay) * g / (Math.Sqrt(s[0]) + eps);
    };

    public static PlainRule Adadelta(double lr, double rho = 0.9, double eps = 1e-6, double decay = 0, bool maximize = false) => (_, theta, g, s) =>
    {
        g = (maximize ? -g : g) + decay * theta;
        s[0] = rho * s[0] + (1 - rho) * g * g;
        var delta = Math.Sqrt(s[1] + eps) / Math.Sqrt(s[0] + eps) * g;
        s[1] = rho * s[1] + (1 - rho) * delta * delta;
        return theta - lr * delta;
    };

    public static PlainRule Adamax(double lr, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double decay = 0) => (t, theta, g, s) =>
    {
        g += decay * theta;
        s[0] = b1 * s[0] + (1 - b1) * g;
        s[1] = Math.Max(b2 * s[1], Math.Abs(g) + eps);
        return theta - lr / (1 - Math.Pow(b1, t)) * s[0] / s[1];
    };

    public static PlainRule NAdam(double lr, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double decay = 0, double psi = 0.004) => (t, theta, g, s) =>
    {
        g += decay * theta;
        s[0] = b1 * s[0] + (1 - b1) * g;
        s[1] = b2 * s[1] + (1 - b2) * g * g;
        var (mu, next) = (b1 * (1 - 0.5 * Math.Pow(0.96, t * psi)), b1 * (1 - 0.5 * Math.Pow(0.96, (t + 1) * psi)));
        s[2] = (t == 1 ? 1 : s[2]) * mu;
        var mean = next * s[0] / (1 - s[2] * next) + (1 - mu) * g / (1 - s[2]);
        return theta - lr * mean / (Math.Sqrt(s[1] / (1 - Math.Pow(b2, t))) + eps);
    };

    public static PlainRule RAdam(double lr, double b1 = 0.9, double b2 = 0.999, double eps = 1e-8, double decay = 0) => (t, theta, g, s) =>
    {
        g += decay * theta;
        s[0] = b1 * s[0] + (1 - b1) * g;
        s[1] = b2 * s[1] + (1 - b2) * g * g;
        var mean = s[0] / (1 - Math.Pow(b1, t));
        var limit = 2 / (1 - b2) - 1;
        var rho = limit - 2 * t * Math.Pow(b2, t) / (1 - Math.Pow(b2, t));
        if (rho <= 5) return theta - lr * mean;
        var r = Math.Sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
        return theta - lr * r * mean * Math.Sqrt(1 - Math.Pow(b2, t)) / (Math.Sqrt(s[1]) + eps);
    };

    public static PlainRule Asgd(double lr, double lambd = 1e-4, double alpha = 0.75, double decay = 0, bool maximize = false) => (t, theta, g, _) =>
    {
        g = (maximize ? -g : g) + decay * theta;
        var eta = lr / Math.Pow(1 + lambd * lr * (t - 1), alpha);
        return (1 - lambd * eta) * theta - eta * g;
    };

    public static PlainRule Rprop(double lr, double down = 0.5, double up = 1.2, double min = 1e-6, double max = 50, bool maximize = false) => (t, theta, g, s) =>
    {
        g = maximize ? -g : g;
        var turn = g * s[0];
        s[1] = Math.Clamp((t == 1 ? lr : s[1]) * (turn > 0 ? up : turn < 0 ? down : 1), min, max);
        if (turn < 0) g = 0;
        s[0] = g;
        return theta - Math.Sign(g) * s[1];
    };
}
