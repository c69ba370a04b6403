#include "CICU.h"
#include "Latin.h"
#include "Shared.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringoptions.h>
#include <unicode/uchar.h>

namespace {

using cicu::decode;
using cicu::Latin;
using cicu::previous;
using icu::Normalizer2;

// ICU's offsets are 32 bits wide and its edits grow with the text, so a text goes through it in blocks.
constexpr size_t blockSize = 1 << 15;
// ICU sorts combining marks by insertion. Longer runs of them, which no language has, are sorted here.
constexpr size_t longestRun = 64;
// How much goes to ICU at a time where composition by table gives up.
constexpr size_t pieceSize = 512;
constexpr UChar32 fastLimit = 0x3000;

struct Form {
  const Normalizer2 *normaliser;
  // The decomposition that the form starts from, and the composition that ends it, if any.
  const Normalizer2 *decomposition;
  const Normalizer2 *composition;
  // Bit set of the characters below `fastLimit` that never change and never join what stands before them.
  std::array<uint64_t, fastLimit / 64> fast{};

  Form(const Normalizer2 *normaliser, const Normalizer2 *decomposition, const Normalizer2 *composition, UProperty check)
      : normaliser(normaliser), decomposition(decomposition), composition(composition) {
    for (UChar32 scalar = 0; scalar < fastLimit; ++scalar) {
      if (u_getIntPropertyValue(scalar, check) == UNORM_YES && u_getCombiningClass(scalar) == 0) {
        fast[size_t(scalar) / 64] |= uint64_t(1) << (scalar % 64);
      }
    }
  }

  bool isFast(UChar32 scalar) const {
    return scalar < fastLimit && (fast[size_t(scalar) / 64] >> (scalar % 64) & 1);
  }
};

const Form &form(int number) {
  UErrorCode status = U_ZERO_ERROR;
  switch (number) {
    case CICU_NFD: {
      static const Form nfd(
          Normalizer2::getNFDInstance(status), Normalizer2::getNFDInstance(status), nullptr, UCHAR_NFD_QUICK_CHECK);
      cicu::require(status, "load its normalisation data");
      return nfd;
    }
    case CICU_NFKC: {
      static const Form nfkc(
          Normalizer2::getNFKCInstance(status), Normalizer2::getNFKDInstance(status),
          Normalizer2::getNFCInstance(status), UCHAR_NFKC_QUICK_CHECK);
      cicu::require(status, "load its normalisation data");
      return nfkc;
    }
    default: {
      static const Form nfc(
          Normalizer2::getNFCInstance(status), Normalizer2::getNFDInstance(status),
          Normalizer2::getNFCInstance(status), UCHAR_NFC_QUICK_CHECK);
      cicu::require(status, "load its normalisation data");
      return nfc;
    }
  }
}

// Walks over characters that never change. Returns `end`, or the start of the last of them before the first other
// character: what follows can change nothing before that place.
size_t skipFast(const Form &form, const uint8_t *bytes, size_t offset, size_t end) {
  size_t last = offset;
  while (offset < end) {
    if (bytes[offset] < 0x80) {
      offset = cicu::skip_ascii(bytes, offset, end);
      while (offset < end && bytes[offset] < 0x80) ++offset;
      last = offset - 1;
      continue;
    }
    size_t start = offset;
    if (!form.isFast(decode(bytes, offset))) return last;
    last = start;
  }
  return end;
}

// First boundary of the form at or after `offset`.
size_t boundaryAfter(const Form &form, const uint8_t *bytes, size_t offset, size_t end) {
  while (offset < end) {
    size_t next = offset;
    if (form.normaliser->hasBoundaryBefore(decode(bytes, next))) return offset;
    offset = next;
  }
  return end;
}

// Last boundary of the form at or before `offset`, not before `start`.
size_t boundaryBefore(const Form &form, const uint8_t *bytes, size_t start, size_t offset) {
  while (offset > start) {
    size_t next = offset;
    if (form.normaliser->hasBoundaryBefore(decode(bytes, next))) return offset;
    offset = previous(bytes, offset);
  }
  return start;
}

size_t blockEnd(const Form &form, const uint8_t *bytes, size_t start, size_t end) {
  if (end - start <= blockSize) return end;
  size_t cut = start + blockSize;
  while ((bytes[cut] & 0xC0) == 0x80) --cut;
  return boundaryAfter(form, bytes, cut, end);
}

struct Range { size_t start, end; };

// The next run of more than `longestRun` combining marks, found among bytes that are not ASCII; empty at `end` if none.
Range longRun(const Form &form, const uint8_t *bytes, size_t offset, size_t end) {
  while (offset < end) {
    offset = cicu::skip_ascii(bytes, offset, end);
    while (offset < end && bytes[offset] < 0x80) ++offset;
    size_t stretch = offset;
    while (stretch < end && bytes[stretch] >= 0x80) ++stretch;
    if (stretch - offset <= longestRun * 2) {
      offset = stretch;
      continue;
    }
    size_t runStart = offset, marks = 0;
    while (offset < stretch) {
      size_t start = offset;
      UChar32 scalar = decode(bytes, offset);
      if (form.decomposition->hasBoundaryBefore(scalar)) {
        if (marks > longestRun) return {runStart, start};
        marks = 0;
        runStart = offset;
      } else {
        ++marks;
      }
    }
    if (marks > longestRun) return {runStart, stretch};
  }
  return {end, end};
}

class Sink final : public icu::ByteSink {
 public:
  std::string bytes;
  void Append(const char *data, int32_t count) override { bytes.append(data, size_t(count)); }
};

struct Piece {
  UChar32 scalar;
  // Canonical combining class.
  uint8_t order;
};

// Puts each run of marks into canonical order: a counting sort, which keeps the order of equals.
void sortMarks(std::vector<Piece> &pieces) {
  std::vector<Piece> sorted;
  for (size_t start = 0; start < pieces.size(); ++start) {
    if (pieces[start].order == 0) continue;
    std::array<size_t, 257> place{};
    size_t end = start;
    for (; end < pieces.size() && pieces[end].order != 0; ++end) ++place[pieces[end].order + 1u];
    for (size_t order = 1; order < place.size(); ++order) place[order] += place[order - 1];
    sorted.resize(end - start);
    for (size_t index = start; index < end; ++index) sorted[place[pieces[index].order]++] = pieces[index];
    std::copy(sorted.begin(), sorted.end(), pieces.begin() + std::ptrdiff_t(start));
    start = end - 1;
  }
}

struct Work {
  const Form &form;
  const uint8_t *bytes;
  void *context;
  cicu_edit_sink sink;

