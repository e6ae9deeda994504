namespace Lectern.Bench;

internal static class Vocabulary
{
    public static readonly string[] Words =
        """
        attention transformer encoder decoder layer token embedding position sequence language model network weight bias
        gradient loss softmax query key value head matrix vector scale norm residual dropout training inference context
        window memory cache batch step rate optimizer momentum schedule warmup decay entropy likelihood prior posterior
        sample noise diffusion score image pixel patch vision text caption speech audio video graph node edge message
        tree search policy reward agent environment action state planning reasoning question answer prompt chain thought
        instruction preference alignment feedback reinforcement supervised contrastive masked generative adversarial
        discriminator generator latent code quantization precision integer outlier sparse pruning distillation teacher
        student rank adapter prefix tuning frozen feature kernel filter pooling convolution recurrent hidden gate cell
        forget update rule neuron synapse spike cortex grid place memory replay dopamine plasticity learning curve
        generalization benchmark dataset split metric accuracy perplexity throughput latency device host thread block
        warp tile fused parallel pipeline shard expert router mixture capacity balance load scaling law compute budget
        the of and to in a is that for it as with on by which from this at be are not or an can has more than between
        each over only when where how why what same other larger smaller deep wide shallow linear quadratic constant
        early late first second last next previous long short fast slow exact approximate local global dense relative
        absolute rotary learned fixed random initial final average maximum minimum sum product difference ratio
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static readonly string[] Formulas =
    [
        @"O(n^2)", @"N_i", @"\theta", @"\gamma * y + b", @"\frac{1}{\sqrt{d_k}}", @"\omega_k = \frac{1}{10000^{2k/d}}",
        @"x_{t+1} = N x_t + \epsilon", @"\mathrm{softmax}(QK^\top)", @"p(y \mid x)", @"\|W - W_N\|_F^2", @"\rightarrow (0,1)",
        @"\sum_{i=1}^N x_i", @"h_t = \tanh(W_N h_{t-1})", @"2^{-8h/n}", @"\nabla_\theta J(\theta)", @"s_N \geq \theta_N",
    ];

    public static readonly string[] Displays =
    [
        @"\mathrm{Attention}(Q, K, V) = \mathrm{softmax}\left(\frac{QK^\top}{\sqrt{d_k}}\right) V",
        @"\min_G \max_D \mathbb{E}_x [\log D(x)] + \mathbb{E}_z [\log(1 - D(G(z)))]",
        @"s_i \leftarrow \begin{cases} +1 & \text{if } \sum_j w_{ij} s_j \geq \theta_i, \\ -1 & \text{otherwise.} \end{cases}",
        @"I = C_m \frac{dV_m}{dt} + \bar{g}_K n^4 (V_m - V_K)",
        @"PE_{(pos,\,2i)} = \sin\left(pos / 10000^{2i/d}\right)",
        @"\mathcal{L} = -\sum_t \log p_\theta(x_t \mid x_{<t})",
        @"W' = W + \frac{\alpha}{r} B A",
    ];

    public static readonly string[] Tags =
        ["cognitive-science", "gan", "DeepMind", "clip", "CLIP", "machine-learning", "DALL-E", "llm", "openai", "transformer",
         "3d-model", "BERT", "agi", "diffusion-models", "image-editing", "contrastive-learning", "quantization", "optimizer"];

    public static readonly string[] Prefixes =
        ["Mini", "Mega", "Alpha", "Mu", "Deep", "Q", "Dyna", "Flash", "Hyper", "Meta", "Neo", "Omni", "Poly", "Robo", "Swin", "Tri"];

    public static readonly string[] Suffixes =
        ["Former", "BERT", "GAN", "Net", "Star", "Byte", "GPT", "LLaMA", "Flow", "Mix", "Gate", "Rank", "CLIP", "Zero", "Graph", "Scan"];

    public static readonly string[] GivenNames =
        ["Ada", "Aleš", "Bea", "Chen", "Dániel", "Edith", "Femke", "Gōta", "Hana", "Ilse", "Jörg", "Kaja", "Léon", "Mira", "Nils",
         "Olu", "Priya", "Quentin", "Rosa", "Sana", "Timnit", "Ursula", "Vera", "Wen", "Xenia", "Yael", "Zoë"];

    public static readonly string[] Surnames =
        ["Abel", "Bottou", "Castro", "Dvořák", "Endo", "Fischer", "García", "Haffner", "Ito", "Jensen", "Kumar", "Lindqvist", "Mensah",
         "Novák", "Okafor", "Pires", "Quist", "Rossi", "Simig", "Tanaka", "Ueda", "Vogel", "Wang", "Xu", "Yılmaz", "Zettler"];

    public static readonly string[] Labs = ["DeepMind", "Deep Mind", "OpenAI", "Meta AI", "Google Brain", "Microsoft Research"];

    public static readonly string[] Kinds = ["tip", "code", "note", "abstract", "important", "info", "example", "quote", "references"];
}
