#include "CICU.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace {

// Scripts without spaces between words, which ICU cuts by dictionary.
bool needsDictionary(UChar32 scalar) {
  if (u_getIntPropertyValue(scalar, UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT) return true;
  switch (u_getIntPropertyValue(scalar, UCHAR_SCRIPT)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_HANGUL: return true;
    default: return false;
  }
}

}  // namespace

uint8_t cicu_word_class(uint32_t code) {
  UChar32 scalar = UChar32(code);
  if (needsDictionary(scalar)) return CICU_WORD_HARD;
  // ICU's rules, from CLDR 42, part from UAX #29 here: a colon ends a word, and an at sign is a letter of an address.
  if (scalar == ':' || scalar == 0xFE55 || scalar == 0xFF1A) return CICU_WORD_OTHER;
  if (scalar == '@') return CICU_WORD_LETTER;
  switch (u_getIntPropertyValue(scalar, UCHAR_WORD_BREAK)) {
    case U_WB_OTHER:
      return u_hasBinaryProperty(scalar, UCHAR_EXTENDED_PICTOGRAPHIC) ? CICU_WORD_PICTOGRAPH : CICU_WORD_OTHER;
    case U_WB_CR: return CICU_WORD_CR;
    case U_WB_LF: return CICU_WORD_LF;
    case U_WB_NEWLINE: return CICU_WORD_NEWLINE;
    case U_WB_EXTEND: return CICU_WORD_EXTEND;
    case U_WB_FORMAT: return CICU_WORD_FORMAT;
    case U_WB_ZWJ: return CICU_WORD_ZWJ;
    case U_WB_ALETTER: return CICU_WORD_LETTER;
    case U_WB_HEBREW_LETTER: return CICU_WORD_HEBREW;
    case U_WB_NUMERIC: return CICU_WORD_NUMERIC;
    case U_WB_EXTENDNUMLET: return CICU_WORD_CONNECTOR;
    case U_WB_MIDLETTER: return CICU_WORD_MID_LETTER;
    case U_WB_MIDNUM: return CICU_WORD_MID_NUMBER;
    case U_WB_MIDNUMLET: return CICU_WORD_MID_BOTH;
    case U_WB_SINGLE_QUOTE: return CICU_WORD_APOSTROPHE;
    case U_WB_DOUBLE_QUOTE: return CICU_WORD_QUOTE;
    case U_WB_WSEGSPACE: return CICU_WORD_SPACE;
    default: return CICU_WORD_HARD;
  }
}

uint8_t cicu_sentence_class(uint32_t code) {
  switch (u_getIntPropertyValue(UChar32(code), UCHAR_SENTENCE_BREAK)) {
    case U_SB_CR: return CICU_SENTENCE_CR;
    case U_SB_LF: return CICU_SENTENCE_LF;
    case U_SB_SEP: return CICU_SENTENCE_SEP;
    case U_SB_EXTEND: return CICU_SENTENCE_EXTEND;
    case U_SB_FORMAT: return CICU_SENTENCE_FORMAT;
    case U_SB_SP: return CICU_SENTENCE_SPACE;
    case U_SB_LOWER: return CICU_SENTENCE_LOWER;
    case U_SB_UPPER: return CICU_SENTENCE_UPPER;
    case U_SB_OLETTER: return CICU_SENTENCE_LETTER;
    case U_SB_NUMERIC: return CICU_SENTENCE_NUMERIC;
    case U_SB_ATERM: return CICU_SENTENCE_FULL_STOP;
    case U_SB_SCONTINUE: return CICU_SENTENCE_CONTINUE;
    case U_SB_STERM: return CICU_SENTENCE_TERMINATOR;
    case U_SB_CLOSE: return CICU_SENTENCE_CLOSE;
    default: return CICU_SENTENCE_OTHER;
  }
}

uint8_t cicu_kind(uint32_t code) {
  UChar32 scalar = UChar32(code);
  uint32_t category = U_MASK(u_charType(scalar));
  if (category & U_GC_L_MASK) return CICU_KIND_LETTER;
  if (category & U_GC_M_MASK) return CICU_KIND_MARK;
  if (category & U_GC_N_MASK) return CICU_KIND_DIGIT;
  return u_isUWhiteSpace(scalar) ? CICU_KIND_SPACE : CICU_KIND_OTHER;
}