  void normaliseByICU(size_t start, size_t end) const {
    if (start >= end) return;
    thread_local Sink changed;
    thread_local icu::Edits edits;
    changed.bytes.clear();
    UErrorCode status = U_ZERO_ERROR;
    form.normaliser->normalizeUTF8(
        U_OMIT_UNCHANGED_TEXT, {reinterpret_cast<const char *>(bytes + start), int32_t(end - start)}, changed, &edits,
        status);
    cicu::require(status, "normalise");
    auto change = edits.getFineChangesIterator();
    while (change.next(status)) {
      size_t from = start + size_t(change.sourceIndex());
      sink(
          context, from, from + size_t(change.oldLength()),
          reinterpret_cast<const uint8_t *>(changed.bytes.data()) + change.replacementIndex(),
          size_t(change.newLength()));
    }
  }

  // Composes the letter at `offset` with its marks and steps over them; `false` if it is not for these tables.
  bool composeLatin(size_t &offset, size_t end) const {
    const Latin &latin = Latin::shared();
    size_t next = offset;
    UChar32 letter = decode(bytes, next);
    if (!Latin::isLetter(letter)) return false;
    UChar32 marks[Latin::mostMarks];
    size_t count = latin.decompose(letter, marks);
    while (next < end && bytes[next] >= 0x80) {
      size_t behind = next;
      UChar32 mark = decode(bytes, behind);
      uint8_t order = latin.order(mark);
      if (order == 0) {
        if (!form.isFast(mark)) return false;
        break;
      }
      if (count == Latin::mostMarks) return false;
      size_t place = count++;
      for (; place > 0 && latin.order(marks[place - 1]) > order; --place) marks[place] = marks[place - 1];
      marks[place] = mark;
      next = behind;
    }
    uint8_t last = 0;
    size_t left = 0;
    for (size_t index = 0; index < count; ++index) {
      uint8_t order = latin.order(marks[index]);
      UChar32 joined = last < order ? latin.compose(letter, marks[index]) : 0;
      if (joined == Latin::outside) return false;
      if (joined != 0) {
        letter = joined;
      } else {
        last = order;
        marks[left++] = marks[index];
      }
    }
    uint8_t result[4 + 2 * Latin::mostMarks];
    int32_t length = 0;
    U8_APPEND_UNSAFE(result, length, letter);
    for (size_t index = 0; index < left; ++index) U8_APPEND_UNSAFE(result, length, marks[index]);
    if (size_t(length) != next - offset || !std::equal(result, result + length, bytes + offset)) {
      sink(context, offset, next, result, size_t(length));
    }
    offset = next;
    return true;
  }

