#include "CICU.h"
#include "Shared.h"

#include <string>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace {

// Combining marks of European scripts and of general use. Marks of other scripts are vowels as often as accents.
bool isDiacritic(UChar32 scalar) {
  switch (ublock_getCode(scalar)) {
    case UBLOCK_COMBINING_DIACRITICAL_MARKS:
    case UBLOCK_COMBINING_DIACRITICAL_MARKS_EXTENDED:
    case UBLOCK_COMBINING_DIACRITICAL_MARKS_SUPPLEMENT:
    case UBLOCK_COMBINING_MARKS_FOR_SYMBOLS:
    case UBLOCK_COMBINING_HALF_MARKS: return true;
    default: return false;
  }
}

// Reordering by ICU slows down on long runs of marks; the shim's own normaliser does not.
icu::UnicodeString normalised(int form, const std::string &bytes) {
  struct State { const std::string &in; std::string out; size_t read; } state{bytes, {}, 0};
  auto data = reinterpret_cast<const uint8_t *>(bytes.data());
  cicu_normalise(
      form, data, bytes.size(), 0, bytes.size(), &state,
      [](void *context, size_t start, size_t end, const uint8_t *replacement, size_t length) {
        auto &state = *static_cast<State *>(context);
        state.out.append(state.in, state.read, start - state.read);
        state.out.append(reinterpret_cast<const char *>(replacement), length);
        state.read = end;
      });
  state.out.append(bytes, state.read, std::string::npos);
  return icu::UnicodeString::fromUTF8(state.out);
}

}  // namespace

void cicu_fold(bool strip, const uint8_t *bytes, size_t count, void *context, cicu_bytes_sink sink) {
  UErrorCode status = U_ZERO_ERROR;
  const auto *compatibility = icu::Normalizer2::getNFKCInstance(status);
  cicu::require(status, "load its normalisation data");
  icu::UnicodeString decomposed =
      normalised(CICU_NFD, std::string(reinterpret_cast<const char *>(bytes), count));
  icu::UnicodeString folded, narrow;
  for (int32_t unit = 0; unit < decomposed.length();) {
    UChar32 scalar = decomposed.char32At(unit);
    unit += U16_LENGTH(scalar);
    // The Greek iota below is a letter to case folding, which comes later.
    if (strip && isDiacritic(scalar) && scalar != 0x345) continue;
    bool isWidthVariant = scalar == 0x3000 || (scalar >= 0xFF00 && scalar <= 0xFFEF);
    if (isWidthVariant && compatibility->getDecomposition(scalar, narrow)) {
      folded.append(narrow);
    } else {
      folded.append(scalar);
    }
  }
  folded.foldCase(U_FOLD_CASE_DEFAULT);
  std::string result;
  folded.toUTF8String(result);
  folded = normalised(CICU_NFC, result);
  result.clear();
  folded.toUTF8String(result);
  sink(context, reinterpret_cast<const uint8_t *>(result.data()), result.size());
}
