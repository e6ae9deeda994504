namespace Lectern.Search.Analysis;

/// <summary>
/// The English stemmer that Martin Porter published as Porter2, for words of <c>a</c>–<c>z</c>. The names of the steps are
/// those of the publication (snowballstem.org/algorithms/english/stemmer.html). A word has no apostrophe here, so step 0 is empty.
/// </summary>
internal static class Porter2
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie", ["idly"] = "idl",
        ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos",
        ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly HashSet<string> After1A =
        new(["inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed"], StringComparer.Ordinal);

    private static readonly string[] Doubles = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];

    /// <summary>Longest first where one ends another.</summary>
    private static readonly (string Suffix, string Replacement)[] Step2Suffixes =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"),
        ("lessli", "less"), ("biliti", "ble"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"),
        ("fulli", "ful"), ("ousli", "ous"), ("iviti", "ive"), ("enci", "ence"), ("anci", "ance"), ("abli", "able"),
        ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Replacement)[] Step3Suffixes =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""),
        ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] Step4Suffixes =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion",
        "al", "er", "ic",
    ];

    public static string Stem(string word)
    {
        if (word.Length <= 2)
            return word;
        if (Exceptions.TryGetValue(word, out var known))
            return known;
        word = MarkConsonantY(word);
        var r1 = R1(word);
        var r2 = Region(word, r1);
        word = Step1A(word);
        if (After1A.Contains(word))
            return word;
        word = Step1C(Step1B(word, r1));
        word = Step4(Step3(Step2(word, r1), r1, r2), r2);
        return Step5(word, r1, r2).Replace('Y', 'y');
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>A <c>y</c> at the start or after a vowel is a consonant, written <c>Y</c>.</summary>
    private static string MarkConsonantY(string word)
    {
        if (!word.Contains('y'))
            return word;
        var letters = word.ToCharArray();
        for (var i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                letters[i] = 'Y';
        }

        return new(letters);
    }

    private static int R1(string word)
    {
        foreach (var prefix in (string[])["gener", "commun", "arsen"])
        {
            if (word.StartsWith(prefix, StringComparison.Ordinal))
                return prefix.Length;
        }

        return Region(word, 0);
    }

    /// <summary>Where the text after the first consonant that follows a vowel begins.</summary>
    private static int Region(string word, int from)
    {
        for (var i = from + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1]))
                return i + 1;
        }

        return word.Length;
    }

    private static bool HasVowel(string word, int end)
    {
        for (var i = 0; i < end; i++)
        {
            if (IsVowel(word[i]))
                return true;
        }

        return false;
    }

    private static bool Ends(string word, string suffix) => word.EndsWith(suffix, StringComparison.Ordinal);

    private static bool EndsShort(string word) => word.Length switch
    {
        < 2 => false,
        2 => IsVowel(word[0]) && !IsVowel(word[1]),
        _ => !IsVowel(word[^3]) && IsVowel(word[^2]) && !IsVowel(word[^1]) && word[^1] is not ('w' or 'x' or 'Y'),
    };

    private static string Step1A(string word)
    {
        if (Ends(word, "sses"))
            return word[..^2];
        if (Ends(word, "ied") || Ends(word, "ies"))
            return word.Length > 4 ? word[..^2] : word[..^1];
        if (Ends(word, "us") || Ends(word, "ss") || !Ends(word, "s"))
            return word;
        return HasVowel(word, word.Length - 2) ? word[..^1] : word;
    }

    private static string Step1B(string word, int r1)
    {
        foreach (var suffix in (string[])["eedly", "eed"])
        {
            if (Ends(word, suffix))
                return word.Length - suffix.Length >= r1 ? word[..^suffix.Length] + "ee" : word;
        }

        foreach (var suffix in (string[])["ingly", "edly", "ing", "ed"])
        {
            if (!Ends(word, suffix))
                continue;
            if (!HasVowel(word, word.Length - suffix.Length))
                return word;
            word = word[..^suffix.Length];
            if (Ends(word, "at") || Ends(word, "bl") || Ends(word, "iz"))
                return word + "e";
            if (Doubles.Any(d => Ends(word, d)))
                return word[..^1];
            return r1 >= word.Length && EndsShort(word) ? word + "e" : word;
        }

        return word;
    }

    private static string Step1C(string word) =>
        word.Length > 2 && word[^1] is 'y' or 'Y' && !IsVowel(word[^2]) ? word[..^1] + "i" : word;

    private static string Step2(string word, int r1)
    {
        foreach (var (suffix, replacement) in Step2Suffixes)
        {
            if (!Ends(word, suffix))
                continue;
            var stem = word[..^suffix.Length];
            if (stem.Length < r1)
                return word;
            return suffix switch
            {
                "ogi" => Ends(stem, "l") ? stem + replacement : word,
                "li" => stem.Length > 0 && "cdeghkmnrt".Contains(stem[^1]) ? stem : word,
                _ => stem + replacement,
            };
        }

        return word;
    }

    private static string Step3(string word, int r1, int r2)
    {
        foreach (var (suffix, replacement) in Step3Suffixes)
        {
            if (!Ends(word, suffix))
                continue;
            var stem = word.Length - suffix.Length;
            return stem < r1 || (suffix == "ative" && stem < r2) ? word : word[..stem] + replacement;
        }

        return word;
    }

    private static string Step4(string word, int r2)
    {
        foreach (var suffix in Step4Suffixes)
        {
            if (!Ends(word, suffix))
                continue;
            var stem = word.Length - suffix.Length;
            return stem < r2 || (suffix == "ion" && (stem == 0 || word[stem - 1] is not ('s' or 't'))) ? word : word[..stem];
        }

        return word;
    }

    private static string Step5(string word, int r1, int r2)
    {
        var stem = word.Length - 1;
        if (Ends(word, "e"))
            return stem >= r2 || (stem >= r1 && !EndsShort(word[..stem])) ? word[..stem] : word;
        return Ends(word, "l") && stem >= r2 && stem > 0 && word[stem - 1] == 'l' ? word[..stem] : word;
    }
}
