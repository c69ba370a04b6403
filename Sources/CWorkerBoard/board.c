#define _GNU_SOURCE
#include "board.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static worker_board *map(int descriptor) {
  void *memory = mmap(NULL, sizeof(worker_board), PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

worker_board *worker_board_create(int *descriptor) {
  int number = memfd_create("songngu-worker-board", MFD_CLOEXEC);
  if (number < 0) return NULL;
  worker_board *board = ftruncate(number, sizeof(worker_board)) == 0 ? map(number) : NULL;
  if (board == NULL) {
    int reason = errno;
    close(number);
    errno = reason;
    return NULL;
  }
  atomic_store(&board->stage, WORKER_STAGE_NONE);
  *descriptor = number;
  return board;
}

worker_board *worker_board_map(int descriptor) {
  worker_board *board = map(descriptor);
  // Nothing a stage writes to the descriptor can then reach the board.
  close(descriptor);
  return board;
}

void worker_board_unmap(worker_board *board) { munmap(board, sizeof(worker_board)); }

int64_t worker_clock(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

// Four lanes, so that the multiplications overlap.
uint64_t worker_checksum(const void *bytes, size_t count) {
  const uint64_t prime = UINT64_C(0x9E3779B97F4A7C15);
  uint64_t lanes[4] = {prime, prime << 1, prime << 2, count};
  const unsigned char *at = bytes;
  size_t rest = count;
  for (; rest >= 32; rest -= 32, at += 32) {
    uint64_t words[4];
    memcpy(words, at, 32);
    for (int lane = 0; lane < 4; lane++) {
      lanes[lane] = (lanes[lane] ^ words[lane]) * prime;
      lanes[lane] ^= lanes[lane] >> 29;
    }
  }
  unsigned char tail[32] = {0};
  memcpy(tail, at, rest);
  uint64_t words[4];
  memcpy(words, tail, 32);
  uint64_t sum = 0;
  for (int lane = 0; lane < 4; lane++) {
    sum = (sum ^ ((lanes[lane] ^ words[lane]) * prime)) * prime;
    sum ^= sum >> 31;
  }
  return sum;
}

uint64_t worker_board_input(const worker_board *board) { return atomic_load(&board->input); }
int32_t worker_board_stage(const worker_board *board) { return atomic_load(&board->stage); }
int64_t worker_board_started(const worker_board *board) { return atomic_load(&board->started); }
uint64_t worker_board_heartbeat(const worker_board *board) { return atomic_load(&board->heartbeat); }

uint64_t worker_board_untaken(const worker_board *board) {
  return atomic_load(&board->announced) - atomic_load(&board->taken);
}

void worker_board_take(worker_board *board, uint64_t bytes) { atomic_fetch_add(&board->taken, bytes); }

int32_t worker_board_verdict(const worker_board *board) { return atomic_load(&board->verdict); }

int worker_board_was_near_limit(const worker_board *board) {
  uint64_t limit = atomic_load(&board->memory);
  return limit > 0 && atomic_load(&board->resident) > limit - limit / 8;
}

int worker_pipe_held(int descriptor) {
  int held = 0;
  return ioctl(descriptor, FIONREAD, &held) == 0 ? held : -1;
}
