using System.Diagnostics;
using System.Text.Json;
using Lectern.Evidence;
using Lectern.Implementations.Distilbert;
using Lectern.Safetensors;
using static Lectern.Implementations.Tests.Distilbert.Distillation;
using static TorchSharp.torch.nn;
using Student = Lectern.Implementations.Distilbert.Distilbert;

namespace Lectern.Implementations.Tests.Distilbert;

public sealed class DistilbertTests : IDisposable
{
    /// <summary>The models of the published sizes, made once for what is told of both: to make them takes seconds.</summary>
    private static readonly Lazy<(long OfTeacher, long OfStudent, double Faster)> s_published = new(Measure);

    private readonly DisposeScope _scope = NewDisposeScope();

    public DistilbertTests() => _ = manual_seed(Experiment.Seed);

    public void Dispose() => _scope.Dispose();

    [Claim("bert-base-uncased has 109,482,240 weights.", Paper = "Devlin 2018, §3: 110M")]
    public void C1_TheTeacherHas109MillionWeights() => Claim.Measured(s_published.Value.OfTeacher, Bound.Exactly(109_482_240), unit: "weights");

    [Claim("distilbert-base-uncased has 66,362,880 weights.", Paper = "Table 3: 66M")]
    public void C2_TheStudentHas66MillionWeights() => Claim.Measured(s_published.Value.OfStudent, Bound.Exactly(66_362_880), unit: "weights");

    [Claim("The student is 39.4 per cent smaller than the teacher.", Paper = "abstract: 40 % smaller")]
    public void C3_TheStudentIs39PerCentSmaller() =>
        Claim.Measured(100 * (1 - s_published.Value.OfStudent / (double)s_published.Value.OfTeacher), Bound.Within(39.4, 0.05), unit: "%");

    [Claim("A forward pass of the student is faster than one of the teacher.", Paper = "Table 3: 410 s against 668 s on a CPU, 63 % faster")]
    public void C4_TheStudentIsFaster() => Claim.Measured(s_published.Value.Faster, Bound.AtLeast(40), unit: "% faster");

    [Claim("The gradient of the triple loss reaches the student and not the teacher.", Paper = "§2: the student is trained, the teacher fixed")]
    public void C5_OnlyTheStudentLearns()
    {
        var (teacher, student) = Pair();
        var (tokens, labels) = Masked();
        Equations.TripleLoss(student.forward(tokens), teacher.forward(tokens), labels, student.Config).backward();
        Assert.All(student.parameters(), parameter => Assert.True(Difference.Numbers(parameter.grad!).All(double.IsFinite)));
        Assert.True(student.parameters().Sum(parameter => parameter.grad!.abs().sum().item<float>()) > 0.1, "the student must have a gradient");
        Claim.Measured(teacher.parameters().Count(parameter => parameter.grad is not null), Bound.Exactly(0), unit: "parameters");
    }

    [Claim("Both distillation losses and their gradients vanish when student and teacher agree, and only then.", Paper = "§2")]
    public void C6_TheLossesVanishWhenStudentAndTeacherAgree()
    {
        var (z, h) = (randn(6, 9, float64, Experiment.Device, requires_grad: true), randn(6, 5, float64, Experiment.Device, requires_grad: true));
        var loss = Equations.SoftLoss(z, z, 2) + Equations.CosineLoss(h, h * 3);
        loss.backward();
        // A distillation that takes both targets from the teacher has no gradient anywhere: this one must have one as soon as they differ.
        var other = randn(6, 9, float64, Experiment.Device, requires_grad: true);
        Equations.SoftLoss(other, z, 2).backward();
        Assert.True(Difference.Numbers(other.grad!).Max(Math.Abs) > 1e-3, "a student that differs must be moved");
        var worst = new[] { Math.Abs(loss.item<double>()), Difference.Numbers(z.grad!).Max(Math.Abs), Difference.Numbers(h.grad!).Max(Math.Abs) }.Max();
        Claim.Measured(worst, Bound.AtMost(1e-12));
    }

