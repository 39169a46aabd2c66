#!/usr/bin/env bash
# Two replicas, each with a release folder of its own, behind HAProxy as src/main/packaging/haproxy has it.
# Under load both take up a new release, one after the other, and one is stopped: no request fails.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
pids=()
cleanup() {
    touch "$work/over"
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait
    rm -rf "$work"
}
trap cleanup EXIT

fail() {
    echo "replicas: $*"
    exit 1
}

# waits WHAT COMMAND… : until the command succeeds, for a minute at most
waits() {
    local what=$1 end=$((SECONDS + 60))
    shift
    until "$@"; do
        ((SECONDS < end)) || fail "$what: found no such thing after a minute"
        sleep 0.1
    done
}

told() { # told NAME WHAT : what a replica says of itself
    sed -n "s/^ *$2 *//p" "$work/$1.out"
}

start() { # start NAME : a replica; its pid comes into $started
    ./chancery serve --no-build --releases "$work/$1" --port 0 --admin-port 0 --drain 3 >"$work/$1.out" 2>"$work/$1.err" &
    started=$!
    pids+=("$started")
    waits "replica $1" grep -q '/dumps/' "$work/$1.out"
    waits "admin port of $1" grep -q 'operators' "$work/$1.out"
}

release() { # release NAME : the id that its metrics tell
    curl -s "$(told "$1" operators | sed 's/ready$/metrics/')" | sed -n 's/^chancery_release_info{release="\([^"]*\)"}.*/\1/p'
}

serves() { [[ $(release "$1") == "$2" ]]; }

port() { sed 's/.*:\([0-9]*\)\/.*/\1/'; }

build() { # build FOLDER [OPTION…] : a release; tells its id
    ./chancery build --releases "$@" >"$work/build" 2>&1 || fail "build: $(cat "$work/build")"
    cat "$1/current"
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

public=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
sed -e "s/127.0.0.1:8080/127.0.0.1:$public/" \
    -e "s/127.0.0.1:3030 port 3031/127.0.0.1:$(told a home | port) port $(told a operators | port)/" \
    -e "s/127.0.0.1:3040 port 3041/127.0.0.1:$(told b home | port) port $(told b operators | port)/" \
    src/main/packaging/haproxy/haproxy.cfg >"$work/haproxy.cfg"
haproxy -c -q -f "$work/haproxy.cfg"
haproxy -db -f "$work/haproxy.cfg" 2>"$work/haproxy.err" &
pids+=("$!")
home=http://127.0.0.1:$public
answers() { curl -sf -o /dev/null "$home/\$/ping"; }
waits "HAProxy" answers

load() { # load N : asks until all is over, each time something else; a line for each answer
    local n=0
    until [[ -e $work/over ]]; do
        n=$((n + 1))
        curl -s -o "$work/answer-$1" -w '%{http_code}\n' -H 'Accept: text/csv' "$home/sparql" --data-urlencode \
            "query=PREFIX chy: <https://w3id.org/chancery/ontology#> SELECT (COUNT(?a) AS ?n) (\"$1-$n\" AS ?mark) { ?a a chy:Agreement }" \
            >>"$work/load-$1" || true
        grep -q ",$1-$n" "$work/answer-$1" || echo "another answer: $(head -c 300 "$work/answer-$1")" >>"$work/load-$1"
    done
}
for n in 1 2 3 4; do
    load "$n" &
    pids+=("$!")
done
answered() { cat "$work"/load-* 2>/dev/null | wc -l; }
more() { (($(answered) > $1)); }
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
touch "$work/over"
failed=$(cat "$work"/load-* | grep -vc '^200$' || true)
if [[ $failed != 0 ]]; then
    cat "$work"/load-* | grep -v '^200$' | sort | uniq -c | head
    fail "found $failed failed requests of $(answered), expected none"
fi
echo "replicas: $(answered) requests, none failed, while two replicas went from release $former to $new and one stopped"
