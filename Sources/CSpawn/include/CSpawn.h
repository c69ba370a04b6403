// What glibc offers under _GNU_SOURCE only, which Swift's Glibc module leaves out.
#ifndef CSPAWN_H
#define CSPAWN_H

#include <spawn.h>

#pragma clang assume_nonnull begin

/// Makes a pipe whose ends are not inherited; ends[0] is read, ends[1] written. Returns 0, or -1 with errno.
int spawn_pipe(int *ends);

/// Closes every descriptor from `first` on in the child. Returns 0, or the number of the error.
int spawn_close_from(posix_spawn_file_actions_t *actions, int first);

/// Lets the child begin in a folder. Returns 0, or the number of the error.
int spawn_change_folder(posix_spawn_file_actions_t *actions, const char *folder);

#pragma clang assume_nonnull end

#endif
