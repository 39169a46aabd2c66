"""How many answers a second a server gives: clients that ask over loopback, each on a connection of its own.

throughput.py SERVER CLIENTS SECONDS: each asks a query that nobody asked before, as soon as it has its answer. Prints
answers a second and the median and the time within which 95 of 100 were answered, in milliseconds.
"""
import http.client
import sys
import threading
import time
import urllib.parse

server = urllib.parse.urlparse(sys.argv[1])
clients, seconds = int(sys.argv[2]), float(sys.argv[3])
end = time.perf_counter() + seconds
QUERY = """PREFIX chy: <https://w3id.org/chancery/ontology#>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
SELECT ?source (COUNT(?claim) AS ?claims) ("%s" AS ?mark)
{ ?claim a chy:Claim ; rdf:predicate ?property ; chy:statedIn ?source ; chy:verdict ?verdict } GROUP BY ?source"""
took = [[] for _ in range(clients)]
failed = []


def ask(number):
    connection = http.client.HTTPConnection(server.hostname, server.port, timeout=60)
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/csv"}
    while time.perf_counter() < end:
        mark = f"{time.time_ns()}-{number}-{len(took[number])}"
        start = time.perf_counter()
        connection.request("POST", "/sparql", urllib.parse.urlencode({"query": QUERY % mark}), headers)
        answer = connection.getresponse()
        body = answer.read().decode()
        if answer.status != 200 or mark not in body:
            failed.append(f"{answer.status} {body[:200]}")
            return
        took[number].append(1000 * (time.perf_counter() - start))


threads = [threading.Thread(target=ask, args=(number,)) for number in range(clients)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
if failed:
    sys.exit(f"found {len(failed)} failed requests, expected none: {failed[0]}")
times = sorted(each for some in took for each in some)
print(f"{len(times) / seconds:.0f} {times[len(times) // 2]:.1f} {times[len(times) * 95 // 100]:.1f}")
