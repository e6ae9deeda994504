namespace Lectern.Bench;

/// <summary>A post of zettel lines, tagged resources and one thought per line.</summary>
internal static class Zortex
{
    public static string Write(Writer w)
    {
        var size = w.Next(8_000, 30_000);
        if (w.Chance(0.7))
        {
            w.Line("---\nlayout: post");
            w.Line($"title: {w.Title()}");
            w.Line($"date: 2024-07-{w.Next(1, 31):00} 16:43:39");
            w.Line($"description:\ntags: {w.Word()} {w.Word()}\n# thumbnail: 9.jpg\nchart:\n  chartjs: true\n---\n");
        }
        else
        {
            w.Line($"@@{w.Title()}\n@@{w.System()}\n@{w.Word()}\n@area/{w.Word()}\n");
        }

        for (var i = w.Next(2, 5); i > 0; i--)
            w.Line($"- {w.Word()} := {w.Words(3)}");
        while (w.Length < size)
            Section(w);
        return w.ToString();
    }

    private static void Section(Writer w)
    {
        w.Line();
        w.Line($"{new string('#', w.Next(1, 4))} {w.Words(w.Next(1, 4))}{(w.Chance(0.1) ? " " + w.Tags(1) : "")}");
        for (var i = w.Next(3, 12); i > 0; i--)
            Form(w);
    }

    private static void Form(Writer w)
    {
        switch (w.Next(0, 30))
        {
            case 0 or 1 or 2:
                w.Line($"{w.Zettel()} {(w.Chance(0.8) ? w.Tags(w.Next(1, 4)) + " " : "")}{w.Resource()}");
                for (var i = w.Next(0, 6); i > 0; i--)
                    w.Line(w.Chance(0.7) ? "- " + w.Sentence() : w.Sentence());
                break;
            case <= 11:
                w.Line($"- {w.Tags(w.Next(1, 3))} {w.Resource()}");
                if (w.Chance(0.15))
                    w.Line($"    {w.Prose(2)}\n\n    {w.Sentence()}\n    - {w.Url()}");
                break;
            case 12 or 13:
                w.Line("- " + w.Resource());
                break;
            case 14 or 15:
                w.Line("- " + w.TitledLink());
                break;
            case 16:
                w.Line("- " + w.Url());
                break;
            case 17:
                w.Line($"{w.System()}: {w.Url()}");
                break;
            case 18:
                w.Line($"$${w.Pick(Vocabulary.Displays)}$$");
                break;
            case 19:
                w.Line($"G_{(char)('A' + w.Next(0, 26))}: {w.Words(5)}\nG₂₃: {w.Words(4)}");
                break;
            case 20:
                for (var i = w.Next(2, 6); i > 0; i--)
                    w.Line(w.System());
                break;
            case 21:
                w.Line($"{Writer.Capital(w.Word())} {w.Word()}:");
                w.Line(w.Sentence());
                w.Line();
                break;
            case 22:
                w.Line($"- [{w.Words(2)}] == [{w.System()}]\n- [./{w.Word()}] [{w.Title()}/#{w.Word()}] [/:{w.Words(2)}]");
                break;
            case 23:
                w.Line($"? {w.Sentence()}\n+ {w.Words(5)}\n<- {w.Words(4)}\n0:{w.Next(10, 59)} {w.Word()}\n% {w.Tags(2)}");
                break;
            case 24:
                w.Line($"- {{title={w.Title()}; author={w.Author()}; ref=./resources/reading/{w.Arxiv()}.pdf; resource=pdf;}}");
                break;
            case 25:
                w.Line($"- {w.Words(4)} {w.Zettel()}");
                break;
            default:
                w.Line(w.Prose(w.Next(1, 5)));
                w.Line();
                break;
        }
    }
}

/// <summary>A slide deck turned into text, with its heap of links at the end.</summary>
internal static class Slides
{
    public static string Write(Writer w)
    {
        var size = w.Next(15_000, 35_000);
        w.Line();
        w.Line();
        while (w.Length < size)
            Slide(w);
        w.Line($"{w.Words(3)}\n");
        for (var i = w.Next(40, 120); i > 0; i--)
        {
            w.Line(w.Next(0, 10) switch
            {
                < 6 => $"<{w.Url()}>",
                < 9 => w.Url(),
                _ => @"[https://en.wikipedia.org/wiki/Distribution_\(physics\)](https://en.wikipedia.org/wiki/Distribution_(physics))",
            });
        }

        return w.ToString();
    }

