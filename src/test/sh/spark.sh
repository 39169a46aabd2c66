#!/usr/bin/env bash
# Maps one table on one machine and inside Spark, in one process and on a standalone master with two
# workers of which one is killed in the midst of it: the sorted lines have to be the same bytes. So
# with two tables of which one refers to the other, and findings have to be those of chancery check; so
# with files of a pack, and lines have to be those of chancery map --pack; and with tables that cannot be
# cut, are packed, have comments before their rows, or names with a space. What cannot be mapped is refused:
# half a packed file, machines that see other metadata, machines that write to disks of their own.
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
seeds=$PWD/seeds
datasets=(made-up)
if [ -f "../shared/datasets/gdelt/$day" ]; then
    datasets+=(sample)
    mkdir "$work/sample"
    cp "../shared/datasets/gdelt/$day" "$work/sample/$day"
else
    echo "sample: skipped, found no ../shared/datasets/gdelt/$day"
fi

# tables that are read otherwise, in standard mode: by characters, behind skipped rows, unpacked; a long one whose
# header does not fit
tables="$work/my tables"
mkdir "$tables"
printf 'f\xfcr 2020\nid,text\n1,\xe4\n2,\xdf\n' >"$tables/latin.csv"
printf '# made 2020\nid,text\n# in haste\n1,a\n# and left so\n2,b\n' >"$tables/my comments.csv"
printf 'id,text\n1,packed\n' | gzip >"$tables/packed.csv.gz"
awk 'BEGIN { print "id,text,more"; for (i = 1; i <= 30000; i++) printf "%d,%0120d,%d\n", i, i, i }' >"$tables/long.csv"
columns='"tableSchema": {"aboutUrl": "http://example.org/{id}", "columns": [{"name": "id", "titles": "id"}, {"name": "text", "titles": "text"}]}'
cat >"$tables/tables.jsonld" <<JSON
{"@context": "http://www.w3.org/ns/csvw", "tables": [
 {"url": "latin.csv", "dialect": {"encoding": "iso-8859-1", "skipRows": 1}, $columns},
 {"url": "my%20comments.csv", "dialect": {"commentPrefix": "#"}, $columns},
 {"url": "packed.csv", $columns},
 {"url": "long.csv", $columns}]}
JSON
cp "$tables/packed.csv.gz" "$tables/known.csv.gz"
echo "{\"@context\": \"http://www.w3.org/ns/csvw\", \"url\": \"known.csv\", $columns}" >"$tables/known.csv-metadata.json"

# what cannot be read: half a packed file, and a table in no output that others refer to
gzip -c "$work/good.csv" >"$tables/half.csv.gz"
truncate -s 5000 "$tables/half.csv.gz"
printf 'id,text\n1,a\n2,"never closed\n' >"$tables/open.csv"
cat >"$tables/unreadable.json" <<JSON
{"@context": "http://www.w3.org/ns/csvw", "tables": [
 {"url": "half.csv", $columns},
 {"url": "open.csv", "suppressOutput": true, $columns},
 {"url": "packed.csv", "tableSchema": {"columns": [{"name": "id"}, {"name": "text"}],
  "foreignKeys": [{"columnReference": "id", "reference": {"resource": "open.csv", "columnReference": "id"}}]}}]}
JSON

