// The one door to ICU. No ICU header is visible here: its types clash with those of Foundation's own ICU.
#ifndef SONGNGU_CICU_H
#define SONGNGU_CICU_H
#ifdef __cplusplus
extern "C" {
#endif
// Version of the ICU library in use, such as "72.1".
const char *cicu_version(void);
#ifdef __cplusplus
}
#endif
#endif
