#!/usr/bin/env bash
# A server before a Virtuoso that was loaded as docs/running.md says, held against one that reads the release's own
# database; then the Virtuoso goes and comes back, and endpoints that will not do are refused.
set -euo pipefail
cd "$(dirname "$0")/../../.."
. src/test/sh/behind-haproxy.sh
. src/bench/sh/virtuoso.sh

graph=https://example.org/default

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

virtuoso() { # virtuoso [ROWS] : starts it, with its data of before
    virtuoso_settings "$work/virtuoso" "$sql" "$http" 40000 "$work" "$@"
    virtuoso-t +foreground +configfile "$work/virtuoso/virtuoso.ini" >"$work/virtuoso/out" 2>&1 &
    store=$!
    pids+=("$store")
    waits "Virtuoso" curl -sf -o /dev/null -G "$endpoint" --data-urlencode 'query=ASK {}'
}

stop_virtuoso() {
    kill "$store"
    wait "$store" || true
}

start() { # start NAME [OPTION…] : a server
    local name=$1
    shift
    ./chancery serve --no-build --releases "$work/made" --port 0 --admin-port 0 "$@" >"$work/$name.out" 2>"$work/$name.err" &
    pids+=("$!")
    waits "server $name" grep -q 'operators' "$work/$name.out"
}

address() { told "$1" home | sed 's/\/$//'; }

ready() { # ready STATUS [REASON] : whether the server before says so
    local found
    found=$(curl -s -w ' %{http_code}' "$(told before operators)")
    [[ $found == *" $1" && $found == *"${2:-}"* ]]
}

refuses() { # refuses MESSAGE OPTION… : a start that has to end with exit code 3
    local message=$1 code=0
    shift
    timeout 60 ./chancery serve --releases "$work/made" --port 0 "$@" >"$work/refused.out" 2>&1 || code=$?
    ((code == 3)) || fail "serve $*: found exit code $code, expected 3"
    grep -qF "$message" "$work/refused.out" || fail "serve $*: found \"$(cat "$work/refused.out")\", expected \"$message\""
}

sql=$(free_port)
http=$(free_port)
endpoint=http://127.0.0.1:$http/sparql
release=$(build "$work/made")
start own

refuses "endpoint $endpoint: found nobody there" --endpoint "$endpoint"
virtuoso
dumps=$work/made/$release/dumps
cp "$dumps/chancery.ttl" "$work/"
# its first lines are comments, which Virtuoso does not read
grep -v '^#' "$dumps/chancery.nq" >"$work/chancery.nq"
virtuoso_load "$sql" "$work" chancery.ttl "$graph"
virtuoso_load "$sql" "$work" chancery.nq "$graph/unused"
refuses "found no release in its default graph <$graph/other>, expected release $release" \
    --endpoint "$endpoint" --endpoint-default-graph "$graph/other"
refuses "found what only <https://w3id.org/chancery/graph/rows> holds in its default graph too" --endpoint "$endpoint"
refuses "expected 200" --endpoint "http://127.0.0.1:$http/no-such-path" --endpoint-default-graph "$graph"
python3 -u - >"$work/page" 2>"$work/page.err" <<'PY' &
import http.server

class Page(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<html>")

server = http.server.HTTPServer(("127.0.0.1", 0), Page)
print(server.server_port)
server.serve_forever()
PY
pids+=("$!")
waits "page" grep -q . "$work/page"
refuses "found an answer of type \"text/html\", expected SPARQL results in JSON" \
    --endpoint "http://127.0.0.1:$(cat "$work/page")/"

start before --endpoint "$endpoint" --endpoint-default-graph "$graph"
/usr/bin/python3 src/test/py/before_store.py same "$(address own)" "$(address before)" || fail "found other answers"
ready 200 || fail "found it not ready"

stop_virtuoso
/usr/bin/python3 src/test/py/before_store.py refused "$(address before)" || fail "found no word of a store that is gone"
ready 503 "found nobody there" || fail "found it ready without a store"
virtuoso 1000
ready 200 || fail "found it not ready when the store was back"
/usr/bin/python3 src/test/py/before_store.py cut "$(address before)" || fail "found no word of rows left out"
[[ $(curl -s -o /dev/null -w '%{http_code}' -H 'Accept: text/html' "$(address before)/id/state/georgia.html") == 200 ]] ||
    fail "found no page when the store was back"
stop_virtuoso
echo "before Virtuoso: a server before it says what one with the release's own database says"
