#!/usr/bin/env bash
# Asks a running server with clients that nobody here wrote: Comunica, rdflib, SPARQLWrapper, Jena's
# riot and rsparql, rapper, and YASGUI in a browser. Prints a table of what each did.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../../.."
root=$PWD
clients=$root/src/test/clients
work=$(mktemp -d)
servers=()
stop() {
    for server in "${servers[@]}"; do
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    done
    rm -rf "$work"
}
trap stop EXIT

same() { # same WHAT EXPECTED FOUND
    if [[ $2 != "$3" ]]; then
        echo "clients: $1: found $3, expected $2"
        exit 1
    fi
}

did() { # did CLIENT VERSION WHAT : a line of the table
    printf '%s\t%s\t%s\n' "$1" "$2" "$3" >>"$work/table"
}

serve() { # serve RELEASES : starts a server on a free port; its address is then in $origin
    ./chancery serve --no-build --port 0 --releases "$1" >"$1.log" 2>&1 &
    servers+=($!)
    until grep -q ' SPARQL ' "$1.log" || ! kill -0 "${servers[-1]}" 2>/dev/null; do sleep 0.2; done
    origin=$(sed -n 's|^ *SPARQL *\(.*\)/sparql$|\1|p' "$1.log")
    if [[ -z $origin ]]; then
        echo "clients: found no server, expected one:"
        cat "$1.log"
        exit 1
    fi
}

python=""
for each in python3 /usr/bin/python3; do
    if "$each" -c 'import rdflib, SPARQLWrapper' 2>/dev/null; then python=$each; fi
done
if [[ -z $python ]]; then
    echo "clients: found no python3 with rdflib and SPARQLWrapper, expected one (Debian: python3-rdflib, python3-sparqlwrapper)"
    exit 3
fi

# The same tables under two bases: what joins them is Wikidata.
build() { # build RELEASES OPTION…
    if ! ./chancery build --releases "$@" >"$work/build" 2>&1; then
        cat "$work/build"
        exit 1
    fi
}
build "$work/one"
build "$work/other" --base https://example.org/kg/
serve "$work/one"
one=$origin
serve "$work/other"
other=$origin
dumps=$work/one/$(cat "$work/one/current")/dumps
count() { # count PATTERN : how many rows it has at the first server
    curl -sf "$one/sparql" -H 'Accept: text/csv' --data-urlencode "query=PREFIX chy: <https://w3id.org/chancery/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT (COUNT(*) AS ?n) { $1 }" | tr -d '\r' | tail -n 1
}
states=$(count '?s a chy:State')
linked=$(count '?s a chy:State ; skos:exactMatch ?item')
triples=$(count '?s ?p ?o')

"$python" "$root/src/test/py/clients.py" "$one" "$states" >>"$work/table"

# beside the scripts, where their imports are looked for
cp "$clients"/*.mjs "$clients"/package*.json "$work"
(cd "$work" && npm ci --loglevel=error --no-audit --no-fund)
version() { node -p "require('$work/node_modules/$1/package.json').version"; }
node "$work/comunica.mjs" "$one/sparql" "$other/sparql" "$linked" >"$work/comunica"
while read -r line; do did Comunica "$(version @comunica/query-sparql)" "$line"; done <"$work/comunica"

query=$root/queries/agreements-by-signing.rq
rows=$(($(curl -sf "$one/sparql" -H 'Accept: text/csv' --data-urlencode "query@$query" | wc -l) - 1))
browser=$(node "$work/yasgui.mjs" "$one/sparql" "$query" "$rows")
did YASGUI "$(version @zazuko/yasgui) in Chromium $browser" "a query of queries/ from a page of another origin, $rows rows shown"

# Jena's own tools, of the version that the server has inside
# what the project builds with; where a profile hands it on it is in braces
property() { sed -n "s|.*<$1>\([0-9][^<]*\)</$1>.*|\1|p" pom.xml; }
jena=$(property jena.version)
mvn -B -q -f "$clients/pom.xml" "-Djena.version=$jena" "-Dslf4j.version=$(property slf4j.version)" \
    dependency:build-classpath "-Dmdep.outputFile=$work/classpath"
jena() { java -cp "$(cat "$work/classpath")" "$@"; }
same "riot, triples of chancery.ttl" "$triples" "$(jena riotcmd.riot --output=ntriples "$dumps/chancery.ttl" | wc -l)"
jena riotcmd.riot --validate "$dumps/chancery.trig" "$dumps/chancery.nq.gz"
did "Jena riot" "$jena" "$triples triples of chancery.ttl, chancery.trig and chancery.nq.gz without a complaint"
same "rsparql, rows" "$rows" "$(($(jena arq.rsparql --service "$one/sparql" --query "$query" --results CSV | wc -l) - 1))"
did "Jena rsparql" "$jena" "a query of queries/, $rows rows"

rapper=$(rapper --version)
thing=$one/id/state/azerbaijan
for form in turtle rdfxml ntriples; do
    rapper -q -i "$form" -o ntriples "$thing" | sort -u >"$work/rapper-$form"
done
test -s "$work/rapper-turtle"
cmp "$work/rapper-turtle" "$work/rapper-rdfxml"
cmp "$work/rapper-turtle" "$work/rapper-ntriples"
rapper -q -g -o ntriples "$thing" | sort -u | cmp - "$work/rapper-turtle"
did rapper "$rapper" "a thing by its address as Turtle, RDF/XML, N-Triples and by guessing, the same triples in each"
same "rapper, triples of chancery.ttl" "$triples" "$(rapper -q -i turtle -o ntriples "$one/dumps/chancery.ttl" | wc -l)"
did rapper "$rapper" "$triples triples of /dumps/chancery.ttl"

echo "| client | version | did |"
echo "|---|---|---|"
sed -e 's/\t/ | /g' -e 's/^/| /' -e 's/$/ |/' "$work/table"
