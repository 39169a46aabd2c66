#!/usr/bin/env bash
# The zip that people download: another checkout elsewhere, in another time zone and locale makes
# the same bytes of it, and unpacked it works without Maven and without a compiler.
set -euo pipefail
cd "$(dirname "$0")/../../.."
zip=$(pwd)/target/chancery-0.1.0.zip
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
        echo "download: $1: found $3, expected $2"
        exit 1
    fi
}

if [[ ! -f $zip ]]; then
    echo "download: found no $zip, expected that mvn package has made it"
    exit 1
fi
mkdir -p "$work/elsewhere"
git ls-files -z | xargs -0 cp --parents -t "$work/elsewhere"
(
    cd "$work/elsewhere"
    TZ=Pacific/Auckland LANG=de_DE.UTF-8 mvn -B -q -o -Dspotless.check.skip=true -Dmaven.test.skip=true package
)
same "the same sources elsewhere" "$(sha256sum <"$zip")" "$(sha256sum <"$work/elsewhere/target/chancery-0.1.0.zip")"

mkdir -p "$work/un packed" "$work/bin"
unzip -q "$zip" -d "$work/un packed"
ln -s "$work/un packed/chancery-0.1.0/chancery" "$work/bin/chancery"
# a Java that can run programs but not compile them
real=""
for jdk in /usr/lib/jvm/*; do
    if [[ -f $jdk/release ]] && (($(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release") >= 21)); then real=$jdk; fi
done
mkdir -p "$work/jre/bin"
ln -s "$real/bin/java" "$work/jre/bin/java"
ln -s "$real/release" "$work/jre/release"
chancery() { env -i PATH=/usr/bin:/bin HOME="$work" JAVA_HOME="$work/jre" "$work/bin/chancery" "$@"; }

same "--version" "$(./chancery --version)" "$(chancery --version)"
chancery build >"$work/build"
id=$(cat "$work/un packed/chancery-0.1.0/releases/current")
grep -q "release $id" README.md || { echo "download: found release $id, expected that of README.md"; exit 1; }
same "query" "$(./chancery query --releases "$work/un packed/chancery-0.1.0/releases" --format csv agreements-by-signing)" \
    "$(chancery query --format csv agreements-by-signing)"
env -i PATH=/usr/bin:/bin HOME="$work" JAVA_HOME="$work/jre" CHANCERY_SERVE_PORT=0 "$work/bin/chancery" serve >"$work/serve" 2>&1 &
server=$!
until grep -q '/dumps/' "$work/serve" || ! kill -0 "$server" 2>/dev/null; do sleep 0.2; done
home=$(sed -n 's/^ *home *//p' "$work/serve")
same "home page" 200 "$(curl -s -o /dev/null -w '%{http_code}' "$home")"
echo "download: $(stat -c %s "$zip") bytes, reproduced; unpacked it builds, answers and serves release $id"