    private static void Slide(Writer w)
    {
        w.Line(Writer.Capital(w.Words(w.Next(1, 5))));
        w.Line();
        switch (w.Next(0, 7))
        {
            case 0 or 1 or 2:
                for (var i = w.Next(2, 9); i > 0; i--)
                {
                    w.Line($"- {w.Words(w.Next(2, 12))}");
                    if (w.Chance(0.3))
                        w.Line($" - {w.Words(w.Next(3, 15))}");
                }

                if (w.Chance(0.05))
                    w.Line("-");
                break;
            case 3:
                w.Line(w.Sentence());
                w.Line($"\n$${w.Pick(Vocabulary.Displays)}$$\n\nwhere:\n\n- w_{{ij}} is {w.Words(6)}\n- θ_i is {w.Words(5)}");
                break;
            case 4:
                w.Line("```");
                for (var i = w.Next(4, 20); i > 0; i--)
                    w.Line(w.Chance(0.3) ? $"# {w.Words(5)}" : $"    {w.Word()} = {w.Word()}[{w.Next(0, 9)}] * {{'{w.Word()}': [[1, 2], [3]]}}");
                w.Line("```");
                break;
            default:
                w.Line(w.Prose(w.Next(2, 7)));
                break;
        }

        w.Line(w.Chance(0.3) ? " \n" : "");
    }
}

/// <summary>Nested bullets and nothing else.</summary>
internal static class Bullets
{
    public static string Write(Writer w)
    {
        var size = w.Next(4_000, 10_000);
        w.Line($"> {w.Words(3)}");
        while (w.Length < size)
        {
            w.Line($"- {(w.Chance(0.4) ? w.System() : w.Sentence())}");
            for (int i = w.Next(-2, 5), depth = 1; i > 0; i--, depth = Math.Clamp(depth + w.Next(-1, 2), 1, 4))
                w.Line($"{new string(' ', 4 * depth)}- {w.Words(w.Next(1, 12))}");
            if (w.Chance(0.1))
                w.Line();
        }

        return w.ToString();
    }
}

/// <summary>Quotes at any depth, quoted titles and code spans used as remarks.</summary>
internal static class Gfm
{
    public static string Write(Writer w)
    {
        var size = w.Next(6_000, 16_000);
        while (w.Length < size)
            Form(w);
        return w.ToString();
    }

    private static void Form(Writer w)
    {
        switch (w.Next(0, 14))
        {
            case 0:
                w.Line($"{new string('#', w.Next(1, 4))} {w.Words(2)}\n>\n> {w.Prose(2)}\n");
                break;
            case 1 or 2 or 3:
                w.Line($"> {w.Prose(w.Next(1, 4))}\n");
                break;
            case 4:
                w.Line($"> {w.Sentence()}\n>> {w.Sentence()}\n> > {w.Sentence()}\n{w.Sentence()}\n");
                break;
            case 5:
                w.Line($"**{w.Words(2).ToUpperInvariant()}**\n");
                break;
            case 6 or 7:
                w.Line($"- \"{w.Title()}{w.Pick(["\"", "”"])} by {w.Author()}, et al. ({w.Next(1990, 2025)}):\n  > {w.Sentence()}\n  > {w.Sentence()}\n {w.Sentence()}\n");
                break;
            case 8:
                w.Line($"- {w.Pick(Vocabulary.Labs)}’s “{w.Title()}”\n- {w.Title()} `By {w.Author()}; {w.Words(5)}`\n- \"{w.Title()}\" `{w.Words(6)}`");
                break;
            case 9:
                w.Line($"- {w.Word()} = {w.Words(4)}.\n- <{w.Url()}>\n  - 1) {w.Words(3)}\n- `(\"{w.Word()}\"{{tuple_delimiter}}<p1>…)`");
                break;
            case 10:
                w.Line($"1. {w.Words(4)}\n2. {w.Words(3)}\n3. {w.Words(5)}\n\n| {w.Word()} | {w.Word()} |\n|--|--|\n| {w.Words(2)} | ${w.Formula()}$ |\n| {w.Words(3)} | {w.Next(0, 100)} |\n");
                break;
            case 11:
                w.Line($"- [x] {w.Words(4)}\n- [ ] {w.Words(4)} @due(2024-01-20) @p1\n\n{w.Sentence()}[^n1]\n\n[^n1]: [{w.Title()}]({w.Url()})\n");
                break;
            default:
                w.Line($"- {w.Prose(w.Next(1, 3))}\n  - {w.Sentence()}\n    - {w.Words(8)}\n");
                break;
        }
    }
}

