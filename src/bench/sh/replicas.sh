#!/bin/bash
# One replica and two behind HAProxy, each on a processor of its own (docs/scale.md): answers a second.
#
#   src/bench/sh/replicas.sh [ROUNDS] [SECONDS]     five rounds of 20 s each, one and two in turn
#
# HAProxy and the clients (BENCH_CLIENTS: 8) share the processors with the replicas, which the figures pay for.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/test/sh/behind-haproxy.sh
rounds=${1:-5}
seconds=${2:-20}
clients=${BENCH_CLIENTS:-8}
java=$(ls -d /usr/lib/jvm/*2[1-9]*/bin/java | sort -V | tail -1)

start() { # start NAME PROCESSOR : a replica; its pid comes into $started
    taskset -c "$2" "$java" -Xmx1g -cp 'target/chancery-0.1.0.jar:target/lib/*' chancery.cli.Main serve --no-build \
        --client-queries 1000 --client-seconds 100000 --releases "$work/made" --port 0 --admin-port 0 \
        >"$work/$1.out" 2>"$work/$1.err" &
    started=$!
    pids+=("$started")
    waits "replica $1" grep -q '/dumps/' "$work/$1.out"
}

measure() { # measure NAME SECONDS : a line: name, answers a second, median and p95
    echo "$1 $(python3 src/bench/py/throughput.py "$home" "$clients" "$2")" >>"$work/measured"
}

build "$work/made" >/dev/null
start a 0
start b 1
balance
measure warm-up "$((2 * seconds))"
for ((round = 1; round <= rounds; round++)); do
    measure two "$seconds"
    kill -STOP "$started"
    waits "one replica alone" grep -q 'chancery/b is DOWN' "$work/haproxy.err"
    measure one "$seconds"
    kill -CONT "$started"
    : >"$work/haproxy.err"
    waits "both replicas" grep -q 'chancery/b is UP' "$work/haproxy.err"
done
echo "| replicas | answers a second | median ms | p95 ms |"
echo "|---|---|---|---|"
for name in one two; do
    grep "^$name " "$work/measured" | sort -k 2 -n | awk -v name="$name" '{ line[NR] = $0 } END {
        split(line[int((NR + 1) / 2)], middle, " "); printf "| %s | %s | %s | %s |\n", name, middle[2], middle[3], middle[4] }'
done
