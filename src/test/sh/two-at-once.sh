#!/usr/bin/env bash
# Starts the launcher twice at once in a fresh clone: one builds, the other waits and uses what was
# built. Once with flock, once without.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

without_flock=$work/bin
mkdir "$without_flock"
IFS=:
for folder in $PATH; do
    for tool in "$folder"/*; do
        name=${tool##*/}
        if [[ $name != flock && ! -e $without_flock/$name ]]; then ln -s "$tool" "$without_flock/$name"; fi
    done
done
unset IFS

try() { # try NAME PATH
    git clone -q . "$work/$1"
    cp chancery "$work/$1/chancery"
    PATH=$2 "$work/$1/chancery" --version >"$work/one" 2>&1 &
    one=$!
    PATH=$2 "$work/$1/chancery" --version >"$work/other" 2>&1 &
    other=$!
    for each in "$one" "$other"; do
        if ! wait "$each"; then
            echo "two at once, $1: found exit code $?, expected 0:"
            cat "$work/one" "$work/other"
            exit 1
        fi
    done
    builds=$(cat "$work/one" "$work/other" | grep -c '^Building' || true)
    if [[ $builds != 1 ]]; then
        echo "two at once, $1: found $builds builds, expected 1"
        exit 1
    fi
}

try with-flock "$PATH"
try without-flock "$without_flock"
echo "two at once: one built, the other waited, with flock and without"
