// What a worker process and its supervisor know of each other without a message: a page of memory that both map.
// C, because its fields are atomic between processes and a signal handler writes to it.
#ifndef SONGNGU_WORKER_BOARD_H
#define SONGNGU_WORKER_BOARD_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

typedef struct worker_board worker_board;

enum { WORKER_STAGE_NONE = -1 };

// What a worker says of its own end.
enum {
  WORKER_VERDICT_NONE = 0,
  // A signal ended it because it had no memory left.
  WORKER_VERDICT_OUT_OF_MEMORY = 1,
  // The pipe to the supervisor was closed, or something was written to it.
  WORKER_VERDICT_PIPE = 2,
};

// Both sides.

// A new board, and a descriptor with which another process can map it; NULL with errno set on failure.
worker_board *_Nullable worker_board_create(int *_Nonnull descriptor);
// The board behind a descriptor, which is closed; NULL with errno set on failure.
worker_board *_Nullable worker_board_map(int descriptor);
void worker_board_unmap(worker_board *_Nonnull board);
// Nanoseconds of a clock that all processes share and nobody sets.
int64_t worker_clock(void);
// A sum that tells messages from rubbish; quick, not cryptographic.
uint64_t worker_checksum(const void *_Nonnull bytes, size_t count);

// The worker's side.

// Begins the input with this number, from 1; the clock of its limit starts.
void worker_board_begin(worker_board *_Nonnull board, uint64_t input);
// The input is done: no clock runs, nobody is to blame.
void worker_board_deliver(worker_board *_Nonnull board);
// The reader, stage or writer with this number is at work on this thread from now on.
void worker_board_enter(worker_board *_Nonnull board, int32_t stage);
// Announces bytes before they are written to the reply pipe.
void worker_board_announce(worker_board *_Nonnull board, uint64_t bytes);
// Whether the reply pipe is the one it was and holds nothing that was not announced.
// Waits for a supervisor that is about to read.
int worker_board_vouches(worker_board *_Nonnull board, int reply);
// Says why this process is about to end.
void worker_board_accuse(worker_board *_Nonnull board, int32_t verdict);
// Remembers which pipe the replies go to.
void worker_board_remember(worker_board *_Nonnull board, int reply);
// Lets a thread of its own show that the process is alive, and how much memory it has.
int worker_board_start_heartbeat(worker_board *_Nonnull board);
// Grants this process so many bytes of address space beyond what it has now.
int worker_board_limit_memory(worker_board *_Nonnull board, uint64_t bytes);
// Notes on the board why this process dies of a signal. For the calling thread also if its stack is full.
int worker_board_watch_signals(worker_board *_Nonnull board);
// Ends this process with its parent, and keeps it from leaving a core file. Not 0 if the parent is gone already.
int worker_bind_to_parent(pid_t parent);

// The supervisor's side.

uint64_t worker_board_input(const worker_board *_Nonnull board);
int32_t worker_board_stage(const worker_board *_Nonnull board);
// When the input was begun, by `worker_clock`; 0 if no clock runs.
int64_t worker_board_started(const worker_board *_Nonnull board);
uint64_t worker_board_heartbeat(const worker_board *_Nonnull board);
// How many of the announced bytes have not been taken.
uint64_t worker_board_untaken(const worker_board *_Nonnull board);
// Says, before it happens, that so many bytes will be read from the reply pipe.
void worker_board_take(worker_board *_Nonnull board, uint64_t bytes);
int32_t worker_board_verdict(const worker_board *_Nonnull board);
// Whether its resident memory was near its limit when it last gave a sign of life.
int worker_board_was_near_limit(const worker_board *_Nonnull board);

// Any process.

// Bytes that a pipe holds; -1 if it is none.
int worker_pipe_held(int descriptor);

#endif