    [Claim("At a high temperature the soft loss matches logits: its gradient is that of ½ ‖z − v‖² / V, each less its mean.", Paper = "Hinton 2015, §2.1, equation (4)")]
    public void C7_AHighTemperatureMatchesLogits()
    {
        const int V = 11;
        var (z, v) = (randn(1, V, float64, Experiment.Device, requires_grad: true), randn(1, V, float64, Experiment.Device));
        Equations.SoftLoss(z, v, 1000).backward();
        var limit = ((z - z.mean()) - (v - v.mean())) / V;
        // What remains is of the order of 1 / T.
        Claim.Measured(Difference.WorstRelative(limit.detach(), z.grad!), Bound.AtMost(5e-3));
    }

    [Claim("The soft loss keeps the size of its gradient when the temperature changes.", Paper = "Hinton 2015, §2.1: multiply by T²")]
    public void C8_TheGradientKeepsItsSize()
    {
        double Size(double T)
        {
            var z = tensor(new[] { 0.3, -0.2, 0.1, 0.4 }, device: Experiment.Device).reshape(1, 4).requires_grad_();
            Equations.SoftLoss(z, tensor(new[] { -0.1, 0.2, 0.3, 0.0 }, device: Experiment.Device).reshape(1, 4), T).backward();
            return z.grad!.norm().item<double>();
        }

        Claim.Measured(Size(20) / Size(5), Bound.Within(1, 0.05));
    }