settings=()
map() { # map NAME MASTER [ARG…] : maps inside Spark, if nothing else is said the first table; on a cluster into a relative folder
    local name=$1 master=$2 output=$work/$1
    shift 2
    [ $# -gt 0 ] || set -- "$work/t.csv" --mode minimal
    [[ $master == local* ]] || output=$name
    (cd "$work" && spark_map ${settings[@]+"${settings[@]}"} -- "$@" --part-mb 1 -o "$output" --master "$master") >"$work/$name.out" 2>"$work/$name.log"
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
    grep -qF "[duplicate-key]" "$work/one.log" || fail "chancery map: found no second key, expected one"
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
        exits 0 "$1-$dataset" map "$1-$dataset" "$2" "$work/$dataset/$day" "$work/$dataset/${day/0101/0102}" --pack gdelt --seeds "$seeds" --graph http://example.org/g
        lines "$1-$dataset" "$work/$dataset.sorted"
        echo "$1: $dataset, the same $(wc -l <"$work/$dataset.sorted") lines; $(cat "$work/$1-$dataset.out")"
    done
}

refused() { # refused NAME WORDS : a line has them, and the output is not said to be whole
    grep -qE "$2" "$work/$1.log" || fail "$1: found no line with $2"
    [ ! -e "$work/$1/_SUCCESS" ] || fail "$1: found _SUCCESS, expected none"
    echo "$1: refused"
}
wrong_use() { # wrong_use ARG… : tells an option that cannot be meant
    exits 2 "$*" logged wrong spark_map -- "$work/t.csv" -o "$work/wrong" "$@"
    grep -qF -- "$1: found \"$2\"" "$work/wrong.log" || fail "$*: found no line about it"
}

wrong_use --graph here
wrong_use --url http://example.org/data
wrong_use -o out:here

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

# what is published on a server is not asked for there
python3 -u -m http.server 0 --bind 127.0.0.1 --directory "$tables" >"$work/web.log" 2>&1 &
pids+=($!)
for _ in $(seq 300); do
    port=$(grep -ao 'port [0-9]*' "$work/web.log" | head -1) && break
    sleep 0.1
done
published() { # published NAME : the options for one of the tables
    [ "$1" != known.csv.gz ] || echo "--url http://127.0.0.1:${port#port }/data/"
}
for name in tables.jsonld known.csv.gz; do
    exits 0 "chancery map" logged "one-$name" chancery map "$tables/$name" $(published "$name") -o "$work/$name.nt"
    LC_ALL=C sort "$work/$name.nt" >"$work/$name.sorted"
done
grep -qF "made 2020" "$work/tables.jsonld.sorted" || fail "chancery map: found no comment, expected some"
grep -qF "[header-mismatch]" "$work/one-tables.jsonld.log" || fail "chancery map: found no header that does not fit, expected one"

settings=(-Duser.language=de -Duser.country=DE)
exits 1 local map local 'local[2]'
settings=()
same local
grep -qE "; [0-9]+\.[0-9] s to cut" "$work/local.out" || fail "local: found no seconds with a point"
for name in tables.jsonld known.csv.gz; do
    exits 0 "local-$name" map "local-$name" 'local[2]' "$tables/$name" $(published "$name")
    lines "local-$name" "$work/$name.sorted"
    diff <(grep -F "[header-mismatch]" "$work/local-$name.log") <(grep -F "[header-mismatch]" "$work/one-$name.log") ||
        fail "local-$name: other findings than chancery map"
    echo "local: $name, the same $(wc -l <"$work/$name.sorted") lines; $(cat "$work/local-$name.out")"
done
! grep -a GET "$work/web.log" || fail "local: found requests, expected none"
exits 3 unreadable map unreadable 'local[2]' "$tables/unreadable.json"
refused unreadable 'half\.csv\.gz: .*\[malformed-table\]$'
refused unreadable 'open\.csv:3: .*\[malformed-table\]$'
two local 'local[2]'
packed local 'local[2]'

two_workers || fail "found no cluster"
exits 1 cluster map cluster "$master"
same cluster
two cluster "$master"
packed cluster "$master"

# executors that get the table but not its metadata, and executors that write to a folder of their own
mkdir "$work/alone"
cp "$work/good.csv" "$work/alone/t.csv"
cp "$work/t.csv-metadata.json" "$work/alone"
alone() { # alone NAME [-Dspark.…] ARG… : the driver works in a folder that no other machine sees
    local name=$1
    shift
    (cd "$work/alone" && spark_map "$@" --mode minimal --master "$master") >"$work/$name.out" 2>"$work/$name.log"
}
exits 3 metadata alone metadata -Dspark.files="$work/alone/t.csv" -- /proc/self/cwd/t.csv -o "$work/metadata"
refused metadata "^found no way to go on \(.*found other metadata than the driver has"
exits 3 disks alone disks -- "$work/good.json" -o /proc/self/cwd/disks
refused disks "found 0 of 1 parts"
[ ! -e "$work/alone/disks/_SUCCESS" ] || fail "disks: found _SUCCESS, expected none"

# one worker and its executor die as soon as the first part is there
map killed "$master" &
mapping=$!
for _ in $(seq 600); do
    ls "$work/killed"/part-* >/dev/null 2>&1 && break
    kill -0 "$mapping" 2>/dev/null || break
    sleep 0.1
done
ls "$work/killed"/part-* >/dev/null 2>&1 && kill -0 "$mapping" || fail "killed: found no mapping under way"
victim=${pids[-2]}
executors=$(ps -o pid= --ppid "$victim" || true)
kill -9 "$victim" $executors
exits 1 killed wait "$mapping"
same killed