/// <summary>Admonitions around links, images with attributes, raw images.</summary>
internal static class MkDocs
{
    public static string Write(Writer w)
    {
        var size = w.Next(6_000, 14_000);
        w.Line("TODO");
        w.Line($"## {w.Words(1)}\n\n1. {w.Words(2)}\n1. {w.Words(2)}\n1. {w.Words(3)}\n");
        while (w.Length < size)
            Form(w);
        w.Line("## ");
        return w.ToString();
    }

    private static void Form(Writer w)
    {
        switch (w.Next(0, 16))
        {
            case 0 or 1 or 2:
                w.Line($"{new string('#', w.Next(2, 5))} {w.Words(3)}\n{w.Prose(2)}\n");
                break;
            case 3 or 4 or 5:
                w.Line($"{w.Pick(["???", "!!!", "???+"])} {w.Pick(Vocabulary.Kinds)} \"[{w.NamedTitle()}]({w.Url()}){(w.Chance(0.5) ? " " + w.Sentence() : "")}\"{(w.Chance(0.1) ? " " : "")}");
                Body(w);
                break;
            case 6:
                w.Line($"??? tip \"[{w.Title()}]({w.Url()})\n    {w.Sentence()}\"\n\n");
                break;
            case 7:
                w.Line($"??? \"[{w.Title()}]({w.Url()})\"\n\n??? note tosort\n    {w.Sentence()}\n\n!!! abstract\"[{w.Title()}]({w.Url()})\n");
                break;
            case 8:
                w.Line($"=== \"With\"\n\n    {w.Sentence()}\n\n<!-- {w.Words(4)} -->\n<div class=\"grid\" markdown>\n{w.Sentence()}\n</div>\n\n{{: .block-tip }}\n--8<-- \"{w.Word()}.html\"\n{{% include {w.Word()}.liquid %}}\n\n[[toc]]\n\n---\n");
                break;
            case 9 or 10:
                w.Line(w.Prose(w.Next(2, 5)) + $" [{w.Title()}]( {w.Url()})\n");
                break;
            case 11:
                w.Line($"* {w.Words(5)}\n  -  {w.Words(4)}\n  -  {w.Words(6)} $O(N^{{4/3}}$\n");
                break;
            default:
                w.Line($"- [{w.Title()}]({w.Url()})\n{w.Sentence()}\n\n- {w.TitledLink()}\n");
                break;
        }
    }

    private static void Body(Writer w)
    {
        if (w.Chance(0.3))
            w.Line();
        if (w.Chance(0.5))
            w.Line($"    [Paper]({w.Url()})");
        if (w.Chance(0.6))
            w.Line($"    {w.Prose(w.Next(1, 4))}");
        if (w.Chance(0.2))
            w.Line($"    $${w.Pick(Vocabulary.Displays)}$$");
        if (w.Chance(0.3))
            w.Line($"    ![{w.Words(2)}](https://example.org/{w.Word()}.png){{ align=left width=\"300\"  loading=lazy }}");
        if (w.Chance(0.3))
            w.Line($"        <img width=\"446\" alt=\"image\" src=\"https://example.org/{w.Word()}.png\">");
        w.Line();
    }
}

/// <summary>A note on one paper: prose with numbered formulas, a table, links to other notes.</summary>
internal static class Notes
{
    public static string Write(Writer w)
    {
        var size = w.Next(3_000, 8_000);
        w.Line($"---\ntitle: {w.System()}\npaper: {w.Word()}\ndescription: {w.Sentence()}\n---\n");
        while (w.Length < size)
        {
            w.Line($"## {Writer.Capital(w.Words(w.Next(2, 5)))}\n");
            for (var i = w.Next(1, 4); i > 0; i--)
            {
                w.Line($"{w.Prose(w.Next(3, 7))} [{w.System()}]({w.Word()}.md) {w.Sentence()}\n");
                if (w.Chance(0.5))
                    w.Line($"$$ {w.Pick(Vocabulary.Displays)} $$ {{#eq-{w.Word()}-{w.Next(1, 99)}}}\n");
            }

            if (w.Chance(0.2))
                w.Line($"| {w.Word()} | {w.Word()} | {w.Word()} |\n|--|--|--|\n| {w.Words(2)} | $O(n^2 d)$ | $O(1)$ |\n| {w.Words(2)} | $O(n d^2)$ | $O(n)$ |\n");
            if (w.Chance(0.2))
                w.Line($"```python\nfor {w.Word()} in range({w.Next(2, 9)}):\n    print({w.Word()}_{w.Word()})\n```\n");
        }

        return w.ToString();
    }
}
