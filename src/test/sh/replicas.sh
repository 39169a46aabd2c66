#!/usr/bin/env bash
# Two replicas, each with a release folder of its own, behind HAProxy as src/main/packaging/haproxy has it.
# Under load both take up a new release, one after the other, and one is stopped: no request fails.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/test/sh/behind-haproxy.sh

start() { # start NAME : a replica; its pid comes into $started
    ./chancery serve --no-build --releases "$work/$1" --port 0 --admin-port 0 --drain 3 >"$work/$1.out" 2>"$work/$1.err" &
    started=$!
    pids+=("$started")
    waits "replica $1" grep -q '/dumps/' "$work/$1.out"
    waits "admin port of $1" grep -q 'operators' "$work/$1.out"
}

roll_out() { # roll_out NAME : the new release to a replica, whole before it is named
    cp -a "$work/made/$new" "$work/$1/.coming"
    mv "$work/$1/.coming" "$work/$1/$new"
    cp "$work/made/current" "$work/$1/.current"
    mv "$work/$1/.current" "$work/$1/current"
    waits "release $new on $1" serves "$1" "$new"
}

former=$(build "$work/made")
cp -a "$work/made" "$work/a"
cp -a "$work/made" "$work/b"
# another base is another release, and as quickly made as any other change
new=$(build "$work/made" --base https://example.org/other/)
[[ $new != "$former" ]] || fail "found the same release $new, expected another one"
start a
a=$started
start b
b=$started

balance
load_begins
waits "load" more 50

roll_out a
waits "load while the releases differ" more $(($(answered) + 50))
roll_out b
waits "load on the new release" more $(($(answered) + 50))

kill -TERM "$a"
code=0
wait "$a" || code=$?
((code == 0)) || fail "replica a: found exit code $code, expected 0"
waits "load on one replica" more $(($(answered) + 50))
serves b "$new" || fail "replica b: found another release than $new"
load_ends
echo "replicas: $(answered) requests, none failed, while two replicas went from release $former to $new and one stopped"
