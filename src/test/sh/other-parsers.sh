#!/usr/bin/env bash
# Reads the dumps of a release of seeds/ with parsers that are not ours: rapper and rdflib (RDF 1.1),
# N3.js (RDF 1.2). Each has to find as many triples as release.ttl says, and the same claims.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../../.."
tests=$PWD/src/test
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

same() { # same WHAT EXPECTED FOUND
    if [[ $2 != "$3" ]]; then
        echo "other parsers: $1: found $3, expected $2"
        exit 1
    fi
}

same_claims() { # same_claims WHO : the claims in the file of that name are those of rdflib-ttl
    if ! diff "$work/rdflib-ttl" "$work/$1" >"$work/diff"; then
        echo "other parsers: $1: other claims than rdflib finds in chancery.ttl:"
        head -n 20 "$work/diff"
        exit 1
    fi
}

# The python of the system is the one that the package python3-rdflib is for.
python=""
for each in python3 /usr/bin/python3; do
    if "$each" -c 'import rdflib' 2>/dev/null; then python=$each; fi
done
if [[ -z $python ]]; then
    echo "other parsers: found no python3 with rdflib, expected one (Debian: python3-rdflib)"
    exit 3
fi

./chancery build --releases "$work/releases" >"$work/build"
release=$work/releases/$(cat "$work/releases/current")
dumps=$release/dumps

"$python" "$tests/py/dumps.py" "$release" "$work" >"$work/counts"
read -r turtle json quads turtle_told quads_told <"$work/counts"
same "rdflib, triples of chancery.ttl" "$turtle_told" "$turtle"
same "rdflib, triples of chancery.jsonld" "$turtle_told" "$json"
same "rdflib, quads of chancery.nq" "$quads_told" "$quads"
if [[ ! -s $work/rdflib-ttl ]]; then
    echo "other parsers: rdflib: found no claim in chancery.ttl, expected some"
    exit 1
fi
same_claims rdflib-jsonld
same_claims rdflib-nq

claim='^<([^>]*)> <http://www\.w3\.org/1999/02/22-rdf-syntax-ns#type> <https://w3id\.org/chancery/ontology#Claim> .*'
rapper -q -i turtle -o ntriples "$dumps/chancery.ttl" >"$work/ttl.nt"
same "rapper, triples of chancery.ttl" "$turtle_told" "$(wc -l <"$work/ttl.nt")"
sed -nE "s|$claim|\1|p" "$work/ttl.nt" | sort -u >"$work/rapper-ttl"
same_claims rapper-ttl
rapper -q -i nquads -o nquads "$dumps/chancery.nq" >"$work/nq.nq"
same "rapper, quads of chancery.nq" "$quads_told" "$(wc -l <"$work/nq.nq")"
sed -nE "s|$claim|\1|p" "$work/nq.nq" | sort -u >"$work/rapper-nq"
same_claims rapper-nq
find "$dumps" -name '*.ttl' | while read -r each; do rapper -q -c -i turtle "$each"; done

# the database as whoever downloads it unpacks it: what is a hole on our disk is one on theirs
mkdir "$work/unpacked"
tar -xzf "$dumps/chancery-tdb2.tar.gz" -C "$work/unpacked"
diff -r -x RELEASE.txt "$release/tdb2" "$work/unpacked/chancery-tdb2"
room=$(du -sm "$work/unpacked" | cut -f1)
if ((room > 2 * $(du -sm "$release/tdb2" | cut -f1) + 8)); then
    echo "other parsers: chancery-tdb2.tar.gz: found $room MB unpacked, expected about as many as the database has"
    exit 1
fi

# beside the script, where its import is looked for
cp "$tests"/js/* "$work"
(cd "$work" && npm ci --silent --no-audit --no-fund)
trig=$(node "$work/trig.mjs" "$dumps" "$work/n3-trig")
same_claims n3-trig
claims=$(wc -l <"$work/n3-trig")
same "n3, quads of chancery.trig" $((quads_told + claims)) "$trig"
echo "other parsers: rapper, rdflib and n3 find the same $claims claims in $turtle triples"
