#ifndef SONGNGU_CICU_LATIN_H
#define SONGNGU_CICU_LATIN_H

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "Shared.h"

namespace cicu {

// Composition of Latin letters with the marks of U+0300–U+036F, which is most of what is met in NFD.
class Latin {
 public:
  static constexpr size_t mostMarks = 6;
  // Stands for a composite outside the tables, such as U+2260.
  static constexpr UChar32 outside = 0xFFFF;

  static const Latin &shared() {
    static const Latin latin;
    return latin;
  }

  // Whether the scalar has a place in the tables.
  static bool isLetter(UChar32 scalar) { return slot(scalar) < letters; }

  // Canonical combining class of a mark; 0 for what is no mark here, or decomposes.
  uint8_t order(UChar32 scalar) const {
    return scalar >= firstMark && scalar < firstMark + marks ? orders[size_t(scalar - firstMark)] : 0;
  }

  // What the letter consists of; returns the number of marks.
  size_t decompose(UChar32 &letter, UChar32 *into) const {
    size_t count = 0;
    while (parts[slot(letter)].mark != 0) {
      into[count++] = parts[slot(letter)].mark;
      letter = parts[slot(letter)].letter;
    }
    std::reverse(into, into + count);
    return count;
  }

  // The composite of letter and mark; 0 if there is none.
  UChar32 compose(UChar32 letter, UChar32 mark) const {
    size_t place = slot(letter);
    return place < letters ? composites[place * marks + size_t(mark - firstMark)] : 0;
  }

 private:
  static constexpr UChar32 firstMark = 0x300;
  static constexpr size_t marks = 0x70, letters = 0x350;
  // No composite of a Latin letter or an ASCII sign lies above.
  static constexpr UChar32 lastComposite = 0x3000;
  struct Part { uint16_t letter, mark; };

  std::array<uint8_t, marks> orders{};
  std::array<Part, letters> parts{};
  std::vector<uint16_t> composites = std::vector<uint16_t>(letters * marks);

  static size_t slot(UChar32 scalar) {
    if (scalar < 0x250) return size_t(scalar);
    return scalar >= 0x1E00 && scalar < 0x1F00 ? size_t(scalar) - 0x1E00 + 0x250 : letters;
  }

  Latin() {
    UErrorCode status = U_ZERO_ERROR;
    const auto *nfc = icu::Normalizer2::getNFCInstance(status);
    require(status, "load its normalisation data");
    icu::UnicodeString parted;
    for (size_t mark = 0; mark < marks; ++mark) {
      UChar32 scalar = firstMark + UChar32(mark);
      if (!nfc->getRawDecomposition(scalar, parted)) orders[mark] = u_getCombiningClass(scalar);
    }
    for (size_t place = 0; place < letters; ++place) {
      UChar32 scalar = UChar32(place < 0x250 ? place : place - 0x250 + 0x1E00);
      if (!nfc->getRawDecomposition(scalar, parted) || parted.length() != 2) continue;
      UChar32 letter = parted[0], mark = parted[1];
      if (!isLetter(letter) || order(mark) == 0 || nfc->composePair(letter, mark) != scalar) continue;
      parts[place] = {uint16_t(letter), uint16_t(mark)};
      composites[slot(letter) * marks + size_t(mark - firstMark)] = uint16_t(scalar);
    }
    for (UChar32 scalar = 0x250; scalar < lastComposite; ++scalar) {
      if (isLetter(scalar) || !nfc->getRawDecomposition(scalar, parted) || parted.length() != 2) continue;
      UChar32 letter = parted[0], mark = parted[1];
      if (isLetter(letter) && order(mark) != 0) {
        composites[slot(letter) * marks + size_t(mark - firstMark)] = uint16_t(outside);
      }
    }
  }
};

}  // namespace cicu
#endif
