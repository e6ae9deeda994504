// Queries, terms and postings of a Lucene index.
#include "guard.h"
#include "wire.h"

#include "NoLockFactory.h"
#include "TermPositions.h"

#include <chrono>

using namespace Lucene;

namespace {

constexpr int32_t MostClauses = 1 << 16;
constexpr int32_t DocumentsBetweenClocks = 1024;
constexpr int32_t DeepestQuery = 256;

struct OpenIndex {
    IndexReaderPtr index;
    IndexSearcherPtr searcher;
};

enum Kind : uint8_t { All = 0, OneTerm = 1, Phrase = 2, Boolean = 3 };

QueryPtr readQuery(lectern::Source& source, int32_t depth = 0);

QueryPtr readPhrase(lectern::Source& source) {
    auto phrase = newLucene<PhraseQuery>();
    phrase->setSlop(source.number<int32_t>());
    const auto field = source.text();
    const auto count = source.number<int32_t>();
    for (int32_t i = 0; i < count; ++i) {
        const auto position = source.number<int32_t>();
        phrase->add(newLucene<Term>(field, source.text()), position);
    }
    return phrase;
}

QueryPtr readBoolean(lectern::Source& source, int32_t depth) {
    const auto coord = source.number<uint8_t>();
    auto query = newLucene<BooleanQuery>(coord == 0);
    const auto count = source.number<int32_t>();
    for (int32_t i = 0; i < count; ++i) {
        const auto occur = source.number<uint8_t>();
        query->add(readQuery(source, depth + 1), occur == 0 ? BooleanClause::SHOULD : occur == 1 ? BooleanClause::MUST : BooleanClause::MUST_NOT);
    }
    return query;
}

QueryPtr readQuery(lectern::Source& source, int32_t depth) {
    if (depth > DeepestQuery) {
        throw std::runtime_error("the query is nested too deeply");
    }
    const auto kind = source.number<uint8_t>();
    const auto boost = source.number<double>();
    QueryPtr query;
    switch (kind) {
        case All: query = newLucene<MatchAllDocsQuery>(); break;
        case OneTerm: {
            const auto field = source.text();
            query = newLucene<TermQuery>(newLucene<Term>(field, source.text()));
            break;
        }
        case Phrase: query = readPhrase(source); break;
        case Boolean: query = readBoolean(source, depth); break;
        default: throw std::runtime_error("a query of unknown kind");
    }
    query->setBoost(boost);
    return query;
}

/// Every document that matches, with its score, until the time is up.
class AllHits : public Collector {
public:
    explicit AllHits(int32_t milliseconds) : end(std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds)) {}

    LUCENE_CLASS(AllHits);

    std::vector<int32_t> documents;
    std::vector<double> scores;
    bool complete = true;

    void setScorer(const ScorerPtr& newScorer) override { scorer = newScorer; }

    void collect(int32_t document) override {
        if (!complete) {
            return;
        }
        documents.push_back(base + document);
        scores.push_back(scorer->score());
        if (documents.size() % DocumentsBetweenClocks == 0) {
            complete = std::chrono::steady_clock::now() < end;
        }
    }

    void setNextReader(const IndexReaderPtr&, int32_t docBase) override { base = docBase; }

    bool acceptsDocsOutOfOrder() override { return true; }

private:
    std::chrono::steady_clock::time_point end;
    ScorerPtr scorer;
    int32_t base = 0;
};

/// Terms of a field that start with the prefix, in the order of the index.
template <typename Visit>
void eachTerm(const OpenIndex& reader, const String& field, const String& prefix, Visit visit) {
    auto terms = reader.index->terms(newLucene<Term>(field, prefix));
    for (auto term = terms->term(); term && term->field() == field && term->text().compare(0, prefix.size(), prefix) == 0; term = terms->term()) {
        if (!visit(term, terms->docFreq()) || !terms->next()) {
            break;
        }
    }
    terms->close();
}

}  // namespace

LECTERN_EXPORT int32_t lectern_reader_open(const char* path, OpenIndex** opened, int32_t* documents, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        BooleanQuery::setMaxClauseCount(MostClauses);
        auto index = IndexReader::open(FSDirectory::open(StringUtils::toUnicode(path), NoLockFactory::getNoLockFactory()), true);
        *documents = index->maxDoc();
        *opened = new OpenIndex{index, newLucene<IndexSearcher>(index)};
    });
}

