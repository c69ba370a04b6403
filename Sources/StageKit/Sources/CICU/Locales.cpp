#include "CICU.h"
#include "Shared.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

#include <unicode/coll.h>
#include <unicode/locdspnm.h>
#include <unicode/uloc.h>
#include <unicode/unistr.h>

namespace {

// One per thread and locale, because opening is dear and no lock is wanted.
template <class Service>
Service &service(const char *locale, std::unique_ptr<Service> (*open)(const icu::Locale &)) {
  thread_local std::map<std::string, std::unique_ptr<Service>> opened;
  auto &entry = opened[locale];
  if (!entry) entry = open(icu::Locale(locale));
  return *entry;
}

std::unique_ptr<icu::Collator> openCollator(const icu::Locale &locale) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(locale, status));
  cicu::require(status, "load its collation data");
  // Vietnamese and English alike meet both composed and decomposed text.
  collator->setAttribute(UCOL_NORMALIZATION_MODE, UCOL_ON, status);
  cicu::require(status, "set up collation");
  return collator;
}

std::unique_ptr<icu::LocaleDisplayNames> openNames(const icu::Locale &locale) {
  return std::unique_ptr<icu::LocaleDisplayNames>(icu::LocaleDisplayNames::createInstance(locale));
}

}  // namespace

void cicu_sort_key(const char *locale, const uint8_t *bytes, size_t count, void *context, cicu_bytes_sink sink) {
  const icu::Collator &collator = service<icu::Collator>(locale, openCollator);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8({reinterpret_cast<const char *>(bytes), int32_t(count)});
  thread_local std::vector<uint8_t> key(256);
  int32_t length = collator.getSortKey(text, key.data(), int32_t(key.size()));
  if (size_t(length) > key.size()) {
    key.resize(size_t(length));
    length = collator.getSortKey(text, key.data(), int32_t(key.size()));
  }
  sink(context, key.data(), length > 0 ? size_t(length) - 1 : 0);
}

void cicu_region_name(const char *locale, const char *code, void *context, cicu_bytes_sink sink) {
  icu::UnicodeString name;
  service<icu::LocaleDisplayNames>(locale, openNames).regionDisplayName(code, name);
  // ICU answers with the code itself where it has no name.
  if (name.isBogus() || name.isEmpty() || name == icu::UnicodeString(code, -1, US_INV)) return;
  std::string result;
  name.toUTF8String(result);
  sink(context, reinterpret_cast<const uint8_t *>(result.data()), result.size());
}

const char *const *cicu_region_codes(void) { return uloc_getISOCountries(); }
