#!/usr/bin/env bash
# Downloads the dumps of the seeds as people do, with curl: a download that was cut off goes on, what
# came in two halves is what was published, compressed in transit or by name.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
server=""
stop() {
    if [[ -n $server ]]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap stop EXIT

same() { # same WHAT EXPECTED FOUND
    if [[ $2 != "$3" ]]; then
        echo "dumps: $1: found $3, expected $2"
        exit 1
    fi
}

./chancery build --releases "$work/releases" >"$work/build" 2>&1
./chancery serve --port 0 --releases "$work/releases" >"$work/serve" 2>&1 &
server=$!
until grep -q '/dumps/' "$work/serve" || ! kill -0 "$server" 2>/dev/null; do sleep 0.2; done
dumps=$(sed -n 's/^ *dumps *//p' "$work/serve")
release=$(cat "$work/releases/current")
mkdir "$work/got"
cd "$work/got"

curl -sf "${dumps}SHA256SUMS" -o SHA256SUMS
for file in chancery.ttl chancery.nq.gz; do
    curl -sf -r 0-9999 "$dumps$release/$file" -o "$file"
    same "first half of $file" 10000 "$(stat -c %s "$file")"
    curl -sf -C - "$dumps$release/$file" -o "$file"
done
curl -sf --compressed "${dumps}latest/chancery.trig" -o chancery.trig
curl -sf -H 'Accept-Encoding: gzip' "${dumps}chancery.nq" | gunzip >chancery.nq
sha256sum --quiet -c --ignore-missing SHA256SUMS
same "files checked" 4 "$(sha256sum -c --ignore-missing SHA256SUMS | grep -c ': OK$')"

# all of them, as the list of checksums names them
cut -d' ' -f3 SHA256SUMS | while read -r file; do
    mkdir -p "all/$(dirname "$file")"
    curl -sf "$dumps$file" -o "all/$file"
done
(cd all && sha256sum --quiet -c ../SHA256SUMS)

tag=$(curl -sfI "${dumps}chancery.ttl" | tr -d '\r' | sed -n 's/^ETag: //Ip')
same "second download" 304 "$(curl -s -o /dev/null -w '%{http_code}' -H "If-None-Match: $tag" "${dumps}chancery.ttl")"
same "part of another file" 200 "$(curl -s -o /dev/null -w '%{http_code}' -r 10- -H 'If-Range: "other"' "${dumps}chancery.ttl")"
same "part behind the end" 416 "$(curl -s -o /dev/null -w '%{http_code}' -r 999999999- "${dumps}chancery.ttl")"
same "catalogue" 200 "$(curl -s -o catalogue.ttl -w '%{http_code}' -H 'Accept: text/turtle' "$dumps")"
grep -q 'dcat:downloadURL' catalogue.ttl || grep -q 'dcat#downloadURL' catalogue.ttl
echo "dumps: $(wc -l <SHA256SUMS) files downloaded and checked, two of them in halves"
