using Lectern.Implementations.Distilbert;
using static TorchSharp.torch.nn;
using Student = Lectern.Implementations.Distilbert.Distilbert;

namespace Lectern.Implementations.Tests.Distilbert;

/// <summary>A small teacher and its students on <see cref="TinyLanguage"/>. The score is the share of hidden words that a model fills in right.</summary>
internal static class Distillation
{
    /// <summary>The share of the steps in which the rate rises to its height: without it a teacher needs a third more of them.</summary>
    private const double WarmUp = 0.1;

    private static readonly BertConfig s_teacher = new()
    {
        Vocabulary = TinyLanguage.Vocabulary, Hidden = 64, Intermediate = 128, Heads = 4, Layers = 4, Positions = TinyLanguage.Length, Dropout = 0,
    };

    private static readonly Dictionary<long, Bert> s_teachers = [];
    private static readonly Dictionary<long, double> s_teacherScores = [];
    private static readonly Dictionary<(long Seed, Variant Variant), double> s_scores = [];
    private static (long Seed, Lesson[] All)? s_lessons;

    public enum Variant
    {
        Full,
        NoSoftLoss,
        NoCosineLoss,
        NoMaskedLoss,
        RandomStart,
    }

    public static IEnumerable<long> Seeds => Enumerable.Range(0, Experiment.Full ? 5 : 1).Select(i => Experiment.Seed + i);

    public static double TeacherScore(long seed)
    {
        if (s_teacherScores.TryGetValue(seed, out var known)) return known;
        var teacher = Teacher(seed);
        return s_teacherScores[seed] = Score(tokens => teacher.forward(tokens));
    }

    public static double StudentScore(long seed, Variant variant)
    {
        if (s_scores.TryGetValue((seed, variant), out var known)) return known;
        var teacher = Teacher(seed);
        using var scope = NewDisposeScope();
        _ = manual_seed(seed + 100);
        var config = DistilbertConfig.StudentOf(s_teacher) with
        {
            Weights = variant switch
            {
                Variant.NoSoftLoss => (0, 2, 1),
                Variant.NoCosineLoss => (5, 2, 0),
                Variant.NoMaskedLoss => (5, 0, 1),
                _ => (5, 2, 1),
            },
        };
        var student = new Student(config).to(Experiment.Device);
        if (variant != Variant.RandomStart) student.InitializeFrom(teacher);
        var lessons = Lessons(seed, teacher);
        Train(student.parameters(), lessons.Length, 1e-3, step =>
            Equations.TripleLoss(student.forward(lessons[step].Tokens), lessons[step].OfTeacher, lessons[step].Labels, config));
        student.eval();
        return s_scores[(seed, variant)] = Score(tokens => student.forward(tokens));
    }

    public static Bert Teacher(long seed)
    {
        if (s_teachers.TryGetValue(seed, out var known)) return known;
        _ = manual_seed(seed);
        var teacher = new Bert(s_teacher).to(Experiment.Device);
        var random = new Random((int)seed);
        Train(teacher.parameters(), Experiment.Full ? 1500 : 450, 3e-3, _ =>
        {
            var (tokens, labels) = Text(random);
            return functional.cross_entropy(teacher.forward(tokens).Logits.flatten(0, 1), labels.flatten(), ignore_index: MaskedLanguage.Ignored);
        });
        teacher.eval();
        foreach (var parameter in teacher.parameters()) _ = parameter.DetachFromDisposeScope();
        return s_teachers[seed] = teacher;
    }

    /// <summary>What each student of a teacher is taught, in this order: drawn with the first of them and kept for the others.</summary>
    private static Lesson[] Lessons(long seed, Bert teacher)
    {
        if (s_lessons is { } known && known.Seed == seed) return known.All;
        foreach (var old in s_lessons?.All ?? []) old.Dispose();
        using var no_gradients = no_grad();
        var random = new Random((int)seed + 100);
        var lessons = new Lesson[Experiment.Full ? 300 : 100];
        for (var i = 0; i < lessons.Length; i++)
        {
            using var scope = NewDisposeScope();
            var (tokens, labels) = Text(random);
            lessons[i] = new Lesson(tokens, labels, teacher.forward(tokens)).Kept();
        }

        s_lessons = (seed, lessons);
        return lessons;
    }

    private static (Tensor Tokens, Tensor Labels) Text(Random random) =>
        MaskedLanguage.Mask(TinyLanguage.Sample(random, 32), TinyLanguage.Mask, TinyLanguage.Vocabulary, TinyLanguage.FirstWord);

    private static void Train(IEnumerable<Parameter> parameters, int steps, double rate, Func<int, Tensor> loss)
    {
        var optimizer = torch.optim.Adam(parameters, lr: rate);
        var schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, step => Math.Min(1, (step + 1) / (WarmUp * steps)) * 0.5 * (1 + Math.Cos(Math.PI * step / steps)));
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            optimizer.zero_grad();
            loss(step).backward();
            optimizer.step();
            schedule.step();
        }
    }

    private static double Score(Func<Tensor, Prediction> model)
    {
        using var scope = NewDisposeScope();
        using var no_gradients = no_grad();
        using var generator = new Generator(77);
        var (tokens, labels) = MaskedLanguage.Mask(
            TinyLanguage.Sample(new Random(77), 1024), TinyLanguage.Mask, TinyLanguage.Vocabulary, TinyLanguage.FirstWord, generator);
        var asked = labels.ne(MaskedLanguage.Ignored);
        var right = model(tokens).Logits.argmax(-1).eq(labels).logical_and(asked);
        return right.sum().item<long>() / (double)asked.sum().item<long>();
    }

    private sealed record Lesson(Tensor Tokens, Tensor Labels, Prediction OfTeacher) : IDisposable
    {
        private Tensor[] All => [Tokens, Labels, OfTeacher.Hidden, OfTeacher.Logits];

        public Lesson Kept()
        {
            foreach (var tensor in All) _ = tensor.DetachFromDisposeScope();
            return this;
        }

        public void Dispose()
        {
            foreach (var tensor in All) tensor.Dispose();
        }
    }
}
