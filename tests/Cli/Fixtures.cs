namespace Lectern.Cli.Tests;

internal static class Fixtures
{
    public const string Seals = """
        ---
        title: Seals
        tags: animals
        ---

        - ice := frozen water

        # Ringed #arctic#
        [z:1125.23023.45031] #seal#field# [(RING) Counting Ringed Seals from the Air]{author=Ann Lee; author=Göran Åberg; subject=ICML 2019; ref=./2103.00020.pdf;}
        Flown at noon.
        - https://github.com/seals/ring

        $$a^2 + b^2$$ {#eq-sum}

        - #seal# [Counting Ringed Seals from the Air]{ref=https://arxiv.org/abs/2103.00020v2}
        - [Harbour Seals: Their Songs](https://example.org/songs) a page with $x_1$
        - "Sleeping under Ice" by Bo Ek, et al. (2011)

        """;

    public static TemporaryFolder KnowledgeBase() => new(
        ("papers/seals.md", Seals),
        ("papers/more/walrus.md", "# Walrus\n- #Seal# [(TUSK) On Tusks]{author=Ann Lee; ref=https://arxiv.org/abs/1901.00001}\n"),
        ("notes/ring.md", "---\ntitle: On counting\npaper: ring\n---\n\nText with $x$ in it.\n"),
        ("README.md", "# Not a reading list\n- [Neither](https://example.org/neither)\n"));
}