LECTERN_EXPORT void lectern_reader_free(OpenIndex* reader) {
    lectern::guarded(nullptr, 0, [&] {
        reader->searcher->close();
        reader->index->close();
    });
    delete reader;
}

/// The number that each document carries as the only term of a field.
LECTERN_EXPORT int32_t lectern_reader_numbers(OpenIndex* reader, const char* field, int32_t* numbers, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        auto documents = reader->index->termDocs();
        eachTerm(*reader, StringUtils::toUnicode(field), L"", [&](const TermPtr& term, int32_t) {
            const auto number = StringUtils::toInt(term->text());
            for (documents->seek(term); documents->next();) {
                numbers[documents->doc()] = number;
            }
            return true;
        });
    });
}

/// Records of a term and the number of documents that hold it.
LECTERN_EXPORT int32_t lectern_reader_terms(
    OpenIndex* reader, const char* field, const char* prefix, int32_t limit, uint8_t** data, int64_t* length, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        lectern::Sink sink;
        auto left = limit;
        eachTerm(*reader, StringUtils::toUnicode(field), StringUtils::toUnicode(prefix), [&](const TermPtr& term, int32_t count) {
            if (left-- <= 0) {
                return false;
            }
            sink.text(term->text());
            sink.number(count);
            return true;
        });
        *length = static_cast<int64_t>(sink.bytes.size());
        *data = lectern::handed(sink.bytes);
    });
}

LECTERN_EXPORT int32_t lectern_reader_frequency(OpenIndex* reader, const char* field, const char* term, int32_t* count, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        *count = reader->index->docFreq(newLucene<Term>(StringUtils::toUnicode(field), StringUtils::toUnicode(term)));
    });
}

/// A field as a whole: the norm of every document, then each term with its documents and positions.
LECTERN_EXPORT int32_t lectern_reader_postings(
    OpenIndex* reader, const char* field, uint8_t** data, int64_t* length, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        lectern::Sink sink;
        const auto name = StringUtils::toUnicode(field);
        auto norms = reader->index->hasNorms(name) ? reader->index->norms(name) : ByteArray();
        sink.number(static_cast<int32_t>(norms ? norms.size() : 0));
        if (norms) {
            sink.bytes.append(reinterpret_cast<const char*>(norms.get()), static_cast<size_t>(norms.size()));
        }
        auto postings = reader->index->termPositions();
        eachTerm(*reader, name, L"", [&](const TermPtr& term, int32_t count) {
            sink.text(term->text());
            sink.number(count);
            for (postings->seek(term); postings->next();) {
                const auto frequency = postings->freq();
                sink.number(static_cast<int32_t>(postings->doc()));
                sink.number(static_cast<int32_t>(frequency));
                for (int32_t i = 0; i < frequency; ++i) {
                    sink.number(static_cast<int32_t>(postings->nextPosition()));
                }
            }
            return true;
        });
        *length = static_cast<int64_t>(sink.bytes.size());
        *data = lectern::handed(sink.bytes);
    });
}

/// The count of hits, whether they are all, then the documents and then their scores.
LECTERN_EXPORT int32_t lectern_reader_search(
    OpenIndex* reader, const uint8_t* query, int64_t queryLength, int32_t milliseconds, uint8_t** data, int64_t* length, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        lectern::Source source(query, queryLength);
        auto hits = newLucene<AllHits>(milliseconds);
        reader->searcher->search(readQuery(source), hits);
        lectern::Sink sink;
        sink.number(static_cast<int32_t>(hits->documents.size()));
        sink.number(static_cast<int32_t>(hits->complete ? 1 : 0));
        sink.bytes.append(reinterpret_cast<const char*>(hits->documents.data()), hits->documents.size() * sizeof(int32_t));
        sink.bytes.append(reinterpret_cast<const char*>(hits->scores.data()), hits->scores.size() * sizeof(double));
        *length = static_cast<int64_t>(sink.bytes.size());
        *data = lectern::handed(sink.bytes);
    });
}

/// How a document came by its score, as indented lines.
LECTERN_EXPORT int32_t lectern_reader_explain(
    OpenIndex* reader, const uint8_t* query, int64_t queryLength, int32_t document, uint8_t** data, int64_t* length, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        lectern::Source source(query, queryLength);
        const auto text = StringUtils::toUTF8(reader->searcher->explain(readQuery(source), document)->toString());
        *length = static_cast<int64_t>(text.size());
        *data = lectern::handed(text);
    });
}

LECTERN_EXPORT void lectern_free(uint8_t* data) { std::free(data); }
