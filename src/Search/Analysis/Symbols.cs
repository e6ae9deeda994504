namespace Lectern.Search.Analysis;

/// <summary>Letters and signs that TeX has a command for. Either spelling finds the other.</summary>
internal static class Symbols
{
    private static readonly Dictionary<string, string> Commands = new(StringComparer.Ordinal)
    {
        ["α"] = "alpha", ["β"] = "beta", ["γ"] = "gamma", ["δ"] = "delta", ["ε"] = "epsilon", ["ϵ"] = "epsilon", ["ζ"] = "zeta",
        ["η"] = "eta", ["θ"] = "theta", ["ϑ"] = "theta", ["ι"] = "iota", ["κ"] = "kappa", ["λ"] = "lambda", ["μ"] = "mu", ["µ"] = "mu",
        ["ν"] = "nu", ["ξ"] = "xi", ["π"] = "pi", ["ρ"] = "rho", ["σ"] = "sigma", ["τ"] = "tau", ["υ"] = "upsilon", ["φ"] = "phi",
        ["ϕ"] = "phi", ["χ"] = "chi", ["ψ"] = "psi", ["ω"] = "omega", ["ℓ"] = "ell",
        ["∑"] = "sum", ["∏"] = "prod", ["∫"] = "int", ["√"] = "sqrt", ["∂"] = "partial", ["∇"] = "nabla", ["∞"] = "infty",
        ["≤"] = "leq", ["≥"] = "geq", ["≠"] = "neq", ["≈"] = "approx", ["∼"] = "sim", ["∝"] = "propto", ["∈"] = "in", ["∉"] = "notin",
        ["⊂"] = "subset", ["⊆"] = "subseteq", ["∪"] = "cup", ["∩"] = "cap", ["×"] = "times", ["⋅"] = "cdot", ["±"] = "pm",
        ["→"] = "rightarrow", ["←"] = "leftarrow", ["⇒"] = "rightarrow", ["⊤"] = "top", ["⊙"] = "odot", ["⊕"] = "oplus", ["⊗"] = "otimes",
        ["∀"] = "forall", ["∃"] = "exists", ["¬"] = "neg", ["∧"] = "wedge", ["∨"] = "vee",
    };

    /// <summary>Spellings of one command.</summary>
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["varepsilon"] = "epsilon", ["vartheta"] = "theta", ["varphi"] = "phi", ["le"] = "leq", ["ge"] = "geq", ["ne"] = "neq",
        ["to"] = "rightarrow", ["gets"] = "leftarrow", ["land"] = "wedge", ["lor"] = "vee", ["lnot"] = "neg",
    };

    /// <summary>Commands that change how a formula looks, not what it says.</summary>
    private static readonly HashSet<string> Presentation = new(
        """
        left right big bigl bigr bigg biggl biggr middle mathrm mathbf mathit mathsf mathtt mathbb mathcal mathfrak boldsymbol bm
        text textrm textbf textit operatorname displaystyle textstyle scriptstyle quad qquad limits nolimits begin end label tag
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>The command without its backslash; null where the text is no such sign.</summary>
    public static string? Command(string sign) => Commands.GetValueOrDefault(sign);

    public static string Canonical(string command) => Same.GetValueOrDefault(command, command);

    public static bool IsPresentation(string command) => Presentation.Contains(command);
}
