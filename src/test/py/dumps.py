"""Reads chancery.ttl, chancery.jsonld and chancery.nq with rdflib (RDF 1.1) and writes down what is in them.

    python3 dumps.py RELEASE FOLDER

RELEASE is the folder of a release. Into FOLDER go, for each dump, the IRIs of its claims
(rdflib-ttl, rdflib-jsonld, rdflib-nq: sorted, one a line). Prints five numbers: the triples of
chancery.ttl and of chancery.jsonld, the quads of chancery.nq, and what release.ttl says that triples
and quads are.
"""

import sys
from pathlib import Path

import rdflib
from rdflib import RDF, ConjunctiveGraph, Graph, Namespace, URIRef

CHY = Namespace("https://w3id.org/chancery/ontology#")
VOID = Namespace("http://rdfs.org/ns/void#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")

# Two ways to write one number are two triples.
rdflib.NORMALIZE_LITERALS = False


def claims(graph):
    return sorted({str(claim) for claim in graph.subjects(RDF.type, CHY.Claim)})


def told(release):
    """The triples of the default graph, and the quads of all graphs without triple terms."""
    description = Graph().parse(str(release / "release.ttl"), format="turtle")
    dataset = description.value(predicate=RDF.type, object=DCAT.Dataset)
    triples = int(description.value(dataset, VOID.triples))
    quads = sum(
        int(description.value(graph, VOID.triples))
        for graph in description.objects(dataset, VOID.subset)
        if not str(graph).endswith("/graph/reifiers")
    )
    return triples, quads


def main(release, folder):
    turtle = Graph().parse(str(release / "dumps" / "chancery.ttl"), format="turtle")
    json = Graph().parse(str(release / "dumps" / "chancery.jsonld"), format="json-ld")
    nquads = ConjunctiveGraph()
    nquads.parse(str(release / "dumps" / "chancery.nq"), format="nquads")
    for name, graph in ("rdflib-ttl", turtle), ("rdflib-jsonld", json), ("rdflib-nq", nquads):
        (folder / name).write_text("".join(iri + "\n" for iri in claims(graph)), "utf-8")
    quads = sum(len(graph) for graph in nquads.contexts() if isinstance(graph.identifier, URIRef))
    print(len(turtle), len(json), quads, *told(release))


main(Path(sys.argv[1]), Path(sys.argv[2]))
