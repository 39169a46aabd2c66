#!/usr/bin/env bash
# Maps one table on one machine and inside Spark, in one process and on a standalone master with two
# workers of which one is killed in the midst of it: the sorted lines have to be the same bytes.
# Everything listens on loopback only. SPARK_ROWS: how many rows (default 200,000).
set -euo pipefail
cd "$(dirname "$0")/../../.."
rows=${SPARK_ROWS:-200000}
[ -f target/chancery-0.1.0.jar ] && [ -f target/spark/chancery-spark-0.1.0.jar ] ||
    mvn -B -ntp -q -P spark package -DskipTests -Dspotless.check.skip=true
java=$(ls -d /usr/lib/jvm/*2[1-9]*/bin/java | sort -V | tail -1)
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
opens=()
for package in java.lang java.lang.invoke java.io java.net java.nio java.util java.util.concurrent sun.nio.ch; do
    opens+=("--add-opens=java.base/$package=ALL-UNNAMED")
done
export SPARK_LOCAL_IP=127.0.0.1 SPARK_HOME=$PWD/target/spark/home JAVA_HOME=${java%/bin/java} SPARK_SCALA_VERSION=2.13
export SPARK_LOCAL_DIRS=$work/scratch
ours="$PWD/target/spark/chancery-spark-0.1.0.jar:$PWD/target/chancery-0.1.0.jar:$PWD/target/lib/*"
spark="$SPARK_HOME/jars/*"

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

map() { # map NAME MASTER : maps inside Spark
    "$java" "${opens[@]}" -Xmx1g -cp "$ours:$spark" -Dspark.executor.extraClassPath="$ours" \
        -Dspark.executor.memory=1g -Dspark.ui.enabled=false -Dspark.shuffle.service.enabled=false -Dspark.driver.host=127.0.0.1 \
        -Dspark.executor.extraJavaOptions="${opens[*]}" \
        chancery.spark.SparkMap "$work/t.csv" --mode minimal --part-mb 1 -o "$work/$1" --master "$2" \
        >"$work/$1.out" 2>"$work/$1.log"
}
same() { # same NAME : the same lines, and the key that comes twice was found
    [ -f "$work/$1/_SUCCESS" ] || fail "$1: found no _SUCCESS"
    zcat "$work/$1"/part-* | LC_ALL=C sort | cmp - "$work/one.sorted" || fail "$1: other lines than chancery map"
    grep -q "found the primary key of line .* again" "$work/$1.log" || fail "$1: the second key was not found"
    echo "$1: the same $(wc -l <"$work/one.sorted") lines; $(cat "$work/$1.out")"
}

code=0
"$java" -cp "target/chancery-0.1.0.jar:target/lib/*" chancery.cli.Main map "$work/t.csv" --mode minimal \
    -o "$work/one.nt" 2>"$work/one.log" || code=$?
[ "$code" = 1 ] || fail "chancery map: found exit code $code, expected 1 for the findings"
LC_ALL=C sort "$work/one.nt" >"$work/one.sorted"

code=0
map local 'local[2]' || code=$?
[ "$code" = 1 ] || fail "local: found exit code $code, expected 1"
same local

"$java" "${opens[@]}" -cp "$spark" org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0 \
    >"$work/master.log" 2>&1 &
pids+=($!)
for _ in $(seq 300); do
    master=$(grep -ao 'spark://127.0.0.1:[0-9]*' "$work/master.log" | head -1) && break
    sleep 0.2
done
[ -n "${master:-}" ] || fail "found no master"
for worker in 1 2; do
    "$java" "${opens[@]}" -cp "$spark" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --port 0 --webui-port 0 \
        --cores 1 --memory 1g --work-dir "$work/worker$worker" "$master" >"$work/worker$worker.log" 2>&1 &
    pids+=($!)
done
for worker in 1 2; do
    for _ in $(seq 300); do
        grep -aq "Successfully registered with master" "$work/worker$worker.log" && break
        sleep 0.2
    done
done
code=0
map cluster "$master" || code=$?
[ "$code" = 1 ] || fail "cluster: found exit code $code, expected 1"
same cluster

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
code=0
wait "$mapping" || code=$?
[ "$code" = 1 ] || fail "killed: found exit code $code, expected 1"
same killed
