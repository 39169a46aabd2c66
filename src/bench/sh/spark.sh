#!/usr/bin/env bash
# What mapping inside Spark takes beside one machine (docs/scale.md); needs python3 and what src/test/sh/spark.sh needs.
#
#   src/bench/sh/spark.sh [ROWS] [ROUNDS] [SAMPLE]
#
# ROWS (1000000) of a table with the columns of GDELT's export files, made of those of SAMPLE, if one is given (an
# export file), else made up. A standalone master with two workers of one core each; with one core asked for, one of
# them works. The rounds (3) take turns, every run is a process of its own, and each number is the median of its
# rounds: seconds with the start, rows a second with it, and without it (what Spark says that cutting, mapping and
# keys took); bytes and seconds of the shuffle from Spark's event log. All but "plain" write packed lines.
# SPARK_BENCH_DATA is where tables and outputs lie (default: target/bench-data/spark).
set -euo pipefail
cd "$(dirname "$0")/../../.."
rows=${1:-1000000}
rounds=${2:-3}
sample=${3:-}
[[ $rows =~ ^[1-9][0-9]*$ && $rounds =~ ^[1-9][0-9]*$ ]] || { sed -n '4p' "$0" | sed 's/^# *//' >&2; exit 2; }
data=${SPARK_BENCH_DATA:-target/bench-data/spark}
mkdir -p "$data"
data=$(cd "$data" && pwd)
work=$(mktemp -d "$data/run.XXXXXX")
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
. src/spark/sh/cluster.sh

table=$work/20180101000000.export.CSV
python3 src/bench/py/gdelt.py "$rows" "$table" ${sample:+"$sample"}
echo "$(nproc) processors, $(wc -l <"$table") rows, $(stat -c %s "$table") bytes, $(date -u +%F)"
two_workers

timed() { # timed NAME COMMAND… : a line of runs.tsv; what Spark says of its stages is in $work/out
    local name=$1 begun ended code=0
    shift
    begun=$(date +%s.%N)
    "$@" >"$work/out" 2>"$work/log" || code=$?
    ended=$(date +%s.%N)
    [ "$code" = 0 ] || { tail -n 15 "$work/log" >&2; echo "$name: found exit code $code, expected 0" >&2; exit 1; }
    awk -v name="$name" -v begun="$begun" -v ended="$ended" -v shuffled="$(shuffled)" '
        { for (i = 2; i <= NF; i++) if ($i == "s") inside += $(i - 1) }
        END { printf "%s\t%.2f\t%.2f\t%s\n", name, ended - begun, inside, shuffled }' "$work/out" >>"$work/runs.tsv"
    tail -n 1 "$work/runs.tsv"
}
shuffled() {
    if [ -d "$work/events" ]; then python3 src/bench/py/shuffled.py "$work/events"; else printf '0\t0'; fi
}
lines() { # lines NAME FILE… : every output has as many lines as the first
    local count
    count=$(zcat "${@:2}" | wc -l)
    expected=${expected:-$count}
    [ "$count" = "$expected" ] || { echo "$1: found $count lines, expected $expected" >&2; exit 1; }
}
on_spark() { # on_spark WORKERS NAME [ARG…]
    local workers=$1 name=$2
    shift 2
    rm -rf "$work/parts" "$work/events"
    mkdir "$work/events"
    timed "$name" spark_map -Dspark.cores.max="$workers" -Dspark.eventLog.enabled=true \
        -Dspark.eventLog.dir="file:$work/events" -Dspark.eventLog.compress=false \
        -- "$table" --pack gdelt -o "$work/parts" --master "$master" "$@"
    [ "$round" != 1 ] || lines "$name" "$work"/parts/part-*
    rm -rf "$work/parts" "$work/events"
}

for round in $(seq "$rounds"); do
    timed "one machine, plain" chancery map --pack gdelt "$table" -o "$work/one.nt"
    rm "$work/one.nt"
    for keys in "" --no-keys; do
        timed "one machine${keys:+, $keys}" chancery map --pack gdelt "$table" -o "$work/one.nt.gz" $keys
        [ "$round" != 1 ] || lines "one machine" "$work/one.nt.gz"
        for workers in 1 2; do
            on_spark "$workers" "Spark, $workers worker$([ "$workers" = 1 ] || echo s)${keys:+, $keys}" $keys
        done
    done
done

column() { # column NAME NUMBER : the median
    awk -F'\t' -v name="$1" -v n="$2" '$1 == name { print $n }' "$work/runs.tsv" | sort -g |
        awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'
}
echo
echo "| | s | rows/s | without the start | MB shuffled | s of it |"
echo "|---|---|---|---|---|---|"
cut -f1 "$work/runs.tsv" | awk '!seen[$0]++' | while read -r name; do
    awk -v name="$name" -v rows="$rows" -v all="$(column "$name" 2)" -v inside="$(column "$name" 3)" \
        -v bytes="$(column "$name" 4)" -v spent="$(column "$name" 5)" 'BEGIN {
            printf "| %s | %.1f | %.0f | %s | %.1f | %.1f |\n", name, all, rows / all,
                (inside > 0 ? sprintf("%.0f", rows / inside) : ""), bytes / 1e6, spent }'
done
