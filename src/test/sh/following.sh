#!/usr/bin/env bash
# Two replicas that follow a folder of releases on a plain web server, behind HAProxy as
# src/main/packaging/haproxy has it. Under load a new release appears and both take it up; then one
# loses its disk and gets it back: no request fails.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/test/sh/behind-haproxy.sh

start() { # start NAME : a replica with an empty folder
    ./chancery serve --follow "$origin" --follow-every 1 --releases "$work/$1" \
        --port 0 --admin-port 0 --drain 3 >"$work/$1.out" 2>"$work/$1.err" &
    pids+=("$!")
}

metric() { # metric NAME METRIC : what a replica counts
    curl -s "$(told "$1" operators | tail -n 1 | sed 's/ready$/metrics/')" | sed -n "s/^chancery_follow_$2 //p"
}

former=$(build "$work/made")
new=$(build "$work/made" --base https://example.org/other/)
[[ $new != "$former" ]] || fail "found the same release $new, expected another one"
publish() { # publish ID : names the current release, in one step
    echo "$1" >"$work/made/.next"
    mv "$work/made/.next" "$work/made/current"
}
publish "$former"
(cd "$work/made" && exec python3 -u -m http.server --bind 127.0.0.1 0) >"$work/origin" 2>"$work/origin.err" &
pids+=("$!")
waits "web server" grep -q 'http://' "$work/origin"
origin=$(sed 's/.*(\(http:[^)]*\)).*/\1/' "$work/origin")

start a
start b
waits "replica a" grep -q '/dumps/' "$work/a.out"
waits "replica b" grep -q '/dumps/' "$work/b.out"
# what they said before there was a release
sed -i '/waits for a release/,/operators/d' "$work/a.out" "$work/b.out"
balance
load_begins
waits "load" more 50

begin=$(date +%s%3N)
publish "$new"
waits "release $new on a" serves a "$new"
waits "release $new on b" serves b "$new"
switched=$(($(date +%s%3N) - begin))
waits "load on the new release" more $(($(answered) + 50))

bytes=$(metric a fetched_bytes_total)
# in one step: the replica is already writing the folder anew
mv "$work/a" "$work/lost"
whole() { [[ $(metric a healed_total) == 1.0 ]] && ./chancery release verify --releases "$work/a" >"$work/verify" 2>&1; }
waits "replica a whole again" whole
waits "replica a opened anew" grep -q "opened release $new anew" "$work/a.err"
waits "load on the healed replica" more $(($(answered) + 50))
serves a "$new" || fail "replica a: found another release than $new"
load_ends
echo "following: $(answered) requests, none failed, while two replicas went from release $former to $new" \
    "($switched ms) and one fetched it again ($(printf %.0f "$bytes") bytes for both releases)"
