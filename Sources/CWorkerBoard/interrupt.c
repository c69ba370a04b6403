// The user's wish to stop, as a descriptor that can be waited for.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

#include "CWorkerBoard.h"

static int ends[2] = {-1, -1};
static _Atomic int arrived;

static void note(int number) {
  int before = errno;
  atomic_store(&arrived, number);
  ssize_t written = write(ends[1], "", 1);
  (void)written;
  errno = before;
}

int interrupt_watch(void) {
  if (ends[0] >= 0) return ends[0];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  // Once: whoever asks again does not want to wait.
  action.sa_flags = SA_RESTART | SA_RESETHAND;
  sigemptyset(&action.sa_mask);
  const int wanted[] = {SIGINT, SIGTERM};
  for (size_t index = 0; index < sizeof wanted / sizeof *wanted; index++) {
    struct sigaction old;
    // A program that was started to ignore them goes on doing so.
    if (sigaction(wanted[index], NULL, &old) == 0 && old.sa_handler == SIG_IGN) continue;
    if (sigaction(wanted[index], &action, NULL) != 0) return -1;
  }
  return ends[0];
}

int interrupt_signal(void) { return atomic_load(&arrived); }
