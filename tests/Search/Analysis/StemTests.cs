using Lectern.Search.Analysis;

namespace Lectern.Search.Tests.Analysis;

public sealed class StemTests
{
    /// <summary>The sample that was published with the algorithm, and the cases its text names.</summary>
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign consign consign consign")]
    [InlineData("consist consisted consistency consistent consistently consisting consists", "consist consist consist consist consist consist consist")]
    [InlineData("consolation consolations consolatory console consoled consoles", "consol consol consolatori consol consol consol")]
    [InlineData("consolidate consolidated consolidating consoling consolingly consols", "consolid consolid consolid consol consol consol")]
    [InlineData("consonant consort consorted consorting", "conson consort consort consort")]
    [InlineData("conspicuous conspicuously conspiracy conspirator conspirators conspire", "conspicu conspicu conspiraci conspir conspir conspir")]
    [InlineData("conspired conspiring constable constables constance constancy constant", "conspir conspir constabl constabl constanc constanc constant")]
    [InlineData("knack knackeries knacks knag knave knaves knavish kneaded kneading", "knack knackeri knack knag knave knave knavish knead knead")]
    [InlineData("knee kneel kneeled kneeling kneels knees knell knelt knew knick knif knife", "knee kneel kneel kneel kneel knee knell knelt knew knick knif knife")]
    [InlineData("knight knightly knights knit knits knitted knitting knives", "knight knight knight knit knit knit knit knive")]
    [InlineData("knob knobs knock knocked knocker knockers knocking knocks knopp knot knots", "knob knob knock knock knocker knocker knock knock knopp knot knot")]
    [InlineData("skis skies dying lying tying idly gently ugly early only singly sky news", "ski sky die lie tie idl gentl ugli earli onli singl sky news")]
    [InlineData("generate generic general communism arsenal", "generat generic general communism arsenal")]
    [InlineData("ties cries gas this gaps kiwis hopping hoped luxuriated by say cry", "tie cri gas this gap kiwi hop hope luxuri by say cri")]
    public void AWordHasThePublishedStem(string words, string stems) =>
        Assert.Equal(stems.Split(' '), words.Split(' ').Select(w => Stem.Of(w)![1..]));

    [Theory]
    [InlineData("d_model")]
    [InlineData("2017")]
    [InlineData("łukasz")]
    [InlineData("")]
    public void WhatIsNoEnglishWordHasNoStem(string word) => Assert.Null(Stem.Of(word));
}
