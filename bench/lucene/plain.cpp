// Lucene++ by itself: indexes the texts of a file and answers the queries of another, and prints the milliseconds of both.
// A line of the first is a field, a tab and its text, an empty line ends a document; a line of the second is a query. With
// `forms`, a word of prose is indexed and searched for as it is and by its stem, as Lectern does.
#include "LuceneHeaders.h"

#include "PerFieldAnalyzerWrapper.h"
#include "PorterStemFilter.h"
#include "PositionIncrementAttribute.h"
#include "TermAttribute.h"
#include "TokenFilter.h"

#include <chrono>
#include <fstream>
#include <iostream>

using namespace Lucene;
using Clock = std::chrono::steady_clock;

static double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

/// A word by itself, to be stemmed.
class OneWord : public TokenStream {
public:
    OneWord() : text(addAttribute<TermAttribute>()) {}

    LUCENE_CLASS(OneWord);

    TermAttributePtr text;

    bool incrementToken() override { return true; }
};

/// Each token, and at its place the stem.
class Forms : public TokenFilter {
public:
    explicit Forms(const TokenStreamPtr& words)
        : TokenFilter(words), text(addAttribute<TermAttribute>()), increments(addAttribute<PositionIncrementAttribute>()) {}

    LUCENE_CLASS(Forms);

    bool incrementToken() override {
        if (!stem.empty()) {
            text->setTermBuffer(stem);
            increments->setPositionIncrement(0);
            stem.clear();
            return true;
        }
        if (!input->incrementToken()) {
            return false;
        }
        word->text->setTermBuffer(text->termBufferArray(), 0, text->termLength());
        stems->incrementToken();
        stem.assign(1, L'~').append(word->text->termBufferArray(), static_cast<size_t>(word->text->termLength()));
        return true;
    }

private:
    boost::shared_ptr<OneWord> word = newLucene<OneWord>();
    TokenStreamPtr stems = newLucene<PorterStemFilter>(word);
    TermAttributePtr text;
    PositionIncrementAttributePtr increments;
    String stem;
};

class FormsAnalyzer : public Analyzer {
public:
    LUCENE_CLASS(FormsAnalyzer);

    TokenStreamPtr tokenStream(const String& field, const ReaderPtr& reader) override { return newLucene<Forms>(words->tokenStream(field, reader)); }

    TokenStreamPtr reusableTokenStream(const String& field, const ReaderPtr& reader) override { return tokenStream(field, reader); }

private:
    AnalyzerPtr words = newLucene<StandardAnalyzer>(LuceneVersion::LUCENE_CURRENT);
};

AnalyzerPtr analyzerOf(bool forms) {
    AnalyzerPtr words = newLucene<StandardAnalyzer>(LuceneVersion::LUCENE_CURRENT);
    if (!forms) {
        return words;
    }
    auto both = newLucene<FormsAnalyzer>();
    auto byField = newLucene<PerFieldAnalyzerWrapper>(words);
    for (auto field : {L"short", L"title", L"tag", L"heading", L"note", L"code"}) {
        byField->addAnalyzer(field, both);
    }
    return byField;
}

int main(int count, char** arguments) {
    const bool forms = count == 5 && std::string(arguments[4]) == "forms";
    if (count != 4 && !forms) {
        std::cerr << "plain TEXTS QUERIES INDEX [forms]\n";
        return 2;
    }
    auto start = Clock::now();
    auto directory = FSDirectory::open(StringUtils::toUnicode(arguments[3]));
    auto analyzer = analyzerOf(forms);
    auto writer = newLucene<IndexWriter>(directory, analyzer, true, IndexWriter::MaxFieldLengthUNLIMITED);
    writer->setRAMBufferSizeMB(128);
    std::ifstream texts(arguments[1]);
    auto document = newLucene<Document>();
    for (std::string line; std::getline(texts, line);) {
        if (line.empty()) {
            writer->addDocument(document);
            document = newLucene<Document>();
            continue;
        }
        const auto tab = line.find('\t');
        document->add(newLucene<Field>(StringUtils::toUnicode(line.substr(0, tab)), StringUtils::toUnicode(line.substr(tab + 1)), AbstractField::STORE_YES, AbstractField::INDEX_ANALYZED));
    }
    writer->optimize();
    writer->close();
    std::cout << since(start) << "\n";

    auto searcher = newLucene<IndexSearcher>(directory, true);
    auto fields = newCollection<String>(L"short", L"title", L"tag", L"author", L"heading", L"note", L"code", L"math", L"id", L"year");
    auto parser = newLucene<MultiFieldQueryParser>(LuceneVersion::LUCENE_CURRENT, fields, analyzer);
    parser->setDefaultOperator(QueryParser::AND_OPERATOR);
    std::vector<String> queries;
    std::ifstream asked(arguments[2]);
    for (std::string line; std::getline(asked, line);) {
        queries.push_back(StringUtils::toUnicode(line));
    }
    // Once to warm up, as the other side does.
    for (bool counts : {false, true}) {
        for (const auto& query : queries) {
            start = Clock::now();
            auto hits = searcher->search(parser->parse(query), 10);
            for (auto hit : hits->scoreDocs) {
                searcher->doc(hit->doc);
            }
            if (counts) {
                std::cout << since(start) << "\n";
            }
        }
    }
    return 0;
}
