#!/bin/bash
# The benchmark of the endpoint (docs/benchmarks.md): the same queries over HTTP, to Chancery and to other stores.
#
#   mvn -q -P bench -Dmaven.test.skip package && mvn -q test-compile      builds it, once
#   src/bench/sh/endpoint.sh data [ROWS]          makes the tables and maps them (960000: ten million triples)
#   src/bench/sh/endpoint.sh load [STORE…]        loads each store; a folder per store, made anew
#   src/bench/sh/endpoint.sh run [ROUNDS] [STORE…]  asks them; one store at a time, each round of each
#   src/bench/sh/endpoint.sh report               the tables of what was asked
#   src/bench/sh/endpoint.sh static               our repeated answers against static files of the same size
#
# BENCH_SET=seeds before each: the example queries (queries/) on the release of the seeds instead, whose N-Quads the
# other stores load (BENCH_PORT: 18080). A query that takes longer than BENCH_PATIENCE (30) seconds once is not asked again of that store.
#
# Stores: chancery fuseki lmdb native virtuoso oxigraph. BENCH_DATA is where all of it lies. Oxigraph runs in Node and
# holds everything in memory; it wants `npm install oxigraph` in $BENCH_DATA/node. Virtuoso is Debian's
# virtuoso-opensource-7-bin. Each store has the machine for itself while it is asked, BENCH_WARM seconds (60)
# before the clock runs too; Java ones get BENCH_HEAP (4g).
set -euo pipefail

home=$(cd "$(dirname "$0")/../../.." && pwd)
. "$home/src/bench/sh/virtuoso.sh"
data=${BENCH_DATA:-$home/target/endpoint-data}
set=${BENCH_SET:-world}
if [ "$set" = seeds ]; then
    data=$data/seeds
fi
quads=$data/$set.nq
node=${BENCH_DATA:-$home/target/endpoint-data}/node
patience=${BENCH_PATIENCE:-30}
queries=$home/src/bench/endpoint/queries
heap=${BENCH_HEAP:-4g}
rounds_default=5
warm=${BENCH_WARM:-60}
all_stores="chancery fuseki lmdb native virtuoso oxigraph"
graph=https://b.example/graph/world
port=${BENCH_PORT:-18080}
server=

usage() {
    sed -n '4,9p' "$0" | sed 's/^# \{0,1\}//' >&2
    exit 2
}

if [ "$set" = seeds ]; then
    queries=$data/queries
fi

# The first JDK of 21 or newer.
find_java() {
    local jdk version
    for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        if [ -x "$jdk/bin/java" ] && [ -f "$jdk/release" ]; then
            version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
            if [ "${version:-0}" -ge 21 ]; then
                echo "$jdk/bin/java"
                return
            fi
        fi
    done
    echo "endpoint: found no JDK of 21 or newer" >&2
    exit 3
}

java=$(find_java)
ours="$home/target/classes:$home/target/test-classes:$home/target/lib/*"
harness="$home/target/bench/harness/target/classes:$home/target/bench/harness/target/lib/*"
rdf4j="$home/target/bench/endpoint/target/classes:$home/target/bench/endpoint/target/lib/*"
fuseki="$home/target/bench/fuseki/target/lib/*"

