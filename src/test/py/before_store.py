"""A server before a store, held against one that reads its own database: queries, pages, a graph.

before_store.py same OWN BEFORE      compares all that both can be asked (addresses without a slash behind)
before_store.py refused BEFORE       the store is gone: it has to be told, in a few seconds
before_store.py cut BEFORE           the store leaves rows out: it has to be told
"""

import collections
import glob
import json
import os
import re
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

TRUTHS = "a computed truth is the number 1 or 0"
# What Virtuoso 7.2 answers in a way of its own, and why. Nothing else may differ.
OTHERWISE = {
    "claim-to-passage": TRUTHS,
    "how-disagreements-ended": TRUTHS,
    "lengths-in-two-units": TRUTHS,
    "qualities-by-edition": TRUTHS,
    "coordinates": "places are pairs of 32-bit numbers, so that digits change",
    "provisions": "a duration is a number of months",
    "precision-of-trade-figures": "decimals lose zeros at their end",
}
PAGES = [
    "/",
    "/id/state/azerbaijan.html",
    "/id/person/heydar-aliyev.html",
    "/between/azerbaijan/russia",
    "/disagreements",
    "/class/Agreement",
    "/search?q=aliyev",
    "/id/state/no-such-state.html",
]
CHY = "https://w3id.org/chancery/ontology#"


def ask(address, accept, query=None):
    data = None if query is None else urllib.parse.urlencode({"query": query}).encode()
    request = urllib.request.Request(address, data, {"Accept": accept})
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as e:
        return e.code, e.read().decode()


def sparql(server, query):
    return ask(server + "/sparql", "application/sparql-results+json, text/turtle;q=0.5", query)


def rows(text):
    """Each row with how often it comes."""
    answer = json.loads(text)
    if "boolean" in answer:
        return answer["boolean"]
    return collections.Counter(
        json.dumps({name: [v["value"], v.get("datatype"), v.get("xml:lang")] for name, v in row.items()}, sort_keys=True)
        for row in answer["results"]["bindings"]
    )


def triples(turtle):
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=turtle, format="turtle")
    return {tuple(term.n3() for term in triple) for triple in graph}


def parts(page, server):
    """Tags and texts, each with how often it comes: in which order a store gives values is its own affair."""
    plain = page.replace(server.split("//")[1], "HERE")
    return collections.Counter(re.split(r"(?<=>)|(?=<)", plain))


def content(text):
    return triples(text) if not text.lstrip().startswith("{") else rows(text)


def same(own, before):
    wrong = []
    asked = 0
    for path in sorted(glob.glob("queries/*.rq")):
        name = os.path.basename(path)[:-3]
        if name.startswith("federated-"):
            continue
        with open(path, encoding="utf-8") as file:
            query = file.read()
        asked += 1
        answers = [sparql(own, query), sparql(before, query)]
        if any(status != 200 for status, _ in answers):
            wrong.append(f"{name}: found {answers[0][0]} and {answers[1][0]}, expected rows of both")
            continue
        expected, found = [content(text) for _, text in answers]
        if (expected == found) == (name in OTHERWISE):
            wrong.append(f"{name}: found {'the same' if expected == found else 'other'} rows, expected the opposite")
    claim = f"SELECT ?c {{ ?c a <{CHY}Claim> }} ORDER BY ?c LIMIT 1"
    iri = json.loads(sparql(own, claim)[1])["results"]["bindings"][0]["c"]["value"]
    for path in PAGES + [iri.replace("https://w3id.org/chancery", "") + ".html"]:
        expected, found = ask(own + path, "text/html"), ask(before + path, "text/html")
        status = 404 if "no-such" in path else 200
        if [expected[0], found[0]] != [status, status] or parts(expected[1], own) != parts(found[1], before):
            wrong.append(f"{path}: found another page ({found[0]}), expected that of the release's own database ({expected[0]})")
    turtle = "/id/state/azerbaijan.ttl"
    if triples(ask(own + turtle, "text/turtle")[1]) != triples(ask(before + turtle, "text/turtle")[1]):
        wrong.append(f"{turtle}: found other triples")
    status, text = sparql(before, "SELECT * {")
    if status != 400 or "/problems#query-syntax" not in text:
        wrong.append(f"a wrong query: found {status}, expected 400")
    print(f"{asked} queries ({len(OTHERWISE)} of them answered otherwise, as listed), {len(PAGES) + 1} pages")
    return wrong


def refused(before):
    wrong = []
    start = time.monotonic()
    for status, text in [
        sparql(before, "SELECT (COUNT(*) AS ?notAskedBefore) { ?s ?p ?o }"),
        ask(before + "/id/state/georgia.html", "text/html"),
    ]:
        if status != 503 or "found nobody there" not in text:
            wrong.append(f"no store: found {status} {text[:200]}, expected 503")
    if ask(before + "/dumps/best.ttl", "*/*")[0] != 200:
        wrong.append("a file: found none, expected it without a store")
    if time.monotonic() - start > 30:
        wrong.append("no store: found it to take more than 30 s to say so")
    return wrong


def cut(before):
    wrong = []
    for query in ["SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"]:
        status, text = sparql(before, query)
        if status != 502 or "found its answer cut after" not in text:
            wrong.append(f"{query}: found {status}, expected 502 for an answer without all its rows")
    if sparql(before, "SELECT * { ?s ?p ?o } LIMIT 1000")[0] != 200:
        wrong.append("as many rows as the store gives: found none, expected them")
    return wrong


def main():
    wrong = {"same": same, "refused": refused, "cut": cut}[sys.argv[1]](*sys.argv[2:])
    for line in wrong:
        print(line)
    sys.exit(1 if wrong else 0)


main()
