using Lectern.Implementations.Distilbert;
using static TorchSharp.torch.nn;
using Student = Lectern.Implementations.Distilbert.Distilbert;

namespace Lectern.Implementations.Tests.Distilbert;

/// <summary>A small teacher and its students on <see cref="TinyLanguage"/>. The score is the share of hidden words that a model fills in right.</summary>
internal static class Distillation
{
    private static readonly BertConfig s_teacher = new()
    {
        Vocabulary = TinyLanguage.Vocabulary, Hidden = 64, Intermediate = 128, Heads = 4, Layers = 4, Positions = TinyLanguage.Length, Dropout = 0,
    };

    private static readonly Dictionary<long, Bert> s_teachers = [];
    private static readonly Dictionary<(long Seed, Variant Variant), double> s_scores = [];

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
        var teacher = Teacher(seed);
        return Score((tokens) => teacher.forward(tokens));
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
        Train(student.parameters(), Experiment.Full ? 300 : 160, 1e-3, seed + 100, (tokens, labels) =>
        {
            Prediction of_teacher;
            using (no_grad()) of_teacher = teacher.forward(tokens);
            return Equations.TripleLoss(student.forward(tokens), of_teacher, labels, config);
        });
        student.eval();
        return s_scores[(seed, variant)] = Score(tokens => student.forward(tokens));
    }

    public static Bert Teacher(long seed)
    {
        if (s_teachers.TryGetValue(seed, out var known)) return known;
        _ = manual_seed(seed);
        var teacher = new Bert(s_teacher).to(Experiment.Device);
        Train(teacher.parameters(), Experiment.Full ? 1500 : 600, 2e-3, seed, (tokens, labels) =>
            functional.cross_entropy(teacher.forward(tokens).Logits.flatten(0, 1), labels.flatten(), ignore_index: MaskedLanguage.Ignored));
        teacher.eval();
        foreach (var parameter in teacher.parameters()) _ = parameter.DetachFromDisposeScope();
        return s_teachers[seed] = teacher;
    }

    private static void Train(IEnumerable<Parameter> parameters, int steps, double rate, long seed, Func<Tensor, Tensor, Tensor> loss)
    {
        var optimizer = torch.optim.Adam(parameters, lr: rate);
        var schedule = torch.optim.lr_scheduler.CosineAnnealingLR(optimizer, steps);
        var random = new Random((int)seed);
        for (var step = 0; step < steps; step++)
        {
            using var scope = NewDisposeScope();
            var (tokens, labels) = MaskedLanguage.Mask(TinyLanguage.Sample(random, 32), TinyLanguage.Mask, TinyLanguage.Vocabulary, TinyLanguage.FirstWord);
            optimizer.zero_grad();
            loss(tokens, labels).backward();
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
}
