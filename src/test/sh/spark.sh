#!/usr/bin/env bash
# Maps one table on one machine and inside Spark, in one process and on a standalone master with two
# workers of which one is killed in the midst of it: the sorted lines have to be the same bytes. So
# with two tables of which one refers to the other, and findings have to be those of chancery check; so
# with files of a pack, and lines have to be those of chancery map --pack.
# Everything listens on loopback only. SPARK_ROWS: how many rows (default 200,000).
set -euo pipefail
cd "$(dirname "$0")/../../.."
rows=${SPARK_ROWS:-200000}
work=$(mktemp -d)
pids=()
finish() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    wait 2>/dev/null || true
    rm -rf "$work"
}
trap finish EXIT
fail() {
    echo "$*" >&2
    tail -n 15 "$work"/*.log >&2 || true
    exit 1
}
. src/spark/sh/cluster.sh

# quoted line breaks, doubled quotes, a stray quote, a key that comes twice
awk -v rows="$rows" 'BEGIN { print "id,text,number"; srand(7)
  for (i = 1; i <= rows; i++) { r = int(rand() * 5)
    text = r == 0 ? "\"two\nlines, \"\"quoted\"\"\"" : r == 1 ? "\"\n\n\"" : r == 2 ? "ä" : "plain " i
    print (i == rows ? 17 : i) "," text "," (i % 1000 == 0 ? "no number" : i) } }' >"$work/t.csv"
cat >"$work/t.csv-metadata.json" <<'JSON'
{"@context": "http://www.w3.org/ns/csvw", "url": "t.csv",
 "tableSchema": {"aboutUrl": "http://example.org/{id}", "primaryKey": "id", "columns": [
   {"name": "id", "required": true}, {"name": "text"}, {"name": "number", "datatype": "integer"}]}}
JSON

# events refer to places by two columns, one of them a number that is written in several ways; places
# are in no output
awk 'BEGIN { print "kind,number,name"
  for (i = 1; i <= 500; i++) print (i % 2 ? "town" : "\"river, \"\"great\"\"\"") "," i ",name " i }' >"$work/places.csv"
events() { # events BROKEN : of every so many rows one refers to nothing
    awk -v rows="$((rows / 4))" -v broken="$1" 'BEGIN { print "id,kind,number"
      for (i = 1; i <= rows; i++) { n = (i * 7) % 500 + 1
        kind = n % 2 ? "town" : "\"river, \"\"great\"\"\""
        if (broken && i % broken == 0) kind = "no\tkind " i
        print i "," (i % 11 ? kind "," (i % 3 ? n : "+0" n) : ",") } }'
}
events 0 >"$work/good.csv"
events "$((rows / 40))" >"$work/broken.csv"
for name in good broken; do
    cat >"$work/$name.json" <<JSON
{"@context": "http://www.w3.org/ns/csvw", "tables": [
 {"url": "places.csv", "suppressOutput": true, "tableSchema": {"columns": [
   {"name": "kind", "titles": "kind"}, {"name": "number", "titles": "number", "datatype": "integer"}, {"name": "name", "titles": "name"}]}},
 {"url": "$name.csv", "tableSchema": {"aboutUrl": "http://example.org/{id}", "primaryKey": "id",
  "columns": [{"name": "id", "titles": "id"}, {"name": "kind", "titles": "kind"}, {"name": "number", "titles": "number", "datatype": "integer"}],
  "foreignKeys": [{"columnReference": ["kind", "number"],
   "reference": {"resource": "places.csv", "columnReference": ["kind", "number"]}}]}}]}
JSON
done

# files of a dataset as their pack describes them: the sample if it is there, and a made-up one
day=20180101000000.export.CSV
mkdir "$work/made-up"
python3 src/bench/py/gdelt.py "$((rows / 20))" "$work/made-up/$day"
datasets=(made-up)
if [ -f "../shared/datasets/gdelt/$day" ]; then
    datasets+=(sample)
    mkdir "$work/sample"
    cp "../shared/datasets/gdelt/$day" "$work/sample/$day"
else
    echo "sample: skipped, found no ../shared/datasets/gdelt/$day"
fi

map() { # map NAME MASTER [ARG…] : maps inside Spark, if nothing else is said the first table
    local name=$1 master=$2
    shift 2
    [ $# -gt 0 ] || set -- "$work/t.csv" --mode minimal
    spark_map -- "$@" --part-mb 1 -o "$work/$name" --master "$master" >"$work/$name.out" 2>"$work/$name.log"
}
exits() { # exits CODE NAME COMMAND… : runs it and looks at its exit code
    local expected=$1 name=$2 code=0
    shift 2
    "$@" || code=$?
    [ "$code" = "$expected" ] || fail "$name: found exit code $code, expected $expected"
}
logged() { # logged NAME COMMAND… : what it prints goes to a log
    local name=$1
    shift
    "$@" >"$work/$name.log" 2>&1
}
lines() { # lines NAME SORTED : the same lines as on one machine
    [ -f "$work/$1/_SUCCESS" ] || fail "$1: found no _SUCCESS"
    zcat "$work/$1"/part-* | LC_ALL=C sort | cmp - "$2" || fail "$1: other lines than chancery map"
}
told() { # told FILE : findings about keys, but those of Spark itself
    grep -E "\[(duplicate-key|dangling-reference|ambiguous-reference)\]|^  … |^… and" "$1" || true
}
same() { # same NAME : the same lines, and the key that comes twice was found
    lines "$1" "$work/one.sorted"
    diff <(grep -F "[duplicate-key]" "$work/$1.log") <(grep -F "[duplicate-key]" "$work/one.log") || fail "$1: the second key was not told as by chancery map"
    echo "$1: the same $(wc -l <"$work/one.sorted") lines; $(cat "$work/$1.out")"
}
two() { # two NAME MASTER : two tables, all references good, then some broken
    exits 0 "$1-good" map "$1-good" "$2" "$work/good.json" --mode minimal
    lines "$1-good" "$work/good.sorted"
    [ -z "$(told "$work/$1-good.log")" ] || fail "$1-good: found findings, expected none"
    exits 1 "$1-broken" map "$1-broken" "$2" "$work/broken.json" --mode minimal
    lines "$1-broken" "$work/broken.sorted"
    diff <(told "$work/$1-broken.log") <(told "$work/broken.check.log") || fail "$1-broken: other findings than chancery check"
    echo "$1: two tables, the same lines and the same $(told "$work/broken.check.log" | wc -l) lines of findings; $(cat "$work/$1-broken.out")"
}

packed() { # packed NAME MASTER : files of a pack, the same lines as chancery map --pack
    local dataset
    for dataset in "${datasets[@]}"; do
        exits 0 "$1-$dataset" map "$1-$dataset" "$2" "$work/$dataset/$day" "$work/$dataset/${day/0101/0102}" --pack gdelt --graph http://example.org/g
        lines "$1-$dataset" "$work/$dataset.sorted"
        echo "$1: $dataset, the same $(wc -l <"$work/$dataset.sorted") lines; $(cat "$work/$1-$dataset.out")"
    done
}

exits 1 "chancery map" logged one chancery map "$work/t.csv" --mode minimal -o "$work/one.nt"
LC_ALL=C sort "$work/one.nt" >"$work/one.sorted"
for name in good broken; do
    exits 0 "chancery map" logged "$name" chancery map "$work/$name.json" --mode minimal -o "$work/$name.nt"
    LC_ALL=C sort "$work/$name.nt" >"$work/$name.sorted"
done
exits 0 "chancery check" logged good.check chancery check "$work/good.json"
exits 1 "chancery check" logged broken.check chancery check "$work/broken.json"
[ -n "$(told "$work/broken.check.log")" ] || fail "chancery check: found no finding, expected some"

for dataset in "${datasets[@]}"; do
    # a second file of the same table, whose keys are its own
    head -n 100 "$work/$dataset/$day" >"$work/$dataset/${day/0101/0102}"
    exits 0 "chancery map --pack" logged "$dataset" chancery map --pack gdelt "$work/$dataset/$day" "$work/$dataset/${day/0101/0102}" \
        --graph http://example.org/g -o "$work/$dataset.nq"
    LC_ALL=C sort "$work/$dataset.nq" >"$work/$dataset.sorted"
done

exits 1 local map local 'local[2]'
same local
two local 'local[2]'
packed local 'local[2]'

two_workers || fail "found no cluster"
exits 1 cluster map cluster "$master"
same cluster
two cluster "$master"
packed cluster "$master"

# one worker and its executor die as soon as the first part is there
map killed "$master" &
mapping=$!
for _ in $(seq 600); do
    ls "$work/killed"/part-* >/dev/null 2>&1 && break
    kill -0 "$mapping" 2>/dev/null || break
    sleep 0.1
done
victim=${pids[1]}
executors=$(ps -o pid= --ppid "$victim" || true)
kill -9 "$victim" $executors
exits 1 killed wait "$mapping"
same killed
