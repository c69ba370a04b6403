// The worker's side of the board.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "board.h"

static struct stat reply_pipe;
// Address space at which an allocation of a megabyte fails.
static uint64_t space_limit = UINT64_MAX;
static uint64_t resident_at_start;
static long page_size = 4096;
static worker_board *watched;

void worker_board_begin(worker_board *board, uint64_t input) {
  atomic_store(&board->stage, WORKER_STAGE_NONE);
  atomic_store(&board->input, input);
  atomic_store(&board->started, worker_clock());
}

void worker_board_deliver(worker_board *board) {
  atomic_store(&board->started, 0);
  atomic_store(&board->stage, WORKER_STAGE_NONE);
}

void worker_board_enter(worker_board *board, int32_t stage) {
  atomic_store(&board->stage, stage);
  // An allocation that fails from here on leaves its mark in it.
  errno = 0;
}

void worker_board_announce(worker_board *board, uint64_t bytes) { atomic_fetch_add(&board->announced, bytes); }

void worker_board_accuse(worker_board *board, int32_t verdict) { atomic_store(&board->verdict, verdict); }

void worker_board_remember(worker_board *board, int reply) {
  (void)board;
  fstat(reply, &reply_pipe);
}

int worker_board_vouches(worker_board *board, int reply) {
  struct stat now;
  if (fstat(reply, &now) != 0 || now.st_ino != reply_pipe.st_ino || now.st_dev != reply_pipe.st_dev) return 0;
  // The supervisor says that it takes bytes before it does. If there are too many, it may be between the two.
  for (int patience = 0; patience < 300; patience++) {
    int held = 0;
    uint64_t untaken = worker_board_untaken(board);
    if (ioctl(reply, FIONREAD, &held) != 0) return 0;
    if ((uint64_t)held <= untaken) return 1;
    struct timespec pause = {0, 1000000};
    if (patience > 10) nanosleep(&pause, NULL);
  }
  return 0;
}

int worker_memory_pages(uint64_t *space, uint64_t *resident) {
  char text[128];
  int file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  if (count <= 0) return 0;
  // By hand: the functions of the library may not be called from a signal handler.
  uint64_t numbers[2] = {0, 0};
  int which = 0;
  for (ssize_t index = 0; index < count && which < 2; index++) {
    if (text[index] >= '0' && text[index] <= '9') {
      numbers[which] = numbers[which] * 10 + (uint64_t)(text[index] - '0');
    } else {
      which++;
    }
  }
  *space = numbers[0];
  *resident = numbers[1];
  return 1;
}

static void *beat(void *argument) {
  worker_board *board = argument;
  for (;;) {
    uint64_t space = 0, resident = 0;
    if (worker_memory_pages(&space, &resident)) {
      uint64_t bytes = resident * (uint64_t)page_size;
      atomic_store(&board->resident, bytes > resident_at_start ? bytes - resident_at_start : 0);
    }
    atomic_fetch_add(&board->heartbeat, 1);
    struct timespec pause = {0, 100000000};
    nanosleep(&pause, NULL);
  }
  return NULL;
}

int worker_board_start_heartbeat(worker_board *board) {
  pthread_attr_t attributes;
  pthread_t thread;
  sigset_t all, before;
  page_size = sysconf(_SC_PAGESIZE);
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, 1 << 16);
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &before);
  int result = pthread_create(&thread, &attributes, beat, board);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  pthread_attr_destroy(&attributes);
  return result;
}

int worker_board_limit_memory(worker_board *board, uint64_t bytes) {
  uint64_t space = 0, resident = 0;
  page_size = sysconf(_SC_PAGESIZE);
  if (!worker_memory_pages(&space, &resident)) return -1;
  uint64_t limit = space * (uint64_t)page_size + bytes;
  resident_at_start = resident * (uint64_t)page_size;
  // Hard as well, so that no stage raises it again.
  struct rlimit granted = {limit, limit};
  if (setrlimit(RLIMIT_AS, &granted) != 0) return -1;
  atomic_store(&board->memory, bytes);
  space_limit = limit - (bytes / 8 < (8 << 20) ? bytes / 8 : 8 << 20);
  return 0;
}

// An allocation failed on this thread just now, or there is hardly any address space left.
static void note_death(int number, siginfo_t *information, void *context) {
  (void)information;
  (void)context;
  int is_out_of_memory = errno == ENOMEM;
  uint64_t space = 0, resident = 0;
  if (worker_memory_pages(&space, &resident) && space * (uint64_t)page_size >= space_limit) is_out_of_memory = 1;
  if (is_out_of_memory) worker_board_accuse(watched, WORKER_VERDICT_OUT_OF_MEMORY);
  // The handler is gone already (SA_RESETHAND): the signal, raised again, ends the process.
  raise(number);
}

int worker_board_watch_signals(worker_board *board) {
  static char stack_space[1 << 16];
  stack_t stack = {.ss_sp = stack_space, .ss_size = sizeof stack_space};
  if (sigaltstack(&stack, NULL) != 0) return -1;
  watched = board;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_sigaction = note_death;
  action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_RESETHAND | SA_NODEFER;
  sigemptyset(&action.sa_mask);
  const int fatal[] = {SIGILL, SIGTRAP, SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGSYS};
  for (size_t index = 0; index < sizeof fatal / sizeof *fatal; index++) {
    if (sigaction(fatal[index], &action, NULL) != 0) return -1;
  }
  return 0;
}

int worker_bind_to_parent(pid_t parent) {
  struct rlimit none = {0, 0};
  setrlimit(RLIMIT_CORE, &none);
  if (prctl(PR_SET_PDEATHSIG, SIGKILL) != 0) return -1;
  // It may have died before.
  return getppid() == parent ? 0 : -1;
}
