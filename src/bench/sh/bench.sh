#!/bin/bash
# The benchmark of `chancery map` and of what else maps a table to triples (docs/benchmarks.md).
#
#   mvn -q -P bench -Dmaven.test.skip package       builds it, once
#   src/bench/sh/bench.sh verify [ROWS]             whether all tools write the same triples (10000)
#   src/bench/sh/bench.sh run [-s "SIZES"] [-r ROUNDS] [-t "TOOLS"]
#   src/bench/sh/bench.sh report                    the table of the last run again
#   src/bench/sh/bench.sh sink [ROWS] [stdin|fifo]  a stream of rows through the command into a counter (100000000)
#   src/bench/sh/bench.sh load [ROWS] [ROUNDS]      ready triples with Jena's own loader and the table with map --store, ten counts (1000000)
#   src/bench/sh/bench.sh counts STORE STORE…       ten counts on each store, and whether the stores agree
#
# Every run is a process of its own, with its start in the time. BENCH_DATA is where tables and outputs lie,
# BENCH_CHANCERY another launcher than that of this folder, BENCH_HEAP_chancery, BENCH_HEAP_carml … (dashes as
# underscores) are the heaps, if not those below.
set -euo pipefail

home=$(cd "$(dirname "$0")/../../.." && pwd)
built=$home/target/bench
data=${BENCH_DATA:-$home/target/bench-data}
runs=$data/runs.tsv
chancery=${BENCH_CHANCERY:-$home/chancery}

all_tools="chancery chancery-1 chancery-no-keys template-rows template carml rmlmapper bytes-fastcsv bytes-commons parse-fastcsv parse-commons write"

usage() {
    sed -n '4,13p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
}

# The first JDK of 21 or newer: JAVA_HOME, the one on the PATH, then the usual places, as the launcher does.
find_java() {
    local jdk version
    for jdk in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v java || echo /x/x/x)")")")" \
        /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        if [ -n "$jdk" ] && [ -x "$jdk/bin/java" ] && [ -f "$jdk/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
            if [ "${version:-0}" -ge 21 ]; then
                echo "$jdk/bin/java"
                return
            fi
        fi
    done
    echo "bench: found no JDK of 21 or newer" >&2
    exit 3
}

class_path() {
    echo "$built/$1/target/classes:$built/$1/target/lib/*"
}

heap() {
    local name=BENCH_HEAP_${1//-/_}
    echo "${!name:-$2}"
}

# Puts the command of tool $1 over the table in folder $2 into `command`; its output goes to $3.
command_of() {
    local harness=("$java" "-Xmx$(heap "$1" 512m)" -cp "$(class_path harness)" chancery.bench.Floor)
    local map=(env "CHANCERY_HEAP=$(heap "$1" 384m)" "$chancery" map "$2/events.csv-metadata.json" --mode minimal)
    case $1 in
        chancery) command=("${map[@]}" --threads 2 -o "$3") ;;
        chancery-1) command=("${map[@]}" --threads 1 -o "$3") ;;
        chancery-no-keys) command=("${map[@]}" --threads 2 --no-keys -o "$3") ;;
        template-rows)
            command=(env -C "$2" "$java" "-Xmx$(heap "$1" 1g)" -cp "$(class_path mapping-template)"
                chancery.bench.RunTemplate events.rows.vm "$2/events.csv" "$3")
            ;;
        template)
            command=(env -C "$2" "$java" "-Xmx$(heap "$1" 16g)" -cp "$(class_path mapping-template)"
                com.cefriel.template.Main -t events.frame.vm -i "$2/events.csv" -if csv -o "$3")
            ;;
        carml)
            command=("$java" "-Xmx$(heap "$1" 2g)" -cp "$(class_path carml)"
                chancery.bench.RunCarml "$2/events.rml.ttl" "$2" "$3")
            ;;
        rmlmapper)
            command=("$java" "-Xmx$(heap "$1" 16g)" -cp "$(class_path rmlmapper)"
                chancery.bench.RunRmlMapper "$2/events.rml.ttl" "$2" "$3")
            ;;
        parse-*) command=("${harness[@]}" "$1" "$2/events.csv") ;;
        bytes-*) command=("${harness[@]}" "$1" "$2/events.csv" "$3") ;;
        write) command=("${harness[@]}" write "$2/expected.nt" "$3") ;;
        *)
            echo "bench: found tool \"$1\", expected some of: $all_tools" >&2
            exit 2
            ;;
    esac
}

