"""Asks an endpoint with rdflib and SPARQLWrapper: clients.py ORIGIN EXPECTED

EXPECTED is how many states there are. Prints what they did, a line each: name, version, deed."""

import sys

import rdflib
import SPARQLWrapper as sparqlwrapper
from rdflib.namespace import RDF, RDFS, VOID
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import GET, JSON, POST, TURTLE, XML, SPARQLWrapper

origin, expected = sys.argv[1], int(sys.argv[2])
endpoint = origin + "/sparql"
CHY = rdflib.Namespace("https://w3id.org/chancery/ontology#")
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
PREFIXES = "PREFIX chy: <%s> PREFIX rdfs: <%s> " % (CHY, RDFS)
STATES = PREFIXES + "SELECT DISTINCT ?s { ?s a chy:State }"


def same(what, wanted, found):
    if wanted != found:
        sys.exit("%s: found %r, expected %r" % (what, found, wanted))


def did(client, version, what):
    print("%s\t%s\t%s" % (client, version, what))


# rdflib: the endpoint as a graph
graph = rdflib.Graph(SPARQLStore(endpoint))
same("rdflib, a query", expected, len(list(graph.query(STATES))))
same("rdflib, triples", expected, len(set(graph.subjects(RDF.type, CHY.State))))
did("rdflib", rdflib.__version__, "a query and triple patterns through SPARQLStore")

# rdflib: a thing, by the address alone and by ending
thing = rdflib.URIRef("https://w3id.org/chancery/id/state/azerbaijan")
sizes = set()
for address, form in (
    ("/id/state/azerbaijan", None),
    ("/id/state/azerbaijan", "turtle"),
    ("/id/state/azerbaijan", "xml"),
    ("/id/state/azerbaijan", "nt"),
    ("/id/state/azerbaijan", "json-ld"),
    ("/id/state/azerbaijan.ttl", None),
    ("/id/state/azerbaijan.rdf", None),
):
    read = rdflib.Graph().parse(origin + address, format=form)
    same("rdflib, %s as %s" % (address, form), True, (thing, RDF.type, CHY.State) in read)
    sizes.add(len(read))
same("rdflib, sizes of one description", 1, len(sizes))
did("rdflib", rdflib.__version__, "a thing by its address in four forms, the same triples in each")

# rdflib: what there is
void = rdflib.Graph().parse(origin + "/.well-known/void")
service = void.value(None, RDF.type, SD.Service)
same("rdflib, endpoint", rdflib.URIRef(endpoint), void.value(service, SD.endpoint))
whole = void.value(void.value(service, SD.defaultDataset), SD.defaultGraph)
for part in void.objects(whole, VOID.classPartition):
    if void.value(part, VOID["class"]) == CHY.State:
        same("rdflib, states by VoID", expected, int(void.value(part, VOID.entities)))
        break
else:
    sys.exit("rdflib: found no class partition of states in /.well-known/void, expected one")
examples = rdflib.Graph().parse(origin + "/queries")
SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
count = len(set(examples.subjects(RDF.type, SH.SPARQLExecutable)))
same("rdflib, examples", True, count > 100)
did("rdflib", rdflib.__version__, "VoID with the service description, and %d example queries" % count)


def ask(query, form, method=GET):
    wrapper = SPARQLWrapper(endpoint)
    wrapper.setQuery(query)
    wrapper.setReturnFormat(form)
    wrapper.setMethod(method)
    return wrapper.query().convert()


for method in (GET, POST):
    rows = ask(STATES, JSON, method)["results"]["bindings"]
    same("SPARQLWrapper, JSON by " + method, expected, len(rows))
    rows = ask(STATES, XML, method).getElementsByTagName("result")
    same("SPARQLWrapper, XML by " + method, expected, len(rows))
    answer = ask(PREFIXES + "ASK { ?s a chy:State }", JSON, method)
    same("SPARQLWrapper, ASK by " + method, True, answer["boolean"])
    made = ask(PREFIXES + "CONSTRUCT { ?s a chy:State } WHERE { ?s a chy:State }", TURTLE, method)
    same("SPARQLWrapper, CONSTRUCT by " + method, expected, len(rdflib.Graph().parse(data=made, format="turtle")))
did("SPARQLWrapper", sparqlwrapper.__version__, "SELECT in JSON and XML, ASK, CONSTRUCT in Turtle; by GET and POST")
