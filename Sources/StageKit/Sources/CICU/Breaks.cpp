#include "CICU.h"
#include "Shared.h"

#include <memory>
#include <vector>

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

namespace {

using cicu::decode;

// An iterator and the text it runs over, once per thread and kind: opening one costs milliseconds.
class Breaker {
 public:
  explicit Breaker(int kind) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale &root = icu::Locale::getRoot();
    iterator.reset(
        kind == CICU_BREAK_WORD ? icu::BreakIterator::createWordInstance(root, status)
                                : icu::BreakIterator::createSentenceInstance(root, status));
    cicu::require(status, "load its boundary rules");
  }

  // Boundaries after the start of `bytes`, at most 2^30 bytes of them.
  void run(const uint8_t *bytes, size_t count, size_t base, void *context, cicu_break_sink sink) {
    units.clear();
    units.reserve(count);
    for (size_t offset = 0; offset < count;) {
      UChar32 scalar = decode(bytes, offset);
      if (scalar < 0x10000) {
        units.push_back(UChar(scalar));
      } else {
        units.push_back(U16_LEAD(scalar));
        units.push_back(U16_TRAIL(scalar));
      }
    }
    text.setTo(false, units.data(), int32_t(units.size()));
    iterator->setText(text);
    size_t offset = 0;
    int32_t unit = iterator->first();
    for (int32_t next = iterator->next(); next != icu::BreakIterator::DONE; next = iterator->next()) {
      for (; unit < next; ++unit) {
        UChar code = units[size_t(unit)];
        offset += code < 0x80 ? 1 : code < 0x800 ? 2 : U16_IS_LEAD(code) ? 4 : U16_IS_TRAIL(code) ? 0 : 3;
      }
      sink(context, base + offset, iterator->getRuleStatus());
    }
  }

 private:
  std::unique_ptr<icu::BreakIterator> iterator;
  std::vector<UChar> units;
  icu::UnicodeString text;
};

// ICU's offsets are 32 bits wide and its dictionaries copy what they cut. A longer stretch without any white space is
// no language; a cut in it is one boundary too many.
constexpr size_t longestStretch = 1 << 20;

}  // namespace

void cicu_breaks(int kind, const uint8_t *bytes, size_t count, void *context, cicu_break_sink sink) {
  thread_local std::unique_ptr<Breaker> breakers[2];
  auto &breaker = breakers[kind == CICU_BREAK_WORD ? 0 : 1];
  if (!breaker) breaker = std::make_unique<Breaker>(kind);
  for (size_t start = 0; start < count;) {
    size_t end = count;
    if (count - start > longestStretch) {
      end = start + longestStretch;
      while ((bytes[end] & 0xC0) == 0x80) --end;
    }
    breaker->run(bytes + start, end - start, start, context, sink);
    start = end;
  }
}
