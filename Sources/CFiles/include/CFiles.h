#pragma once
// Calls of Linux that Swift's Glibc does not show, because they need _GNU_SOURCE.

#include <stdint.h>
#include <sys/types.h>

/// Copies within the system, from `*offset` on, which moves along; as copy_file_range(2).
ssize_t songngu_copy_range(int source, int64_t *_Nonnull offset, int target, size_t count);

/// Puts the whole file system of an open file on the disk; as syncfs(2).
int songngu_syncfs(int descriptor);
