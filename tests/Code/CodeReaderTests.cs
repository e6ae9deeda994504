using Lectern.Code.Source;

namespace Lectern.Code.Tests;

public sealed class CodeReaderTests
{
    private const string Source = """"
        // A toy that doubles.
        // Read with: notes/toy.md.

        using System;

        namespace Toys;

        public sealed class Toy : Thing
        {
            #region eq-double
            // y = 2x
            public static double Double(double x)
            {
                // DEPARTS: the paper halves,
                // we do not.
                //   Nobody does.
                // The next line is no departure.
                var y = Scale(2.5) * x; // (B, T), twice
                return y + "a{b}".Length + """raw""".Length;
            }
            #endregion

            #region helpers
            private List<Tensor> Rest(Tensor? t) => (Tensor)t; // plain
            #endregion
        }

        """";

    private static readonly CodeFile File = CodeReader.Read("src/Implementations/Toy/Toy.cs", Source);

    [Fact]
    public void ARegionIsWhatStandsBetweenItsTwoLines()
    {
        var region = Assert.Single(File.Regions);
        Assert.Equal(("eq-double", 10), (region.Name, region.Line));
        var text = File.Text[region.Start..region.End];
        Assert.StartsWith("    // y = 2x\n", text, StringComparison.Ordinal);
        Assert.EndsWith("    }\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheHeaderIsTheCommentAtTheTop() => Assert.Equal("A toy that doubles.\nRead with: notes/toy.md.", File.Header);

    [Fact]
    public void ADepartureHasItsContinuationAndItsRegion()
    {
        var departure = Assert.Single(File.Departures);
        Assert.Equal(("the paper halves, we do not. Nobody does.", 14, "eq-double"), (departure.Text, departure.Line, departure.Region));
    }

    [Theory]
    [InlineData("public", CodeKind.Keyword)]
    [InlineData("var", CodeKind.Keyword)]
    [InlineData("Toy", CodeKind.Type)]
    [InlineData("Thing", CodeKind.Type)]
    [InlineData("Tensor", CodeKind.Type)]
    [InlineData("List", CodeKind.Type)]
    [InlineData("Double", CodeKind.Method)]
    [InlineData("Scale", CodeKind.Method)]
    [InlineData("2.5", CodeKind.Number)]
    [InlineData("\"a{b}\"", CodeKind.Text)]
    [InlineData("\"\"\"raw\"\"\"", CodeKind.Text)]
    [InlineData("// y = 2x", CodeKind.Comment)]
    [InlineData("// plain", CodeKind.Comment)]
    [InlineData("// we do not.", CodeKind.Departure)]
    [InlineData("// The next line is no departure.", CodeKind.Comment)]
    [InlineData("// (B, T), twice", CodeKind.Shape)]
    [InlineData("//   Nobody does.", CodeKind.Departure)]
    [InlineData("#endregion", CodeKind.Preprocessor)]
    public void EachPieceIsWhatTheParserSaysItIs(string piece, CodeKind kind) =>
        Assert.Contains(kind, File.Spans.Where(span => File.Text[span.Start..span.End] == piece).Select(span => span.Kind));

    [Fact]
    public void SpansFollowOneAnotherWithoutOverlap() =>
        Assert.All(File.Spans.Zip(File.Spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{pair}"));

    [Fact]
    public void WhatIsNotCSharpIsReportedAndStillRead()
    {
        var broken = CodeReader.Read("Broken.cs", "class A {\n#region eq-a\nint x = ;\n#endregion\n}\n");
        Assert.StartsWith("3:9: ", Assert.Single(broken.Errors), StringComparison.Ordinal);
        Assert.Equal("int x = ;\n", broken.Text.Substring(broken.Regions[0].Start, broken.Regions[0].Length));
    }

    [Fact]
    public void ARegionThatIsNeverClosedOrIsEmptyIsNoFault()
    {
        Assert.Equal(0, Assert.Single(CodeReader.Read("A.cs", "#region eq-a\n#endregion\n").Regions).Length);
        Assert.Equal(["eq-a"], CodeReader.Read("A.cs", "#region eq-a\nclass A;").Regions.Select(r => r.Name));
    }

    [Theory]
    [InlineData("alibi", "Alibi")]
    [InlineData("llm-int8", "LlmInt8")]
    [InlineData("t5", "T5")]
    public void TheNamesOfAPaperAndItsClassAreOneAnothersInverse(string id, string type)
    {
        Assert.Equal(type, TypeName.Of(id));
        Assert.Equal(id, TypeName.Id(type));
    }
}
