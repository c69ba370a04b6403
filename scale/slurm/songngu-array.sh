#!/bin/sh
# A job array over a list of inputs, one path a line (no line feeds in names). Each task takes every n-th line and
# writes documents as JSON Lines, one line for each input.
#   find /data/reports -type f > inputs.txt
#   sbatch --array=0-63 --cpus-per-task=4 scale/slurm/songngu-array.sh inputs.txt results
#SBATCH --job-name=songngu
set -eu
list=$1 folder=$2 config=${3:-pipelines/incoming-reports.yaml}
mkdir -p "$folder"
part="$folder/part-$(printf %05d "$SLURM_ARRAY_TASK_ID").jsonl"
awk -v n="$SLURM_ARRAY_TASK_COUNT" -v i="$SLURM_ARRAY_TASK_ID" 'NR % n == i % n' "$list" |
  python3 -c 'import json, sys
for line in sys.stdin: print(json.dumps({"id": line.rstrip("\n"), "path": line.rstrip("\n")}))' |
  songngu worker "$config" --jsonl --workers "${SLURM_CPUS_PER_TASK:-1}" > "$part.partial" || [ $? = 1 ]
mv "$part.partial" "$part"
