#ifndef SONGNGU_BOARD_FIELDS_H
#define SONGNGU_BOARD_FIELDS_H

#include <stdatomic.h>

#include "CWorkerBoard.h"

struct worker_board {
  _Atomic uint64_t heartbeat;
  _Atomic uint64_t input;
  _Atomic int32_t stage;
  _Atomic int32_t verdict;
  _Atomic int64_t started;
  // Bytes of replies: written or about to be, and read or about to be.
  _Atomic uint64_t announced;
  _Atomic uint64_t taken;
  // Granted beyond what the process had at its start, and resident beyond that at the last heartbeat.
  _Atomic uint64_t memory;
  _Atomic uint64_t resident;
};

// Pages of address space and of resident memory of this process, without an allocation; 0 if it cannot be told.
int worker_memory_pages(uint64_t *space, uint64_t *resident);

#endif