  // The algorithm of the standard, section 3.11, with a sort that does not slow down on long runs.
  void normaliseByHand(size_t start, size_t end) const {
    std::vector<Piece> pieces;
    icu::UnicodeString decomposed;
    for (size_t offset = start; offset < end;) {
      UChar32 scalar = decode(bytes, offset);
      if (!form.decomposition->getDecomposition(scalar, decomposed)) {
        pieces.push_back({scalar, u_getCombiningClass(scalar)});
        continue;
      }
      for (int32_t unit = 0; unit < decomposed.length(); unit = decomposed.moveIndex32(unit, 1)) {
        UChar32 part = decomposed.char32At(unit);
        pieces.push_back({part, u_getCombiningClass(part)});
      }
    }
    sortMarks(pieces);
    if (form.composition) {
      size_t written = 0, starter = SIZE_MAX;
      uint8_t last = 0;
      for (const Piece &piece : pieces) {
        if (starter != SIZE_MAX && (last == 0 || last < piece.order)) {
          UChar32 joined = form.composition->composePair(pieces[starter].scalar, piece.scalar);
          if (joined >= 0) {
            pieces[starter].scalar = joined;
            continue;
          }
        }
        if (piece.order == 0) starter = written;
        last = piece.order;
        pieces[written++] = piece;
      }
      pieces.resize(written);
    }
    std::string result;
    for (const Piece &piece : pieces) {
      char encoded[4];
      int32_t length = 0;
      U8_APPEND_UNSAFE(encoded, length, piece.scalar);
      result.append(encoded, size_t(length));
    }
    if (result.compare(0, std::string::npos, reinterpret_cast<const char *>(bytes + start), end - start) != 0) {
      sink(context, start, end, reinterpret_cast<const uint8_t *>(result.data()), result.size());
    }
  }

  // The next stretch between boundaries that holds a long run of marks; empty at `end` if there is none.
  Range longStretch(size_t start, size_t end) const {
    Range run = longRun(form, bytes, start, end);
    if (run.start == run.end) return {end, end};
    size_t from = run.start > start ? boundaryBefore(form, bytes, start, previous(bytes, run.start)) : start;
    return {from, boundaryAfter(form, bytes, run.end, end)};
  }

  void normalise(size_t start, size_t end) const {
    while (start < end) {
      Range stretch = longStretch(start, end);
      normaliseByICU(start, stretch.start);
      normaliseByHand(stretch.start, stretch.end);
      start = stretch.end;
    }
  }

  bool isNormalised(size_t start, size_t end) const {
    while (start < end) {
      Range stretch = longStretch(start, end);
      UErrorCode status = U_ZERO_ERROR;
      bool isYes = form.normaliser->isNormalizedUTF8(
          {reinterpret_cast<const char *>(bytes + start), int32_t(stretch.start - start)}, status);
      cicu::require(status, "check a normal form");
      if (!isYes) return false;
      bool isChanged = false;
      Work check{form, bytes, &isChanged, [](void *context, size_t, size_t, const uint8_t *, size_t) {
                   *static_cast<bool *>(context) = true;
                 }};
      check.normaliseByHand(stretch.start, stretch.end);
      if (isChanged) return false;
      start = stretch.end;
    }
    return true;
  }
};

}  // namespace

bool cicu_is_normalised(int number, const uint8_t *bytes, size_t count) {
  const Form &wanted = form(number);
  const Work work{wanted, bytes, nullptr, nullptr};
  for (size_t start = 0; start < count;) {
    size_t end = blockEnd(wanted, bytes, start, count);
    if (!work.isNormalised(skipFast(wanted, bytes, start, end), end)) return false;
    start = end;
  }
  return true;
}

void cicu_normalise(
    int number, const uint8_t *bytes, size_t count, size_t start, size_t end, void *context, cicu_edit_sink sink) {
  const Form &wanted = form(number);
  if (start > 0) start = boundaryAfter(wanted, bytes, start, end);
  if (end < count) end = boundaryBefore(wanted, bytes, start, end);
  Work work{wanted, bytes, context, sink};
  while (start < end) {
    size_t stop = blockEnd(wanted, bytes, start, end);
    start = skipFast(wanted, bytes, start, stop);
    if (number == CICU_NFC && start < stop) {
      if (work.composeLatin(start, stop)) continue;
      // What is not Latin seldom stands alone.
      if (stop - start > pieceSize) {
        size_t cut = start + pieceSize;
        while ((bytes[cut] & 0xC0) == 0x80) --cut;
        stop = boundaryAfter(wanted, bytes, cut, stop);
      }
    }
    work.normalise(start, stop);
    start = stop;
  }
}
