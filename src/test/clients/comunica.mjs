// Asks two endpoints with Comunica: node comunica.mjs ENDPOINT OTHER EXPECTED
// OTHER holds the same tables under another base; EXPECTED is how many states have an item of
// Wikidata. Prints what it did, a line each.
import { createRequire } from "node:module";
import { Readable } from "node:stream";

const require = createRequire(import.meta.url);
const { QueryEngine } = require("@comunica/query-sparql");
const { ActorRdfMetadataExtractSparqlService } = require("@comunica/actor-rdf-metadata-extract-sparql-service");
const { ActorRdfMetadataExtractVoid } = require("@comunica/actor-rdf-metadata-extract-void");
const { StreamParser, DataFactory } = require("n3");
const { Factory } = require("sparqlalgebrajs");

const [endpoint, other, expectedText] = process.argv.slice(2);
const expected = Number(expectedText);
const prefixes = `
PREFIX chy: <https://w3id.org/chancery/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX fn: <http://www.w3.org/2005/xpath-functions#>
`;

function same(what, wanted, found) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    console.error(`Comunica: ${what}: found ${JSON.stringify(found)}, expected ${JSON.stringify(wanted)}`);
    process.exit(1);
  }
}

const told = [];
const tell = (message) => told.push(message);
const log = { trace() {}, debug() {}, info: tell, warn: tell, error: tell, fatal: tell };
const engine = new QueryEngine();

async function rows(query, sources) {
  const bindings = await engine.queryBindings(prefixes + query, { sources, log });
  return bindings.toArray();
}

// 1. A query; that it is an endpoint is found out, not said.
const states = await rows("SELECT ?state ?item { ?state a chy:State ; skos:exactMatch ?item }", [endpoint]);
same("states with an item", expected, states.length);
same(
  "what it takes us for",
  true,
  told.includes(`Identified ${endpoint} as sparql source with service URL: ${endpoint}`),
);
console.log("a query at the bare address, taken for a SPARQL endpoint without being told");

// 2. The service description, read by its own actors from the form it likes best.
const form = "application/n-quads";
const response = await fetch(endpoint, { headers: { accept: `${form},text/turtle;q=0.5` } });
same("form of the description", form, response.headers.get("content-type").split(";")[0]);
const text = await response.text();
const read = async (Actor) => {
  const actor = new Actor({ name: "urn:it", bus: { subscribe() {} }, inferHttpsEndpoint: true });
  const metadata = Readable.from([text]).pipe(new StreamParser({ format: form }));
  return (await actor.run({ url: endpoint, metadata })).metadata;
};
const service = await read(ActorRdfMetadataExtractSparqlService);
same("endpoint", endpoint, service.sparqlService);
same("union of graphs as default", undefined, service.unionDefaultGraph);
same("SPARQL 1.1", true, service.supportedLanguages.includes("http://www.w3.org/ns/sparql-service-description#SPARQL11Query"));
same("JSON results", true, service.resultFormats.includes("http://www.w3.org/ns/formats/SPARQL_Results_JSON"));
const { datasets } = await read(ActorRdfMetadataExtractVoid);
const whole = datasets.find((dataset) => dataset.uri === service.defaultGraph);
same("a counted default graph", true, whole !== undefined);
const pattern = new Factory(DataFactory).createPattern(
  DataFactory.variable("s"),
  DataFactory.namedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type"),
  DataFactory.namedNode("https://w3id.org/chancery/ontology#State"),
);
const counted = await rows("SELECT ?s { ?s a chy:State }", [endpoint]);
same("states by VoID", counted.length, (await whole.getCardinality(pattern)).value);
console.log(`the service description: ${datasets.length} datasets, the default graph's counts, languages, formats`);

// 3. A function that the description names is the endpoint's to run.
const upper = await rows("SELECT ?n { ?s a chy:State ; rdfs:label ?l BIND(fn:upper-case(STR(?l)) AS ?n) } LIMIT 1", [
  endpoint,
]);
same("upper case", upper[0].get("n").value.toUpperCase(), upper[0].get("n").value);

// 4. Two endpoints, each asked for its part. Given one endpoint as its only source, Comunica would
// hand it the whole query, so its source is an empty file.
const nothing = { type: "serialized", value: "", mediaType: "text/turtle", baseIRI: "https://example.org/" };
const federated = await rows(
  `SELECT ?here ?there {
     SERVICE <${endpoint}> { ?here a chy:State ; skos:exactMatch ?item }
     SERVICE <${other}> { ?there a chy:State ; skos:exactMatch ?item }
   }`,
  [nothing],
);
same("states by way of Wikidata", expected, federated.length);
same("bases", true, federated.every((row) => row.get("here").value.startsWith("https://w3id.org/")
  && row.get("there").value.startsWith("https://example.org/")));
console.log(`a federated query (SERVICE) over two endpoints, ${federated.length} rows`);

// 5. The same without saying who has what.
const both = await rows("SELECT ?state { ?state a chy:State ; skos:exactMatch ?item }", [endpoint, other]);
same("states of both", 2 * expected, both.length);
console.log(`one query over both endpoints as one graph, ${both.length} rows`);
