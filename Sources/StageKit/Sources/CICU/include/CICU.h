// The one door to ICU. No ICU header is visible here: its types clash with those of Foundation's own ICU, and its
// functions carry the version in their names (`ubrk_open_72`), which Swift cannot see.
//
// No function throws. Bytes given to them must be valid UTF-8; all offsets are byte offsets. Every function may be
// called from any thread: what is expensive to open lives once per thread inside.
#ifndef SONGNGU_CICU_H
#define SONGNGU_CICU_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Version of the ICU library in use, such as "72.1".
const char *cicu_version(void);
// Version of the Unicode standard that this ICU implements, such as "15.0".
const char *cicu_unicode_version(void);

// MARK: Normal forms

enum { CICU_NFC = 0, CICU_NFD = 1, CICU_NFKC = 2 };

// Takes one change: bytes start..<end become the `length` bytes at `replacement`, which live only during the call.
typedef void (*cicu_edit_sink)(void *context, size_t start, size_t end, const uint8_t *replacement, size_t length);

bool cicu_is_normalised(int form, const uint8_t *bytes, size_t count);

// Reports the changes that bring bytes start..<end into the form, in order. The range is drawn in to where the form has
// boundaries, so that nothing outside it could have taken part in a change.
void cicu_normalise(
    int form, const uint8_t *bytes, size_t count, size_t start, size_t end, void *context, cicu_edit_sink sink);

// MARK: Character properties

// Word_Break of UAX #29, with what word segmentation needs beside it.
enum {
  CICU_WORD_OTHER, CICU_WORD_CR, CICU_WORD_LF, CICU_WORD_NEWLINE, CICU_WORD_EXTEND, CICU_WORD_FORMAT, CICU_WORD_ZWJ,
  CICU_WORD_LETTER, CICU_WORD_HEBREW, CICU_WORD_NUMERIC, CICU_WORD_CONNECTOR, CICU_WORD_MID_LETTER,
  CICU_WORD_MID_NUMBER, CICU_WORD_MID_BOTH, CICU_WORD_APOSTROPHE, CICU_WORD_QUOTE, CICU_WORD_SPACE,
  // Word_Break Other, but Extended_Pictographic.
  CICU_WORD_PICTOGRAPH,
  // Needs ICU's dictionaries or regional-indicator counting: leave the stretch to cicu_breaks.
  CICU_WORD_HARD
};
uint8_t cicu_word_class(uint32_t scalar);

// Sentence_Break of UAX #29.
enum {
  CICU_SENTENCE_OTHER, CICU_SENTENCE_CR, CICU_SENTENCE_LF, CICU_SENTENCE_SEP, CICU_SENTENCE_EXTEND,
  CICU_SENTENCE_FORMAT, CICU_SENTENCE_SPACE, CICU_SENTENCE_LOWER, CICU_SENTENCE_UPPER, CICU_SENTENCE_LETTER,
  CICU_SENTENCE_NUMERIC, CICU_SENTENCE_FULL_STOP, CICU_SENTENCE_CONTINUE, CICU_SENTENCE_TERMINATOR,
  CICU_SENTENCE_CLOSE
};
uint8_t cicu_sentence_class(uint32_t scalar);

// Coarse kind of a character: what a word consists of.
enum { CICU_KIND_OTHER, CICU_KIND_LETTER, CICU_KIND_MARK, CICU_KIND_DIGIT, CICU_KIND_SPACE };
uint8_t cicu_kind(uint32_t scalar);

// MARK: Boundaries by ICU's own rules and dictionaries

enum { CICU_BREAK_WORD = 0, CICU_BREAK_SENTENCE = 1 };
// Takes one boundary after the start, with ICU's rule status of what lies before it (words: 100 number, 200 letters,
// 300 kana, 400 ideographs).
typedef void (*cicu_break_sink)(void *context, size_t offset, int32_t status);
void cicu_breaks(int kind, const uint8_t *bytes, size_t count, void *context, cicu_break_sink sink);

// MARK: Folding, collation, names

// Takes a result, which lives only during the call.
typedef void (*cicu_bytes_sink)(void *context, const uint8_t *bytes, size_t count);

// Case-folded, width-folded, NFC; with `strip`, also without the combining marks of European scripts.
void cicu_fold(bool strip, const uint8_t *bytes, size_t count, void *context, cicu_bytes_sink sink);

// Sort key in the locale ("vi", "en"), without the closing zero.
void cicu_sort_key(const char *locale, const uint8_t *bytes, size_t count, void *context, cicu_bytes_sink sink);

// Name of a region code in the locale; nothing is reported if ICU has none.
void cicu_region_name(const char *locale, const char *code, void *context, cicu_bytes_sink sink);
// The ISO 3166-1 alpha-2 codes, ended by a null pointer; they live as long as the process.
const char *const *cicu_region_codes(void);

#ifdef __cplusplus
}
#endif
#endif