    [Claim("The three losses equal twins in loops and doubles.", Paper = "§2")]
    public void C9_TheLossesEqualTheirTwinsInLoops()
    {
        const int N = 3, V = 5;
        var (s, t) = (randn(N, V, float64), randn(N, V, float64));
        var (zs, zt) = (Difference.Numbers(s), Difference.Numbers(t));
        double[] Softened(double[] z, int n) =>
            [.. Enumerable.Range(0, V).Select(i => Math.Exp(z[n * V + i] / 2) / Enumerable.Range(0, V).Sum(j => Math.Exp(z[n * V + j] / 2)))];
        var (soft, cosine) = (0.0, 0.0);
        for (var n = 0; n < N; n++)
        {
            soft += Softened(zt, n).Zip(Softened(zs, n)).Sum(p => p.First * (Math.Log(p.First) - Math.Log(p.Second))) * 4 / N;
            var (a, b) = (zs[(n * V)..((n + 1) * V)], zt[(n * V)..((n + 1) * V)]);
            cosine += (1 - a.Zip(b).Sum(p => p.First * p.Second) / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x))) / N;
        }

        Claim.Measured(
            Math.Max(Math.Abs(Equations.SoftLoss(s, t, 2).item<double>() - soft), Math.Abs(Equations.CosineLoss(s, t).item<double>() - cosine)),
            Bound.AtMost(1e-12));
    }

    [Claim("Of the tokens 15 per cent are asked for; of these 80 per cent are hidden, 10 replaced and 10 left.", Paper = "Devlin 2018, §3.1")]
    public void C10_MaskingFollowsTheShares()
    {
        const int N = 200_000;
        var tokens = randint(2, 1002, [1, N]);
        var (shown, labels) = MaskedLanguage.Mask(tokens, 1, 1002, 2);
        var asked = labels.ne(MaskedLanguage.Ignored);
        var count = asked.sum().item<long>();
        Assert.Equal(0, tokens.ne(shown).logical_and(asked.logical_not()).sum().item<long>());
        Assert.Equal(0, tokens.ne(labels).logical_and(asked).sum().item<long>());
        var hidden = shown.eq(1).sum().item<long>();
        var kept = shown.eq(tokens).logical_and(asked).sum().item<long>();
        double Sigmas(double seen, double of, double share) => Math.Abs(seen - of * share) / Math.Sqrt(of * share * (1 - share));
        // A replacement is the same word once in a thousand.
        var worst = new[] { Sigmas(count, N, 0.15), Sigmas(hidden, count, 0.8), Sigmas(kept, count, 0.1 + 0.1 / 1000) }.Max();
        Claim.Measured(worst, Bound.AtMost(4), unit: "standard deviations");
    }

    [Claim("The student starts with every other layer of the teacher.", Paper = "§3: taking one layer out of two")]
    public void C11_TheStudentStartsWithEveryOtherLayer()
    {
        var (teacher, student) = Pair();
        student.InitializeFrom(teacher);
        var (of_teacher, of_student) = (teacher.state_dict(), student.state_dict());
        Assert.True(Difference.Worst(of_teacher["bert.encoder.layer.1.output.dense.weight"], of_student["distilbert.transformer.layer.1.ffn.lin2.weight"]) > 1e-3);
        var worst = new[]
        {
            Difference.Worst(of_teacher["bert.encoder.layer.0.attention.self.value.weight"], of_student["distilbert.transformer.layer.0.attention.v_lin.weight"]),
            Difference.Worst(of_teacher["bert.encoder.layer.2.output.dense.weight"], of_student["distilbert.transformer.layer.1.ffn.lin2.weight"]),
            Difference.Worst(of_teacher["bert.embeddings.word_embeddings.weight"], of_student["vocab_projector.weight"]),
        }.Max();
        Claim.Measured(worst, Bound.Exactly(0));
    }

    [Claim("The cosine loss ignores the length of the student's vectors.", Paper = "§2: aligns the directions")]
    public void C12_TheCosineLossIgnoresLength()
    {
        var (s, t) = (randn(4, 8, float64), randn(4, 8, float64));
        Claim.Measured(Math.Abs(Equations.CosineLoss(s * 17, t).item<double>() - Equations.CosineLoss(s, t).item<double>()), Bound.AtMost(1e-12));
    }

    [Claim("Text is read in the pieces that the paper's examples show, and unknown words as one [UNK].", Paper = "Devlin 2018 and the authors' code: un ##aff ##able")]
    public void C13_WordPieceFollowsThePublishedExamples()
    {
        var tokenizer = new WordPiece(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "un", "##aff", "##able", "want", "##want", "##ed", "wa", "runn", "##ing", ",", "low", "##est", "naive"]);
        (string Text, string[] Pieces)[] examples =
        [
            ("UNwant\u00E9d,running", ["un", "##want", "##ed", ",", "runn", "##ing"]),
            ("unaffable", ["un", "##aff", "##able"]),
            ("unwantedX running", ["[UNK]", "runn", "##ing"]),
            ("  Na\u00EFve \t lowest ", ["naive", "low", "##est"]),
        ];
        var wrong = examples.Count(example => !WordPiece.Words(example.Text).SelectMany(tokenizer.Pieces).SequenceEqual(example.Pieces));
        Assert.Equal([2L, 5, 6, 7, 3], tokenizer.Encode("unaffable"));
        Assert.Equal("unaffable", tokenizer.Decode([5, 6, 7]));
        Claim.Measured(wrong, Bound.Exactly(0), unit: "examples");
    }

    [Claim("The student keeps at least 97 per cent of the teacher's score on a generated language.", Paper = "abstract: 97 % of its language understanding")]
    public void C14_TheStudentKeepsWhatTheTeacherUnderstands()
    {
        var kept = Seeds.Select(seed => 100 * StudentScore(seed, Variant.Full) / TeacherScore(seed)).ToArray();
        Assert.All(Seeds, seed => Assert.True(TeacherScore(seed) > 0.5, "the teacher must know something"));
        Claim.Figure(
            "fig-ablation",
            "Share of hidden words filled in right, by what is left out of the training of the student",
            "0 all, 1 no soft loss, 2 no cosine loss, 3 no masked loss, 4 random start",
            "share",
            new FigureSeries("student", [.. Enum.GetValues<Variant>().Select(variant => new FigurePoint((int)variant, Seeds.Average(seed => StudentScore(seed, variant))))]),
            new FigureSeries("teacher", [.. Enum.GetValues<Variant>().Select(variant => new FigurePoint((int)variant, Seeds.Average(TeacherScore)))]));
        Claim.Measured(kept.Average(), Bound.AtLeast(97), (kept.Max() - kept.Min()) / 2, "%");
    }

    [Claim("A student that starts from random weights does worse.", Paper = "Table 4: −3.69 points, the largest loss of all")]
    public void C15_ARandomStartIsWorse() => Worse(Variant.RandomStart);

    [Claim("A student without the distillation loss does worse.", Paper = "Table 4: −2.96 points")]
    public void C16_NoSoftLossIsWorse() => Worse(Variant.NoSoftLoss);

    [Claim("A student without the cosine loss does not do better.", Paper = "Table 4: −1.46 points")]
    public void C17_NoCosineLossIsNotBetter() => Worse(Variant.NoCosineLoss, atLeast: -0.5);

    [Claim("A student without masked language modelling hardly changes.", Paper = "Table 4: −0.31 points, the smallest loss of all")]
    public void C18_NoMaskedLossHardlyMatters()
    {
        var points = Seeds.Select(seed => 100 * (StudentScore(seed, Variant.Full) - StudentScore(seed, Variant.NoMaskedLoss))).ToArray();
        Claim.Measured(points.Average(), Bound.Within(0, 1.5), (points.Max() - points.Min()) / 2, "points lost");
    }

    [Fact]
    public void TheLossesOfABatchOfSentencesAreThoseOfItsTokens()
    {
        var (s, t) = (randn(2, 3, 5, float64), randn(2, 3, 5, float64));
        Assert.Equal(Equations.SoftLoss(s.flatten(0, 1), t.flatten(0, 1), 2).item<double>(), Equations.SoftLoss(s, t, 2).item<double>(), 1e-12);
        Assert.Equal(Equations.CosineLoss(s.flatten(0, 1), t.flatten(0, 1)).item<double>(), Equations.CosineLoss(s, t).item<double>(), 1e-12);
        Assert.True(Difference.Worst(Equations.LogSoftened(s.flatten(0, 1), 2), Equations.LogSoftened(s, 2).flatten(0, 1)) < 1e-12);
    }

    [Fact]
    public void BothModelsGiveWhatPyTorchGivesUnderTheNamesOfThePublishedCheckpoints()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Distilbert", "Golden");
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json")));
        Tensor Expected(string model, string name) => tensor(expected.RootElement.GetProperty(model).GetProperty(name).EnumerateArray().Select(x => x.GetDouble()).ToArray());
        Tensor Whole(string name) => tensor(expected.RootElement.GetProperty(name).EnumerateArray().Select(x => x.GetInt64()).ToArray(), device: Experiment.Device).reshape(2, 9);
        var mask = tensor(expected.RootElement.GetProperty("mask").EnumerateArray().Select(x => x.GetBoolean()).ToArray(), device: Experiment.Device).reshape(2, 1, 1, 9);
        var (teacher, student) = Pair();
        foreach (var (model, file) in new (Module, string)[] { (teacher, "bert"), (student, "distilbert") })
        {
            using var tensors = SafetensorsFile.Open(Path.Combine(folder, file + ".safetensors"));
            var report = tensors.LoadInto(model.state_dict());
            Assert.True(report.IsComplete, report.ToString());
        }

        var of_teacher = teacher.forward(Whole("tokens"), mask, Whole("segments"));
        var of_student = student.forward(Whole("tokens"), mask);
        // Single precision on both sides.
        Assert.All(
            [
                (Expected("bert", "hidden"), of_teacher.Hidden), (Expected("bert", "logits"), of_teacher.Logits),
                (Expected("bert", "pooled"), teacher.Encoder.Pool(of_teacher.Hidden)),
                (Expected("distilbert", "hidden"), of_student.Hidden), (Expected("distilbert", "logits"), of_student.Logits),
            ],
            pair => Assert.True(Difference.Worst(pair.Item1, pair.Item2.flatten().cpu()) < 1e-5));
    }

    [Fact]
    public void EveryWeightOfTheStudentStartsAsThatOfTheTeacherInItsPlace()
    {
        var (teacher, student) = Pair();
        using (no_grad())
            foreach (var parameter in teacher.parameters()) _ = parameter.normal_();
        student.InitializeFrom(teacher);
        // The names of the published checkpoints, the student's as the teacher's: the longer part first.
        (string Theirs, string Ours)[] parts =
        [
            ("attention.output.dense", "attention.out_lin"), ("attention.output.LayerNorm", "sa_layer_norm"),
            ("attention.self.query", "attention.q_lin"), ("attention.self.key", "attention.k_lin"), ("attention.self.value", "attention.v_lin"),
            ("intermediate.dense", "ffn.lin1"), ("output.dense", "ffn.lin2"), ("output.LayerNorm", "output_layer_norm"),
            ("cls.predictions.transform.dense", "vocab_transform"), ("cls.predictions.transform.LayerNorm", "vocab_layer_norm"),
            ("cls.predictions.bias", "vocab_projector.bias"), ("bert.embeddings", "distilbert.embeddings"),
            ("bert.encoder.layer.0.", "distilbert.transformer.layer.0."), ("bert.encoder.layer.2.", "distilbert.transformer.layer.1."),
        ];
        var of_student = student.state_dict();
        var unseen = of_student.Keys.ToHashSet();
        foreach (var (name, theirs) in teacher.state_dict())
        {
            if (name.Contains("layer.1.", StringComparison.Ordinal) || name.Contains("layer.3.", StringComparison.Ordinal) || name.Contains("pooler", StringComparison.Ordinal) || name.Contains("token_type", StringComparison.Ordinal))
                continue;
            var ours = parts.Aggregate(name, (changed, part) => changed.Contains(part.Ours, StringComparison.Ordinal) ? changed : changed.Replace(part.Theirs, part.Ours, StringComparison.Ordinal));
            Assert.True(unseen.Remove(ours), $"{name} has no place at {ours}");
            Assert.Equal(0, Difference.Worst(theirs, of_student[ours]));
        }

        // The projection is the matrix of the embeddings.
        Assert.Equal(["vocab_projector.weight"], unseen);
        Assert.Equal(0, Difference.Worst(of_student["distilbert.embeddings.word_embeddings.weight"], of_student["vocab_projector.weight"]));
    }

    [Fact]
    public void TheTripleLossIsTheWeightedSumAtTheMaskedPlaces()
    {
        const int V = 4, C = 3;
        var labels = tensor(new long[] { 2, MaskedLanguage.Ignored, 0, MaskedLanguage.Ignored }).reshape(2, 2);
        var student = new Prediction(randn([2, 2, C], float64), randn([2, 2, V], float64));
        var teacher = new Prediction(randn([2, 2, C], float64), randn([2, 2, V], float64));
        var (hs, ht, zs, zt) = (Difference.Numbers(student.Hidden), Difference.Numbers(teacher.Hidden), Difference.Numbers(student.Logits), Difference.Numbers(teacher.Logits));
        double[] Softened(double[] z, int n, double T) =>
            [.. Enumerable.Range(0, V).Select(i => Math.Exp(z[n * V + i] / T) / Enumerable.Range(0, V).Sum(j => Math.Exp(z[n * V + j] / T)))];
        var expected = 0.0;
        foreach (var (n, label) in new[] { (0, 2), (2, 0) })
        {
            var (a, b) = (hs[(n * C)..((n + 1) * C)], ht[(n * C)..((n + 1) * C)]);
            expected += 7 * 9 * Softened(zt, n, 3).Zip(Softened(zs, n, 3)).Sum(p => p.First * Math.Log(p.First / p.Second)) / 2;
            expected -= 0.5 * Math.Log(Softened(zs, n, 1)[label]) / 2;
            expected += 3 * (1 - a.Zip(b).Sum(p => p.First * p.Second) / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x))) / 2;
        }

        var config = new DistilbertConfig { Temperature = 3, Weights = (7, 0.5, 3) };
        Assert.Equal(expected, Equations.TripleLoss(student, teacher, labels, config).item<double>(), 1e-12);
    }

    [Fact]
    public void WordsLoseCapitalsAndMarksAndFallIntoTheLongestPieces()
    {
        var tokenizer = new WordPiece(["[UNK]", "[CLS]", "[SEP]", "[MASK]", "a", "##b", "ab", "##c", "##cd", "d", "!"]);
        // A letter and the combining acute after it.
        Assert.Equal(["ab", "!", "cafe"], WordPiece.Words("AB!  cafe\u0301"));
        Assert.Equal(["ab", "cd", "ef", "gh"], WordPiece.Words("a\vb\tc\u0085d\u00A0ef\u3000g\u200Dh"));
        Assert.Equal(["ab", "##cd"], tokenizer.Pieces("abcd"));
        Assert.Equal(["a", "##cd"], tokenizer.Pieces("acd"));
        Assert.Equal(["[UNK]"], tokenizer.Pieces("abx"));
        Assert.Equal(["[UNK]"], tokenizer.Pieces("dd"));
    }

    [Fact]
    public void SpecialTokensAreNeverAskedForNorHidden()
    {
        var tokens = randint(0, 2, [1, 2000]);
        var (shown, labels) = MaskedLanguage.Mask(tokens, 5, 9, 2);
        Assert.Equal(0, Difference.Worst(tokens, shown));
        Assert.All(Difference.Numbers(labels), label => Assert.Equal(MaskedLanguage.Ignored, label));
    }

    [Fact]
    public void TheDefaultsAreThoseOfThePublishedTrainingCommand()
    {
        Assert.Equal(2, DistilbertConfig.BaseUncased.Temperature);
        Assert.Equal((5, 2, 1), DistilbertConfig.BaseUncased.Weights);
        Assert.Equal(DistilbertConfig.BaseUncased, DistilbertConfig.StudentOf(BertConfig.BaseUncased));
    }

    [Fact]
    public void WeightsStartWithADeviationOfTwoHundredths()
    {
        var (teacher, student) = Pair();
        Assert.All(
            teacher.named_parameters().Concat(student.named_parameters()).Where(p => p.Item2.dim() == 2 && p.Item2.numel() >= 256),
            p => Assert.Equal(0.02, p.Item2.std().item<float>(), 0.004));
        Assert.All(
            teacher.named_parameters().Concat(student.named_parameters()).Where(p => p.Item1.EndsWith(".bias", StringComparison.Ordinal)),
            p => Assert.Equal(0, p.Item2.abs().max().item<float>()));
    }

    private static (long OfTeacher, long OfStudent, double Faster) Measure()
    {
        using var no_gradients = no_grad();
        using var teacher = new BertEncoder(BertConfig.BaseUncased).to(Experiment.Device);
        using var student = new StudentEncoder(DistilbertConfig.BaseUncased).to(Experiment.Device);
        teacher.eval();
        student.eval();
        var tokens = randint(0, 30_522, [1, 64], device: Experiment.Device);
        double[] best = [double.MaxValue, double.MaxValue];
        for (var round = 0; round < 4; round++)
        {
            best[0] = Math.Min(best[0], Seconds(() => teacher.forward(tokens)));
            best[1] = Math.Min(best[1], Seconds(() => student.forward(tokens)));
        }

        return (Count(teacher), Count(student), 100 * (best[0] / best[1] - 1));
    }

    private static void Worse(Variant variant, double atLeast = 0)
    {
        var points = Seeds.Select(seed => 100 * (StudentScore(seed, Variant.Full) - StudentScore(seed, variant))).ToArray();
        Claim.Measured(points.Average(), Bound.AtLeast(atLeast), (points.Max() - points.Min()) / 2, "points lost");
    }

    private static (Bert Teacher, Student Student) Pair()
    {
        var config = new BertConfig { Vocabulary = 30, Hidden = 16, Intermediate = 32, Heads = 2, Layers = 4, Positions = 12, Dropout = 0 };
        return (new Bert(config).to(Experiment.Device), new Student(DistilbertConfig.StudentOf(config)).to(Experiment.Device));
    }

    private static (Tensor Tokens, Tensor Labels) Masked() => MaskedLanguage.Mask(randint(2, 30, [8, 10], device: Experiment.Device), 1, 30, 2);

    private static long Count(Module model) => model.parameters().Sum(parameter => parameter.numel());

    private static double Seconds(Func<Tensor> forward)
    {
        var clock = Stopwatch.StartNew();
        forward().Dispose();
        if (Experiment.Device.type == DeviceType.CUDA) cuda.synchronize();
        return clock.Elapsed.TotalSeconds;
    }
}
