#!/usr/bin/env bash
# What it costs to hand out files and pages (docs/benchmarks.md); needs curl, nginx and python3.
#
#   src/bench/sh/publishing.sh download [MB] [ROUNDS]   a file of the dumps, against nginx with the same file (1024, 5)
#   src/bench/sh/publishing.sh pages [ROUNDS]           every kind of page and its data: p50 and p95 (20)
#
# Both servers listen on loopback, the rounds take turns, and each number is the median of its rounds.
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(mktemp -d)
pids=()
stop() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap stop EXIT

serve() { # serve [MB]: with a file of that size among the dumps; sets address and release
    "$home/chancery" build --releases "$work/releases" >"$work/build" 2>&1 || { cat "$work/build" >&2; exit 1; }
    release=$(cat "$work/releases/current")
    if [ -n "${1:-}" ]; then head -c "${1}M" /dev/urandom >"$work/releases/$release/dumps/big.nq"; fi
    "$home/chancery" serve --port 0 --no-build --releases "$work/releases" >"$work/serve" 2>&1 &
    pids+=($!)
    until grep -q '/dumps/' "$work/serve" || ! kill -0 "${pids[0]}" 2>/dev/null; do sleep 0.2; done
    address=$(sed -n 's/^ *home *//p' "$work/serve")
}

median() { sort -g | awk '{ all[NR] = $1 } END { print NR % 2 ? all[(NR + 1) / 2] : (all[NR / 2] + all[NR / 2 + 1]) / 2 }'; }

download() {
    local mb=${1:-1024} rounds=${2:-5} port round
    serve "$mb"
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    cat >"$work/nginx.conf" <<NGINX
worker_processes 1; pid $work/nginx.pid; error_log $work/nginx.log; daemon off;
user root;
events { worker_connections 64; }
http { access_log off; sendfile on; tcp_nopush on; default_type application/n-quads;
  server { listen 127.0.0.1:$port; root $work/releases/$release/dumps; } }
NGINX
    nginx -c "$work/nginx.conf" &
    pids+=($!)
    until curl -sfI "http://127.0.0.1:$port/SHA256SUMS" >/dev/null; do sleep 0.1; done
    # both once to warm up, and to see that they send the same
    for from in "${address}dumps/$release/big.nq" "http://127.0.0.1:$port/big.nq"; do
        curl -sf "$from" | sha256sum
    done | sort -u | awk 'END { if (NR != 1) { print "found two different files" > "/dev/stderr"; exit 1 } }'
    for round in $(seq "$rounds"); do
        curl -sf -o /dev/null -w 'chancery\t%{time_total}\n' "${address}dumps/$release/big.nq"
        curl -sf -o /dev/null -w 'nginx\t%{time_total}\n' "http://127.0.0.1:$port/big.nq"
    done | tee "$work/times"
    for who in chancery nginx; do grep "^$who" "$work/times" | cut -f2 | median >"$work/$who"; done
    awk -v mb="$mb" 'NR == FNR { ours = $1; next } { printf "%d MB: chancery %.3f s (%.0f MB/s), nginx %.3f s (%.0f MB/s), ratio %.2f\n", mb, ours, mb / ours, $1, mb / $1, ours / $1 }' \
        "$work/chancery" "$work/nginx"
}

pages() {
    local rounds=${1:-20} ending kind
    serve
    curl -sf "${address}sitemap/1.xml" | grep -o '<loc>[^<]*' | sed 's/<loc>//' | grep '/id/' | sed 's/\.html$//' >"$work/things"
    curl -sf "${address}dumps/chancery.ttl" >"$work/ttl"
    grep -o "^claim:[A-Za-z0-9]*" "$work/ttl" | sed -n 1,200p | sed "s#claim:#${address}id/claim/#" >>"$work/things"
    for ending in html ttl jsonld; do
        for kind in $(sed 's#.*/id/\([a-z]*\)/.*#\1#' "$work/things" | sort | uniq -c | sort -rn | awk '$1 > 1 { print $2 }' | sed -n 1,8p); do
            grep -m 100 "/id/$kind/" "$work/things" >"$work/urls"
            for _ in $(seq "$rounds"); do cat "$work/urls"; done |
                awk -v e="$ending" '{ print "url = \"" $0 "." e "\""; print "output = /dev/null" }' >"$work/config"
            # the first half is thrown away: what a server does when it has been running
            curl -sf -K "$work/config" -w '%{http_code}\t%{time_starttransfer}\t%{size_download}\n' >"$work/out"
            awk -v n="$(wc -l <"$work/out")" 'NR > n / 2 && $1 == 200 { print $2 * 1000 "\t" $3 }' "$work/out" | sort -g |
                awk -v k="$kind" -v e="$ending" '{ t[NR] = $1; s += $2 }
                    function at(share, i) { i = int(NR * share) + 1; return t[i] }
                    END { printf "%-14s %-7s n=%-6d p50 %6.2f ms  p95 %6.2f ms  mean %6.0f bytes\n", k, e, NR, at(.5), at(.95), s / NR }'
        done
    done
}

case "${1:-}" in
    download | pages) "$@" ;;
    *)
        sed -n '2,5p' "$0" | sed 's/^# \{0,1\}//' >&2
        exit 2
        ;;
esac
