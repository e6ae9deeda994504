// Documents into a Lucene index: fields arrive as tokens with position increments, analysed by the caller.
#include "guard.h"
#include "wire.h"

#include "DefaultSimilarity.h"
#include "NoLockFactory.h"
#include "PositionIncrementAttribute.h"
#include "SerialMergeScheduler.h"
#include "TermAttribute.h"

using namespace Lucene;

namespace {

constexpr double BufferMegabytes = 128;
constexpr uint8_t WithNorms = 1;
constexpr uint8_t WithPositions = 2;

struct Token {
    int32_t increment;
    String term;
};

class WireTokens : public TokenStream {
public:
    WireTokens() : terms(addAttribute<TermAttribute>()), increments(addAttribute<PositionIncrementAttribute>()) {}

    LUCENE_CLASS(WireTokens);

    std::vector<Token> tokens;

    bool incrementToken() override {
        if (next == tokens.size()) {
            return false;
        }
        clearAttributes();
        terms->setTermBuffer(tokens[next].term);
        increments->setPositionIncrement(tokens[next].increment);
        ++next;
        return true;
    }

    void reset() override { next = 0; }

private:
    TermAttributePtr terms;
    PositionIncrementAttributePtr increments;
    size_t next = 0;
};

DocumentPtr readDocument(lectern::Source& source) {
    auto document = newLucene<Document>();
    const auto stored = source.number<int32_t>();
    for (int32_t i = 0; i < stored; ++i) {
        const auto name = source.text();
        document->add(newLucene<Field>(name, source.text(), AbstractField::STORE_YES, AbstractField::INDEX_NO));
    }
    const auto fields = source.number<int32_t>();
    for (int32_t i = 0; i < fields; ++i) {
        const auto name = source.text();
        const auto boost = source.number<double>();
        const auto flags = source.number<uint8_t>();
        auto stream = newLucene<WireTokens>();
        stream->tokens.resize(static_cast<size_t>(source.number<int32_t>()));
        for (auto& token : stream->tokens) {
            token.increment = source.number<int32_t>();
            token.term = source.text();
        }
        auto field = newLucene<Field>(name, stream);
        field->setBoost(boost);
        field->setOmitNorms((flags & WithNorms) == 0);
        field->setOmitTermFreqAndPositions((flags & WithPositions) == 0);
        document->add(field);
    }
    return document;
}

IndexWriterPtr openWriter(const char* path, bool create) {
    auto directory = FSDirectory::open(StringUtils::toUnicode(path), NoLockFactory::getNoLockFactory());
    auto writer = newLucene<IndexWriter>(directory, newLucene<KeywordAnalyzer>(), create, IndexWriter::MaxFieldLengthUNLIMITED);
    auto similarity = newLucene<DefaultSimilarity>();
    similarity->setDiscountOverlaps(true);
    writer->setSimilarity(similarity);
    writer->setMergeScheduler(newLucene<SerialMergeScheduler>());
    writer->setRAMBufferSizeMB(BufferMegabytes);
    return writer;
}

}  // namespace

LECTERN_EXPORT int32_t lectern_writer_open(const char* path, int32_t create, IndexWriterPtr** opened, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] { *opened = new IndexWriterPtr(openWriter(path, create != 0)); });
}

/// Adds as many documents as the record holds.
LECTERN_EXPORT int32_t lectern_writer_add(IndexWriterPtr* writer, const uint8_t* data, int64_t length, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        lectern::Source source(data, length);
        while (!source.finished()) {
            (*writer)->addDocument(readDocument(source));
        }
    });
}

LECTERN_EXPORT int32_t lectern_writer_delete(IndexWriterPtr* writer, const char* field, const char* term, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        (*writer)->deleteDocuments(newLucene<Term>(StringUtils::toUnicode(field), StringUtils::toUnicode(term)));
    });
}

/// One segment without deleted documents, so that statistics are those of an index made afresh.
LECTERN_EXPORT int32_t lectern_writer_finish(IndexWriterPtr* writer, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        (*writer)->optimize();
        (*writer)->close();
    });
}

/// Frees the writer; what was not finished is not in the index.
LECTERN_EXPORT void lectern_writer_free(IndexWriterPtr* writer) {
    lectern::guarded(nullptr, 0, [&] {
        if ((*writer)->isOpen(false)) {
            (*writer)->rollback();
        }
    });
    delete writer;
}
