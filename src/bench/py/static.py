"""Answers asked again and again against static files of the same bytes, from the same server, by turns.

static.py write ADDRESS QUERIES RELEASES    puts each query's answer among the dumps of the current release
static.py measure ADDRESS QUERIES RELEASES  asks both 100 times on one connection, prints medians in milliseconds

A server serves the dumps that were there when it took the release up, so it is started anew in between.
"""

import http.client
import math
import pathlib
import statistics
import sys
import time
import urllib.parse

TIMES = 100
SUFFIX = ".static-of-the-benchmark.json"


def ask(connection, path):
    start = time.perf_counter()
    connection.request("GET", path, headers={"Accept": "application/sparql-results+json, */*;q=0.1"})
    answer = connection.getresponse()
    body = answer.read()
    return (time.perf_counter() - start) * 1000, answer.status, body


def path_of(query):
    return "/sparql?query=" + urllib.parse.quote(query.read_text())


def write(connection, queries, dumps):
    for query in queries:
        _, status, body = ask(connection, path_of(query))
        if status == 200:
            (dumps / (query.stem + SUFFIX)).write_bytes(body)


def measure(connection, queries, dumps, release):
    ratios = []
    print("query\tbytes\trepeated ms\tstatic ms\tratio")
    for query in queries:
        if not (dumps / (query.stem + SUFFIX)).exists():
            print(f"{query.stem}\tnot answered")
            continue
        file = f"/dumps/{release}/{query.stem}{SUFFIX}"
        ask(connection, path_of(query))
        times = [(ask(connection, path_of(query)), ask(connection, file)) for _ in range(TIMES)]
        sizes = {len(one[2]) for pair in times for one in pair}
        statuses = {one[1] for pair in times for one in pair}
        if statuses != {200} or len(sizes) != 1:
            print(f"{query.stem}\tnot comparable: status {statuses}, bytes {sizes}")
            continue
        repeated = statistics.median(one[0] for one, _ in times)
        static = statistics.median(other[0] for _, other in times)
        ratios.append(repeated / static)
        print(f"{query.stem}\t{sizes.pop()}\t{repeated:.3f}\t{static:.3f}\t{repeated / static:.2f}")
    mean = math.exp(statistics.fmean(math.log(ratio) for ratio in ratios)) if ratios else math.nan
    print(f"all\t{len(ratios)} of {len(queries)} queries\t\t\t{mean:.2f}")


def main():
    what, address, folder, releases = sys.argv[1:]
    connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc, timeout=60)
    queries = sorted(pathlib.Path(folder).glob("*.rq"))
    release = (pathlib.Path(releases) / "current").read_text().strip()
    dumps = pathlib.Path(releases) / release / "dumps"
    if what == "write":
        write(connection, queries, dumps)
    else:
        measure(connection, queries, dumps, release)


if __name__ == "__main__":
    main()
