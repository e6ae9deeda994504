using Lectern.Code.Source;

namespace Lectern.Code.Tests;

public sealed class MarkedCopyTests
{
    private static readonly CodeFile Original = CodeReader.Read("A.cs", """
        class Attention
        {
            public int forward(int x)
            {
                var scores = x * 2;
                return softmax(scores); // a comment
            }
        }
        """);

    [Fact]
    public void ACopyMayDifferInLayoutInCommentsAndInItsName() => Assert.Null(Difference("""
        // Same as Attention.forward
        public int attend(int x) { var scores = x * 2; /* other words */ return softmax(scores); }
        """));

    [Fact]
    public void WhatTheExceptionNamesIsNotCompared() => Assert.Null(Difference("""
        // Same as Attention.forward except: the bias is added
        public int forward(int x)
        {
            var scores = x * 2;
            scores += bias;
            return softmax(scores);
        }
        """));

    [Fact]
    public void AnyOtherDifferenceIsShownFromBothSides() => Assert.Equal(
        "'var scores = x * 3 ;' where Attention.forward has 'var scores = x * 2 ;'",
        Difference("""
            // Same as Attention.forward except: the bias is added
            public int forward(int x) { var scores = x * 3; return softmax(scores); }
            """));

    [Fact]
    public void ACopyOfNothingIsReported() => Assert.Equal("there is no Attention.backward to be the same as", Difference("""
        // Same as Attention.backward except: nothing
        public int forward(int x) => x;
        """));

    private static string? Difference(string member)
    {
        var copy = CodeReader.Read("B.cs", $"class Other\n{{\n{member}\n}}\n");
        return Assert.Single(MarkedCopy.In(copy)).Difference([Original, copy]);
    }
}