# Makes the table of $1 rows with all mappings in its folder, and prints the folder.
table_of() {
    local folder=$data/$1
    mkdir -p "$folder"
    cp "$home"/src/bench/mappings/* "$folder"
    if [ ! -f "$folder/events.csv" ]; then
        "$java" -Xmx256m -cp "$(class_path harness)" chancery.bench.Generate "$1" "$folder/events.csv.new"
        mv "$folder/events.csv.new" "$folder/events.csv"
    fi
    echo "$folder"
}

# The triples that the floor writes, which `verify` compares with; for the floor `write` and the loader.
expected_of() {
    if [ ! -f "$1/expected.nt" ]; then
        command_of bytes-fastcsv "$1" "$1/expected.nt.new"
        "${command[@]}"
        mv "$1/expected.nt.new" "$1/expected.nt"
    fi
}

# The first line that a failed run wrote to its errors, without what would break a table.
reason() {
    { grep -vE '^\s+at |^\s*$|^SLF4J|^Building' "$1" || echo "no reason given"; } |
        head -n 1 | tr '\t|' '  ' | cut -c 1-120
}

# Runs tool $1 over the table of $2 rows, round $3, and appends a line to the runs.
run_tool() {
    local folder=$data/$2 out=$data/$2/out.nt figures=$data/figures log=$data/$2/$1.log triples=0 failure=""
    command_of "$1" "$folder" "$out"
    rm -f "$out"
    sync
    cat "$folder/events.csv" >"$data/warm" && rm -f "$data/warm"
    if ! /usr/bin/time -q -o "$figures" -f '%e\t%U\t%S\t%M' "${command[@]}" >"$log" 2>&1; then
        failure=$(reason "$log")
        printf '0\t0\t0\t0\n' >"$figures"
    elif [ -f "$out" ] && [ "$1" != write ]; then
        triples=$(wc -l <"$out")
    fi
    printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$2" "$1" "$3" "$(tail -n 1 "$figures")" "$triples" "$failure" | tee -a "$runs" >&2
    rm -f "$out"
}

run() {
    local sizes="100000 1000000" rounds=3 tools=$all_tools option size round tool list
    while getopts s:r:t: option; do
        case $option in
            s) sizes=$OPTARG ;;
            r) rounds=$OPTARG ;;
            t) tools=$OPTARG ;;
            *) usage ;;
        esac
    done
    mkdir -p "$data"
    : >"$runs"
    for size in $sizes; do
        table_of "$size" >/dev/null
        expected_of "$data/$size"
        for round in $(seq "$rounds"); do
            list=$tools
            # every other round backwards, so that no tool always comes after the same one
            if [ $((round % 2)) = 0 ]; then list=$(tr ' ' '\n' <<<"$tools" | tac | tr '\n' ' '); fi
            for tool in $list; do
                # what failed once is not tried again
                if ! awk -F'\t' -v s="$size" -v t="$tool" '$1 == s && $2 == t && $9 != "" { f = 1 } END { exit !f }' "$runs"; then
                    run_tool "$tool" "$size" "$round"
                fi
            done
        done
    done
    report
}

report() {
    "$java" -cp "$(class_path harness)" chancery.bench.Report "$runs"
}

verify() {
    local rows=${1:-10000} folder tool files=()
    folder=$(table_of "$rows")
    rm -f "$folder/expected.nt"
    expected_of "$folder"
    for tool in chancery chancery-1 chancery-no-keys template-rows template carml rmlmapper bytes-commons; do
        command_of "$tool" "$folder" "$folder/$tool.nt"
        if "${command[@]}" >"$folder/$tool.log" 2>&1; then
            files+=("$folder/$tool.nt")
        else
            echo "$tool failed: $(reason "$folder/$tool.log")"
        fi
    done
    "$java" -Xmx4g -cp "$(class_path harness)" chancery.bench.SameTriples "$folder/expected.nt" "${files[@]}"
}

# Nothing of the table is ever on disk: the rows come through a pipe, the triples go into a counter.
sink() {
    local rows=${1:-100000000} through=${2:-stdin} folder=$data/sink map
    local generate=("$java" -Xmx128m -cp "$(class_path harness)" chancery.bench.Generate "$rows")
    rm -rf "$folder"
    mkdir -p "$folder"
    cp "$home/src/bench/mappings/events.csv-metadata.json" "$folder"
    map=(/usr/bin/time -f 'wall %e s, user %U s, system %S s, peak %M KB' env "CHANCERY_HEAP=$(heap chancery 384m)"
        "$chancery" map --mode minimal --threads 2)
    case $through in
        fifo)
            mkfifo "$folder/events.csv"
            "${generate[@]}" >"$folder/events.csv" &
            # if nobody reads the pipe, its writer waits for ever
            trap 'kill $! 2>/dev/null || true' EXIT
            "${map[@]}" "$folder/events.csv-metadata.json" | wc -lc
            ;;
        stdin) "${generate[@]}" | "${map[@]}" - "$folder/events.csv-metadata.json" | wc -lc ;;
        *) usage ;;
    esac
}

load() {
    local rows=${1:-1000000} rounds=${2:-1} folder round store
    folder=$(table_of "$rows")
    expected_of "$folder"
    for round in $(seq "$rounds"); do
        for store in parallel chancery; do
            rm -rf "$folder/store-$store"
            sync
            if [ "$store" = parallel ]; then
                command=("$java" "-Xmx$(heap load 4g)" -cp "$(class_path harness)" chancery.bench.LoadTriples
                    parallel "$folder/store-parallel" "$folder/expected.nt")
            else
                command=(env "CHANCERY_HEAP=$(heap load 4g)" "$chancery" map "$folder/events.csv-metadata.json"
                    --mode minimal --store "$folder/store-chancery")
            fi
            /usr/bin/time -f "round $round, $store: wall %e s, user %U s, system %S s, peak %M KB" "${command[@]}"
        done
    done
    du -sh "$folder/store-parallel" "$folder/store-chancery"
    counts "$folder/store-parallel" "$folder/store-chancery"
}

counts() {
    "$java" "-Xmx$(heap counts 4g)" -cp "$(class_path harness)" chancery.bench.TenCounts "$@"
}

java=$(find_java)
if [ ! -d "$built/harness/target/classes" ]; then
    echo "bench: not built yet: mvn -q -P bench -Dmaven.test.skip package" >&2
    exit 3
fi
# built before anything is timed; whether it knows the command shows when it is called
"$chancery" --version >/dev/null 2>&1 || true
case ${1:-} in
    verify | run | report | sink | load | counts) "$@" ;;
    *) usage ;;
esac
