#!/usr/bin/env bash
# Lets OpenRefine (Debian's, without its browser) reconcile forty names in three scripts, with slips, against a server
# on the seeds: at least 36 come first, none is matched wrongly.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
server=""
refine=""
stop() {
    for pid in $refine $server; do
        kill "$pid" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap stop EXIT

free_port() {
    /usr/bin/python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

./chancery build --releases "$work/releases" >"$work/build" 2>&1
./chancery serve --no-build --port 0 --releases "$work/releases" >"$work/serve" 2>&1 &
server=$!
port=$(free_port)
mkdir "$work/data"
(
    cd /usr/share/openrefine
    exec ./refine -p "$port" -i 127.0.0.1 -d "$work/data" -m 512M -x refine.headless=true
) >"$work/refine" 2>&1 &
refine=$!
until grep -q '^ *home' "$work/serve" || ! kill -0 "$server" 2>/dev/null; do sleep 0.2; done
home=$(sed -n 's/^ *home *//p' "$work/serve")
until curl -sf "http://127.0.0.1:$port/command/core/get-version" >/dev/null || ! kill -0 "$refine" 2>/dev/null; do sleep 0.3; done

if ! /usr/bin/python3 src/test/py/openrefine.py "http://127.0.0.1:$port" "${home}reconcile" src/test/resources/reconcile/names.csv; then
    tail -n 30 "$work/refine"
    exit 1
fi
