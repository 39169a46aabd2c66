#!/bin/bash
# Runs a command with Java's flight recorder in it and prints where its threads were: methods on top of the stack,
# methods anywhere on it, what was allocated, and the pauses.
#
#   src/bench/sh/profile.sh [-n LINES] [-k FILE.jfr] COMMAND…
#   src/bench/sh/profile.sh ./chancery map target/bench-data/1000000/events.csv-metadata.json --mode minimal -o out.nt
#   src/bench/sh/profile.sh -n 40 FILE.jfr                     an older recording again
#
# The recorder comes in through JDK_JAVA_OPTIONS, so any launcher will do whose Java is 21 or newer.
set -euo pipefail

lines=25
recording=""
while getopts n:k: option; do
    case $option in
        n) lines=$OPTARG ;;
        k) recording=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
[ $# -gt 0 ] || { sed -n '5,7p' "$0" >&2; exit 2; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

jfr=$(command -v jfr || true)
for jdk in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if [ -x "$jdk/bin/jfr" ] && [ -f "$jdk/release" ] && [ "$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")" -ge 21 ]; then
        jfr=$jdk/bin/jfr
        break
    fi
done
[ -n "$jfr" ] || { echo "profile: found no jfr of a JDK of 21 or newer" >&2; exit 3; }

if [ $# = 1 ] && [[ $1 == *.jfr ]]; then
    recording=$1
else
    recording=${recording:-$scratch/run.jfr}
    # a sample every 10 ms of each running thread
    JDK_JAVA_OPTIONS="${JDK_JAVA_OPTIONS:-} -XX:StartFlightRecording=filename=$recording,settings=profile,maxsize=1g,dumponexit=true" \
        "$@"
fi

"$jfr" print --stack-depth 40 --events jdk.ExecutionSample,jdk.NativeMethodSample "$recording" >"$scratch/samples"

# one line a sample: its frames, the top one first, parted by tabs
awk '
    /^jdk\./ { frames = ""; inside = 0 }
    /stackTrace = \[/ { inside = 1; next }
    inside && /^ *\]/ { inside = 0; print frames; next }
    inside && /line:|\(/ {
        sub(/^ +/, ""); sub(/line:.*/, ""); sub(/\(.*/, ""); sub(/ +$/, "")
        frames = frames (frames == "" ? "" : "\t") $0
    }
' "$scratch/samples" >"$scratch/stacks"

total=$(wc -l <"$scratch/stacks")
echo "$total samples"
[ "$total" -gt 0 ] || exit 0

ranking() {
    sort | uniq -c | sort -rn | head -n "$lines" |
        awk -v total="$total" '{ count = $1; $1 = ""; printf "%6.1f %% %7d %s\n", 100 * count / total, count, $0 }'
}

echo
echo "On top of the stack:"
cut -f 1 "$scratch/stacks" | ranking
echo
echo "Anywhere on the stack:"
awk -F'\t' '{ delete seen; for (i = 1; i <= NF; i++) if (!($i in seen)) { seen[$i] = 1; print $i } }' "$scratch/stacks" | ranking
echo
echo "First frame of this project on the stack:"
awk -F'\t' '{ for (i = 1; i <= NF; i++) if ($i ~ /^chancery\./) { print $i; next } print "(none)" }' "$scratch/stacks" | ranking
echo
"$jfr" view --width 120 --truncate beginning allocation-by-site "$recording" 2>/dev/null | head -n $((lines + 6)) || true
"$jfr" view --width 120 gc-pauses "$recording" 2>/dev/null | grep -v "^$" || true
