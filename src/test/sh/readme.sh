#!/usr/bin/env bash
# Runs the commands of the README as a newcomer would, on a free port, and checks what they print.
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

expect() { # expect WORDS FILE : the file holds the words
    if ! grep -qF -- "$1" "$2"; then
        echo "readme: expected \"$1\" in:"
        cat "$2"
        exit 1
    fi
}

./chancery --version >"$work/version"
expect "chancery 0.1.0" "$work/version"

./chancery check >"$work/check"
expect "0 findings" "$work/check"

./chancery describe seeds/states.csv -o "$work/states.csv-metadata.json"
expect '"primaryKey": "id"' "$work/states.csv-metadata.json"

./chancery serve --port 0 --releases "$work/releases" >"$work/serve" 2>"$work/errors" &
server=$!
for _ in $(seq 600); do
    if grep -q '/dumps/' "$work/serve" || ! kill -0 "$server" 2>/dev/null; then break; fi
    sleep 0.1
done
expect "SPARQL" "$work/serve"
home=$(sed -n 's/^ *home *//p' "$work/serve")

# the ready line that serve prints
sed -n 's/^ *\(curl .*\)/\1/p' "$work/serve" >"$work/curl.sh"
bash "$work/curl.sh" >"$work/answer"
expect "2002-01-25" "$work/answer"

curl -sf "$home" >"$work/home"
expect "<h1" "$work/home"
curl -sfL -H 'Accept: text/turtle' "${home}id/state/azerbaijan" >"$work/azerbaijan.ttl"
expect "Azerbaijan" "$work/azerbaijan.ttl"
curl -sf "${home}dumps/SHA256SUMS" >"$work/SHA256SUMS"
expect "chancery.ttl" "$work/SHA256SUMS"
(cd "$work/releases/$(cat "$work/releases/current")/dumps" && sha256sum --quiet -c SHA256SUMS)

./chancery query --releases "$work/releases" agreements-by-signing >"$work/query"
expect "2002-01-25" "$work/query"
./chancery dump --releases "$work/releases" states/russia.ttl >"$work/russia.ttl"
expect "state:russia" "$work/russia.ttl"
if command -v rapper >/dev/null; then
    rapper -q -i turtle -c "$work/russia.ttl"
fi
echo "readme: every command did what the README says"
