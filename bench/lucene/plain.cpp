// Lucene++ by itself: indexes the texts of a file and answers the queries of another, and prints the milliseconds of both.
// A line of the first is a field, a tab and its text, an empty line ends a document; a line of the second is a query.
#include "LuceneHeaders.h"

#include <chrono>
#include <fstream>
#include <iostream>

using namespace Lucene;
using Clock = std::chrono::steady_clock;

static double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

int main(int count, char** arguments) {
    if (count != 4) {
        std::cerr << "plain TEXTS QUERIES INDEX\n";
        return 2;
    }
    auto start = Clock::now();
    auto directory = FSDirectory::open(StringUtils::toUnicode(arguments[3]));
    auto analyzer = newLucene<StandardAnalyzer>(LuceneVersion::LUCENE_CURRENT);
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
    std::ifstream queries(arguments[2]);
    for (std::string line; std::getline(queries, line);) {
        start = Clock::now();
        auto hits = searcher->search(parser->parse(StringUtils::toUnicode(line)), 10);
        for (auto hit : hits->scoreDocs) {
            searcher->doc(hit->doc);
        }
        std::cout << since(start) << "\n";
    }
    return 0;
}
