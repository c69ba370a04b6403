// What the parts of the shim share. Not visible to Swift.
#ifndef SONGNGU_CICU_SHARED_H
#define SONGNGU_CICU_SHARED_H

#include <cstdio>
#include <cstdlib>

#include <unicode/utf8.h>
#include <unicode/utypes.h>

namespace cicu {

// ICU fails here only when its data is missing or memory is out; neither leaves anything to go on with.
inline void require(UErrorCode status, const char *what) noexcept {
  if (U_SUCCESS(status)) return;
  std::fprintf(stderr, "ICU cannot %s: %s\n", what, u_errorName(status));
  std::abort();
}

// Decodes the character at `offset` of valid UTF-8 and steps over it.
inline UChar32 decode(const uint8_t *bytes, size_t &offset) noexcept {
  uint32_t lead = bytes[offset++];
  if (lead < 0x80) return UChar32(lead);
  if (lead < 0xE0) return UChar32((lead & 0x1F) << 6 | (bytes[offset++] & 0x3F));
  if (lead < 0xF0) {
    UChar32 scalar = UChar32((lead & 0x0F) << 12 | (bytes[offset] & 0x3F) << 6 | (bytes[offset + 1] & 0x3F));
    offset += 2;
    return scalar;
  }
  UChar32 scalar = UChar32(
      (lead & 0x07) << 18 | (bytes[offset] & 0x3F) << 12 | (bytes[offset + 1] & 0x3F) << 6 | (bytes[offset + 2] & 0x3F));
  offset += 3;
  return scalar;
}

// Start of the character before `offset`, which must be above 0.
inline size_t previous(const uint8_t *bytes, size_t offset) noexcept {
  do { --offset; } while (offset > 0 && (bytes[offset] & 0xC0) == 0x80);
  return offset;
}

// First offset at or after `offset` that is not the start of eight ASCII bytes.
inline size_t skip_ascii(const uint8_t *bytes, size_t offset, size_t end) noexcept {
  while (end - offset >= 32) {
    uint64_t words[4];
    __builtin_memcpy(words, bytes + offset, 32);
    if ((words[0] | words[1] | words[2] | words[3]) & 0x8080808080808080u) break;
    offset += 32;
  }
  while (end - offset >= 8) {
    uint64_t word;
    __builtin_memcpy(&word, bytes + offset, 8);
    if (word & 0x8080808080808080u) break;
    offset += 8;
  }
  return offset;
}

}  // namespace cicu
#endif
