// The door between the host and a module that is a dynamic library. Plain C, read before any Swift object is touched.
#ifndef SONGNGU_STAGE_ABI_H
#define SONGNGU_STAGE_ABI_H

#include <stdint.h>
#include <string.h>

#include "StageKitBuild.h"

// Grows when the meaning of the descriptor changes.
#define STAGE_ABI 1

// The one symbol that a module exports for the host.
#define STAGE_ENTRY_SYMBOL "songngu_module_entry"

typedef struct stage_module_descriptor {
  uint32_t struct_size;
  uint32_t abi;
  // Version of the compiler that built the module.
  char compiler[160];
  // Version and fingerprint of the StageKit sources that the module was built against.
  char stagekit[64];
  char module[64];
  char version[32];
  // Returns a retained StageFactory; the host takes it once.
  void *_Nonnull (*_Nonnull make_factory)(void);
} stage_module_descriptor;

// Inline, so that compiler and StageKit are those of the caller: that is what the handshake compares.
static inline const char *_Nonnull stage_compiler(void) { return __clang_version__; }
static inline const char *_Nonnull stage_kit_build(void) { return STAGEKIT_BUILD; }

// Fills in the descriptor of a module. Called by its entry point, on one thread.
static inline const stage_module_descriptor *_Nonnull stage_describe(const char *_Nonnull module,
                                                                     const char *_Nonnull version,
                                                                     void *_Nonnull (*_Nonnull make_factory)(void)) {
  static stage_module_descriptor descriptor;
  descriptor.struct_size = sizeof descriptor;
  descriptor.abi = STAGE_ABI;
  strncpy(descriptor.compiler, stage_compiler(), sizeof descriptor.compiler - 1);
  strncpy(descriptor.stagekit, stage_kit_build(), sizeof descriptor.stagekit - 1);
  strncpy(descriptor.module, module, sizeof descriptor.module - 1);
  strncpy(descriptor.version, version, sizeof descriptor.version - 1);
  descriptor.make_factory = make_factory;
  return &descriptor;
}

#endif
