#define _GNU_SOURCE
#include "CFiles.h"

#include <unistd.h>

ssize_t songngu_copy_range(int source, int64_t *offset, int target, size_t count) {
  off64_t place = *offset;
  ssize_t copied = copy_file_range(source, &place, target, NULL, count, 0);
  *offset = place;
  return copied;
}

int songngu_syncfs(int descriptor) { return syncfs(descriptor); }
