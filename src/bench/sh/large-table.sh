#!/bin/bash
# One large table into a release, from a file to something that can be asked, and what that costs (docs/scale.md).
#
#   src/bench/sh/large-table.sh ROWS [SAMPLE]   builds a release of a made up GDELT file of so many rows
#   src/bench/sh/large-table.sh ask             asks the one that was built last: the pack's queries, some pages
#
# SAMPLE is an export file of GDELT; its rows are used again and again, otherwise rows are made up. BENCH_EVIDENCE=no
# leaves out what leads from a row's subject to the row. BENCH_HEAP (4g), BENCH_DATA: the folder in which a folder large-table is made anew.
# Prints a row of a table: rows, triples, wall and processor seconds, peak memory, bytes of database and dumps a row.
set -euo pipefail
home=$(cd "$(dirname "$0")/../../.." && pwd)
data=${BENCH_DATA:-$home/target}/large-table
heap=${BENCH_HEAP:-4g}
java=$(ls -d /usr/lib/jvm/*2[1-9]*/bin/java | sort -V | tail -1)
cd "$home"

chancery=("$java" "-Xmx$heap" -cp 'target/chancery-0.1.0.jar:target/lib/*' chancery.cli.Main)
size() { du -sB1 "$1" | cut -f 1; }

make() { # make ROWS [SAMPLE]
    local rows=$1
    rm -rf "$data"
    mkdir -p "$data"
    python3 src/bench/py/gdelt.py "$rows" "$data/20180101000000.export.CSV" ${2:+"$2"}
    cp -r seeds "$data/seeds"
    if [ "${BENCH_EVIDENCE:-yes}" = no ]; then
        python3 - "$data/seeds/packs/gdelt/csvw-metadata.json" <<'PY'
import json, sys
path = sys.argv[1]
with open(path) as file:
    group = json.load(file)
columns = group["tables"][0]["tableSchema"]["columns"]
columns[:] = [column for column in columns if column["name"] not in ("row", "row_source")]
with open(path, "w") as file:
    json.dump(group, file)
PY
    fi
    /usr/bin/time -f '%e %U %S %M' -o "$data/time" "${chancery[@]}" pack add gdelt "$data/20180101000000.export.CSV" --seeds "$data/seeds" \
        --releases "$data/releases" --packs "$data/packs" >"$data/out" 2>"$data/err" || {
        tail "$data/err" >&2
        exit 1
    }
    local release triples wall user system peak
    release=$data/releases/$(cat "$data/releases/current")
    triples=$(sed -n 's/^\([0-9,]*\) triples.*/\1/p; s/.*: \([0-9,]*\) triples.*/\1/p' "$data/out" "$data/err" | tail -1 | tr -d ,)
    read -r wall user system peak <"$data/time"
    echo "| rows | triples | wall s | processor s | peak MB | database bytes a row | dumps bytes a row | rows a second |"
    echo "|---|---|---|---|---|---|---|---|"
    awk -v rows="$rows" -v triples="$triples" -v wall="$wall" -v user="$user" -v system_="$system" -v peak="$peak" \
        -v db="$(size "$release/tdb2")" -v dumps="$(size "$release/dumps")" 'BEGIN {
        printf "| %d | %d | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |\n", rows, triples, wall, user + system_, peak / 1024,
            db / rows, dumps / rows, rows / wall }'
}

ask() {
    local home_page start query page
    "${chancery[@]}" serve --releases "$data/releases" --packs "$data/packs" --seeds "$data/seeds" --no-build --port 0 \
        --admin-port 0 >"$data/serve.out" 2>"$data/serve.err" &
    pid=$!
    # not local: the trap runs when this function is over
    trap 'kill $pid; wait' EXIT
    start=$(date +%s%N)
    until grep -q '^ *dumps ' "$data/serve.out"; do
        kill -0 $pid || { cat "$data/serve.err" >&2; exit 1; }
        sleep 0.1
    done
    echo "serves after $((($(date +%s%N) - start) / 1000000)) ms"
    home_page=$(sed -n 's/^ *home *//p' "$data/serve.out")
    echo "| asked | first ms | later ms |"
    echo "|---|---|---|"
    for query in seeds/packs/gdelt/queries/*.rq; do
        timed "${query##*/}" "${home_page}sparql" --data-urlencode "query@$query" -H 'Accept: text/csv'
    done
    for page in '' id/state/azerbaijan id/state/russia between/azerbaijan/russia browse class/Event 'search?q=baku' \
        id/event/gdelt-700000001; do
        timed "/$page" "$home_page$page" -L -H 'Accept: text/html'
    done
}

timed() { # timed NAME CURL… : once, then the middle of five more times
    local name=$1 first later
    shift
    first=$(curl -s -m 120 -o "$data/answer" -w '%{time_total} %{http_code}' "$@" || true)
    later=$(for _ in 1 2 3 4 5; do curl -s -m 120 -o "$data/answer" -w '%{time_total}\n' "$@" || true; done | sort -n | sed -n 3p)
    awk -v name="$name" -v first="${first% *}" -v code="${first#* }" -v later="$later" 'BEGIN {
        printf "| %s%s | %.0f | %.0f |\n", name, code == 200 ? "" : " (" code ")", first * 1000, later * 1000 }'
}

case ${1:-} in
    ask) ask ;;
    [1-9]*) make "$@" ;;
    *)
        sed -n '4,5p' "$0" | sed 's/^# \{0,1\}//' >&2
        exit 2
        ;;
esac
