// Documents into a Lucene index: fields arrive as tokens with position increments, analysed by the caller.
#include "guard.h"
#include "wire.h"

#include "DefaultSimilarity.h"
#include "NoLockFactory.h"
#include "PositionIncrementAttribute.h"
#include "SerialMergeScheduler.h"
#include "TermAttribute.h"

#include <map>
#include <vector>

using namespace Lucene;

namespace {

constexpr double BufferMegabytes = 128;
constexpr uint8_t WithNorms = 1;
constexpr uint8_t WithPositions = 2;

/// A token and where its term stands among all terms of the writer.
struct Token {
    int32_t increment;
    int32_t term;
};

class WireTokens : public TokenStream {
public:
    explicit WireTokens(const std::vector<String>& terms)
        : written(terms), text(addAttribute<TermAttribute>()), increments(addAttribute<PositionIncrementAttribute>()) {}

    LUCENE_CLASS(WireTokens);

    std::vector<Token> tokens;

    // Both attributes are set for every token, so nothing has to be cleared before.
    bool incrementToken() override {
        if (next == tokens.size()) {
            return false;
        }
        const auto& token = tokens[next++];
        text->setTermBuffer(written[static_cast<size_t>(token.term)]);
        increments->setPositionIncrement(token.increment);
        return true;
    }

    void reset() override { next = 0; }

private:
    const std::vector<String>& written;
    TermAttributePtr text;
    PositionIncrementAttributePtr increments;
    size_t next = 0;
};

typedef boost::shared_ptr<WireTokens> WireTokensPtr;

/// A field is made once, and given its tokens for each document.
struct TokenField {
    FieldPtr field;
    WireTokensPtr tokens;
};

struct OpenWriter {
    IndexWriterPtr index;
    std::vector<String> terms;
    std::map<String, TokenField> fields;
};

TokenField& fieldOf(OpenWriter& writer, const String& name, uint8_t flags) {
    auto& known = writer.fields[name];
    if (!known.field) {
        known.tokens = newLucene<WireTokens>(writer.terms);
        known.field = newLucene<Field>(name, known.tokens);
        known.field->setOmitNorms((flags & WithNorms) == 0);
        known.field->setOmitTermFreqAndPositions((flags & WithPositions) == 0);
    }
    return known;
}

/// A term is written out the first time, with the next number.
int32_t readTerm(OpenWriter& writer, lectern::Source& source) {
    const auto number = source.number<int32_t>();
    if (number < 0 || static_cast<size_t>(number) > writer.terms.size()) {
        throw std::runtime_error("a term of unknown number");
    }
    if (static_cast<size_t>(number) == writer.terms.size()) {
        writer.terms.push_back(source.text());
    }
    return number;
}

DocumentPtr readDocument(OpenWriter& writer, lectern::Source& source) {
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
        auto& [field, stream] = fieldOf(writer, name, source.number<uint8_t>());
        stream->tokens.resize(static_cast<size_t>(source.number<int32_t>()));
        for (auto& token : stream->tokens) {
            token.increment = source.number<int32_t>();
            token.term = readTerm(writer, source);
        }
        stream->reset();
        field->setBoost(boost);
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

LECTERN_EXPORT int32_t lectern_writer_open(const char* path, int32_t create, OpenWriter** opened, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] { *opened = new OpenWriter{openWriter(path, create != 0), {}, {}}; });
}

/// Adds as many documents as the record holds.
LECTERN_EXPORT int32_t lectern_writer_add(OpenWriter* writer, const uint8_t* data, int64_t length, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        lectern::Source source(data, length);
        while (!source.finished()) {
            writer->index->addDocument(readDocument(*writer, source));
        }
    });
}

LECTERN_EXPORT int32_t lectern_writer_delete(OpenWriter* writer, const char* field, const char* term, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        writer->index->deleteDocuments(newLucene<Term>(StringUtils::toUnicode(field), StringUtils::toUnicode(term)));
    });
}

/// One segment without deleted documents, so that statistics are those of an index made afresh.
LECTERN_EXPORT int32_t lectern_writer_finish(OpenWriter* writer, char* message, int32_t capacity) {
    return lectern::guarded(message, capacity, [&] {
        writer->index->optimize();
        writer->index->close();
    });
}

/// Frees the writer; what was not finished is not in the index.
LECTERN_EXPORT void lectern_writer_free(OpenWriter* writer) {
    lectern::guarded(nullptr, 0, [&] {
        if (writer->index->isOpen(false)) {
            writer->index->rollback();
        }
    });
    delete writer;
}
