# What the scripts with two replicas behind HAProxy share; to be sourced in the project's folder.
# src/main/packaging/haproxy has the configuration that is run.
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
    echo "${0##*/}: $*"
    exit 1
}

# waits WHAT COMMAND… : until the command succeeds, for three minutes at most
waits() {
    local what=$1 end=$((SECONDS + 180))
    shift
    until "$@"; do
        ((SECONDS < end)) || fail "$what: found no such thing after three minutes"
        sleep 0.1
    done
}

told() { # told NAME WHAT : what a replica says of itself
    sed -n "s/^ *$2 *//p" "$work/$1.out"
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

balance() { # HAProxy before the replicas a and b; its address comes into $home
    local public
    public=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    sed -e "s/127.0.0.1:8080/127.0.0.1:$public/" \
        -e "s/127.0.0.1:3030 port 3031/127.0.0.1:$(told a home | port) port $(told a operators | port)/" \
        -e "s/127.0.0.1:3040 port 3041/127.0.0.1:$(told b home | port) port $(told b operators | port)/" \
        src/main/packaging/haproxy/haproxy.cfg >"$work/haproxy.cfg"
    haproxy -c -q -f "$work/haproxy.cfg"
    haproxy -db -f "$work/haproxy.cfg" 2>"$work/haproxy.err" &
    pids+=("$!")
    home=http://127.0.0.1:$public
    waits "HAProxy" answers
}

answers() { curl -sf -o /dev/null "$home/\$/ping"; }

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

load_begins() { # four clients at once
    local n
    for n in 1 2 3 4; do
        load "$n" &
        pids+=("$!")
    done
}

answered() { cat "$work"/load-* 2>/dev/null | wc -l; }
more() { (($(answered) > $1)); }

load_ends() { # and tells if a request failed
    local failed
    touch "$work/over"
    failed=$(cat "$work"/load-* | grep -vc '^200$' || true)
    if [[ $failed != 0 ]]; then
        cat "$work"/load-* | grep -v '^200$' | sort | uniq -c | head
        fail "found $failed failed requests of $(answered), expected none"
    fi
}
