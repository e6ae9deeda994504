using System.Numerics;

namespace Lectern.Torch.Tests.Operators.Cases;

/// <summary>Fourier transforms, against sums of exponentials.</summary>
internal static class Fourier
{
    public static CaseList Cases()
    {
        var list = new CaseList("Fourier");
        OneDimension(list);
        SeveralDimensions(list);
        list.Add("fft_fftfreq", _ => [new([5L, 0.5, ScalarType.Float64], Nd.Of(0, 0.4, 0.8, -0.8, -0.4)) { Gradient = false }, new([4L, 1.0, ScalarType.Float64], Nd.Of(0, 0.25, -0.5, -0.25)) { Gradient = false }]);
        list.Add("fft_rfftfreq", _ => [new([5L, 0.5, ScalarType.Float64], Nd.Of(0, 0.4, 0.8)) { Gradient = false }, new([4L, 1.0, ScalarType.Float64], Nd.Of(0, 0.25, 0.5)) { Gradient = false }]);
        list.Add("stft.center", d => [.. new[] { true, false }.Select(center => Spectrogram(d, 10, 4, 2, center))]);
        return list;
    }

    private static void OneDimension(CaseList list)
    {
        list.Add("fft_fft", d => Complexes(d).SelectMany(x => new Sample[]
        {
            new([x], Transform(x, -1, null, -1, 0)), new([x, 6L, 0L, FFTNormType.Ortho], Transform(x, 0, 6, -1, 0.5)), new([x, 2L, -1L, FFTNormType.Forward], Transform(x, -1, 2, -1, 1)),
        }));
        list.Add("fft_ifft", d => Complexes(d).SelectMany(x => new Sample[]
        {
            new([x], Transform(x, -1, null, 1, 1)), new([x, 6L, 0L, FFTNormType.Ortho], Transform(x, 0, 6, 1, 0.5)), new([x, 2L, -1L, FFTNormType.Forward], Transform(x, -1, 2, 1, 0)),
        }));
        list.Add("fft_rfft", d => Reals(d).SelectMany(x => new Sample[] { new([x], Half(Transform(x, -1, null, -1, 0))), new([x, 6L], Half(Transform(x, -1, 6, -1, 0))) }));
        list.Add("fft_ihfft", d => Reals(d).Select(x => new Sample([x], Half(Transform(x, -1, null, 1, 1)))));
        list.Add("fft_irfft", d => Complexes(d).SelectMany(x => new Sample[] { new([x, 5L], Real(Transform(Hermitian(x, 5), -1, 5, 1, 1))), new([x, 4L], Real(Transform(Hermitian(x, 4), -1, 4, 1, 1))) }));
        list.Add("fft_hfft", d => Complexes(d).SelectMany(x => new Sample[] { new([x, 5L], Real(Transform(Hermitian(x, 5), -1, 5, -1, 0))), new([x, 4L], Real(Transform(Hermitian(x, 4), -1, 4, -1, 0))) }));
    }

    private static void SeveralDimensions(CaseList list)
    {
        Nd Both(Nd x, int sign, double norm) => Transform(Transform(x, -1, null, sign, norm), -2, null, sign, norm);
        foreach (var suffix in new[] { "2", "n" })
        {
            list.Add($"fft_fft{suffix}", d => [.. Planes(d).Select(x => new Sample([x], Both(x, -1, 0)))]);
            list.Add($"fft_ifft{suffix}", d => [.. Planes(d).Select(x => new Sample([x], Both(x, 1, 1)))]);
            list.Add($"fft_rfft{suffix}", d => [.. RealPlanes(d).Select(x => new Sample([x], Half(Both(x, -1, 0))))]);
            list.Add($"fft_ihfft{suffix}", d => [.. RealPlanes(d).Select(x => new Sample([x], Half(Both(x, 1, 1))))]);
            list.Add($"fft_irfft{suffix}", d => [.. Planes(d).Select(x => new Sample([x, new long[] { 3, 4 }], Real(Transform(Hermitian(Transform(x, 0, 3, 1, 1), 4), -1, 4, 1, 1))))]);
            list.Add($"fft_hfft{suffix}", d => [.. Planes(d).Select(x => new Sample([x, new long[] { 3, 4 }], Real(Transform(Hermitian(Transform(x, 0, 3, -1, 0), 4), -1, 4, -1, 0))))]);
        }
    }

    /// <summary>y[k] = N^(−norm) Σₙ x[n] e^(sign · 2πi nk/N), of x cut or filled with zeros to N.</summary>
    private static Nd Transform(Nd x, int dim, int? length, int sign, double norm)
    {
        var d = dim < 0 ? dim + x.Rank : dim;
        var (held, n) = (x.Shape[d], length ?? x.Shape[d]);
        return Nd.From(Nd.With(x.Shape, d, n), i =>
        {
            var sum = Complex.Zero;
            for (var k = 0; k < Math.Min(held, n); k++) sum += x.ComplexAt(Nd.With(i, d, k)) * Complex.FromPolarCoordinates(1, sign * 2 * Math.PI * i[d] * k / n);
            return sum * Math.Pow(n, -norm);
        });
    }

    private static Nd Half(Nd x) => Nd.From([.. x.Shape[..^1], x.Shape[^1] / 2 + 1], i => x.ComplexAt(i));

    private static Nd Real(Nd x) => new(x.Shape, x.Data);

    /// <summary>x[N − k] is the conjugate of x[k]; the imaginary parts of those that are their own counterparts do not count.</summary>
    private static Nd Hermitian(Nd x, int n) => Nd.From([.. x.Shape[..^1], n], i =>
    {
        var (k, back) = (i[^1], (n - i[^1]) % n);
        Complex At(long place) => place < x.Shape[^1] ? x.ComplexAt([.. i[..^1], place]) : Complex.Zero;
        return k == back ? At(k).Real : k < back ? At(k) : Complex.Conjugate(At(back));
    });

    private static Sample Spectrogram(Draw d, int length, int window, int hop, bool center)
    {
        var (x, w) = (d.Real([length]), d.Real([window], 0.2, 1).Fixed());
        var edge = center ? window / 2 : 0;
        double At(long i) => x[i < 0 ? -i : i >= length ? 2 * (length - 1) - i : i];
        var frames = (length + 2 * edge - window) / hop + 1;
        var expected = Nd.From([window / 2 + 1, frames], i =>
        {
            var sum = Complex.Zero;
            for (var n = 0; n < window; n++) sum += w[n] * At(i[1] * hop + n - edge) * Complex.FromPolarCoordinates(1, -2 * Math.PI * i[0] * n / window);
            return sum;
        });
        return new([x, (long)window, (long)hop, (long)window, w, center, PaddingModes.Reflect, false, true, true], expected);
    }

    private static Nd[] Complexes(Draw d) => [d.Complex(4), d.Complex(2, 3), d.Complex(3, 1)];

    private static Nd[] Reals(Draw d) => [d.Real([4]), d.Real([2, 3]), d.Real([5])];

    private static Nd[] Planes(Draw d) => [d.Complex(2, 3), d.Complex(3, 4)];

    private static Nd[] RealPlanes(Draw d) => [d.Real([2, 3]), d.Real([3, 4])];
}
