"""How long searches and reconciliation take over loopback, one request after another on one connection.

latency.py SERVER NAMES [ROUNDS]: address of a running server, a table with a column "name". Prints for each kind of
request the median and the time within which 95 of 100 were answered, in milliseconds; the first round warms up.
"""
import csv
import http.client
import json
import sys
import time
import urllib.parse

server = urllib.parse.urlparse(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as table:
    names = [row["name"] for row in csv.DictReader(table)]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
connection = http.client.HTTPConnection(server.hostname, server.port, timeout=60)


def took(method, path, body=None):
    headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
    start = time.perf_counter()
    connection.request(method, path, body, headers)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 200:
        sys.exit(f"{path}: found status {answer.status}, expected 200")
    return 1000 * (time.perf_counter() - start)


def batch(some):
    queries = {f"q{i}": {"query": name} for i, name in enumerate(some)}
    return took("POST", "/reconcile", "queries=" + urllib.parse.quote(json.dumps(queries)))


def search(path):
    return lambda name: took("GET", path + "?q=" + urllib.parse.quote(name))


tens = [names[i : i + 10] for i in range(0, len(names), 10)]
for what, ask, all_asked in [
    ("/reconcile, one name", lambda name: batch([name]), names),
    ("/reconcile, ten names", batch, tens),
    ("/search as page", search("/search"), names),
    ("/search.json", search("/search.json"), names),
    ("/search/suggest", search("/search/suggest"), names),
]:
    for one in all_asked:
        ask(one)
    times = sorted(ask(one) for _ in range(rounds) for one in all_asked)
    print(f"{what}: {len(times)} requests, p50 {times[len(times) // 2]:.1f} ms, p95 {times[int(0.95 * len(times))]:.1f} ms")