# The example queries but those that ask other servers: each store would wait for Wikidata.
seed_queries() {
    rm -rf "$data/queries"
    mkdir -p "$data/queries"
    cp "$home"/queries/*.rq "$data/queries/"
    rm -f "$data"/queries/federated-*.rq
    echo "not asked: $(cd "$home/queries" && echo federated-*.rq)"
}

make_seeds() {
    rm -rf "$data/release"
    mkdir -p "$data"
    (cd "$home" && ./chancery build --releases "$data/release")
    # its first lines are comments, which not every store reads
    grep -v '^#' "$data/release/$(cat "$data/release/current")/dumps/chancery.nq" >"$quads"
    seed_queries
    wc -l "$quads"
}

make_data() {
    if [ "$set" = seeds ]; then
        make_seeds
        return
    fi
    mkdir -p "$data"
    "$java" -cp "$harness" chancery.bench.World "${1:-960000}" "$data/world"
    cp "$home/src/bench/mappings/world/world-metadata.json" "$data/world/"
    "$home/chancery" map "$data/world/world-metadata.json" --mode minimal --graph "$graph" -o "$quads"
    wc -l "$quads"
}

load() {
    local store=$1 start=$SECONDS
    rm -rf "${data:?}/$store"
    mkdir -p "$data/$store"
    case $store in
        chancery)
            if [ "$set" = seeds ]; then
                cp -a "$data/release/." "$data/chancery/"
            else
                "$java" -Xmx2g -cp "$ours" chancery.release.ReleaseOfQuads "$data/chancery" "$quads"
            fi
            ;;
        fuseki)
            "$java" "-Xmx$heap" -cp "$home/target/lib/*" tdb2.tdbloader --loc "$data/fuseki" "$quads" 2>&1 | tail -1
            ;;
        lmdb | native)
            "$java" "-Xmx$heap" -cp "$rdf4j" chancery.bench.Rdf4j load "$store" "$data/$store" "$quads"
            ;;
        virtuoso)
            start_server virtuoso
            virtuoso_load 11111 "$data" "$set.nq" "$graph"
            stop_server
            ;;
        oxigraph) cp "$quads" "$data/oxigraph/$set.nq" ;;
        *) usage ;;
    esac
    printf 'load\t%s\t%d s\t%d MB\n' "$store" $((SECONDS - start)) "$(du -sm "$data/$store" | cut -f1)" | tee -a "$data/loads.tsv"
}

start_server() {
    local log=$data/$1.log
    case $1 in
        chancery)
            "$java" "-Xmx$heap" -cp "$home/target/classes:$home/target/lib/*" chancery.cli.Main serve --no-build \
                --releases "$data/chancery" --port $port --max-concurrent 64 --timeout 120 >"$log" 2>&1 &
            ;;
        fuseki)
            cat >"$data/fuseki.ttl" <<TTL
PREFIX fuseki: <http://jena.apache.org/fuseki#>
PREFIX tdb2: <http://jena.apache.org/2016/tdb#>
<#service> a fuseki:Service ; fuseki:name "ds" ; fuseki:endpoint [ fuseki:operation fuseki:query ; fuseki:name "sparql" ] ; fuseki:dataset <#dataset> .
<#dataset> a tdb2:DatasetTDB2 ; tdb2:location "$data/fuseki" ; tdb2:unionDefaultGraph true .
TTL
            "$java" "-Xmx$heap" -cp "$fuseki" org.apache.jena.fuseki.main.cmds.FusekiMainCmd \
                --config "$data/fuseki.ttl" --localhost --port $port >"$log" 2>&1 &
            ;;
        lmdb | native)
            "$java" "-Xmx$heap" -Dsun.net.httpserver.nodelay=true -cp "$rdf4j" chancery.bench.Rdf4j serve "$1" "$data/$1" $port >"$log" 2>&1 &
            ;;
        virtuoso)
            virtuoso_settings "$data/virtuoso" 11111 "$port" 340000 "$data"
            virtuoso-t +foreground +configfile "$data/virtuoso/virtuoso.ini" >"$log" 2>&1 &
            ;;
        oxigraph)
            (cd "$node" && exec node --max-old-space-size=12000 "$home/src/bench/js/oxigraph.js" "$data/oxigraph/$set.nq" $port) >"$log" 2>&1 &
            ;;
    esac
    server=$!
    trap stop_server EXIT
    until curl -sf -o /dev/null -G "$(address "$1")" --data-urlencode 'query=ASK {}' -H 'Accept: application/sparql-results+json'; do
        if ! kill -0 "$server" 2>/dev/null; then
            echo "$1: found that it ended, expected it to listen: $log" >&2
            tail -5 "$log" >&2
            server=
            return 1
        fi
        sleep 0.5
    done
}

address() {
    case $1 in
        fuseki) echo "http://localhost:$port/ds/sparql" ;;
        *) echo "http://localhost:$port/sparql" ;;
    esac
}

stop_server() {
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
        server=
    fi
}

run() {
    local rounds=$1 store
    shift
    for store in "$@"; do
        start_server "$store" || continue
        "$java" -Xmx2g -Dbench.patience="$patience" -Dbench.only="${BENCH_ONLY:-}" -cp "$harness" chancery.bench.Ask "$data/runs.tsv" "$store" "$(address "$store")" \
            "$queries" "$rounds" "$warm"
        stop_server
    done
}

case ${1:-} in
    data) make_data "${2:-}" ;;
    load)
        shift
        for store in ${*:-$all_stores}; do load "$store"; done
        ;;
    run)
        shift
        rounds=${1:-$rounds_default}
        shift || true
        # shellcheck disable=SC2086
        run "$rounds" ${*:-$all_stores}
        ;;
    static)
        for step in write measure; do
            start_server chancery
            python3 "$home/src/bench/py/static.py" $step "http://localhost:$port" "$queries" "$data/chancery"
            stop_server
        done
        ;;
    report) "$java" -cp "$harness" chancery.bench.EndpointReport "$data/runs.tsv" ;;
    *) usage ;;
esac
