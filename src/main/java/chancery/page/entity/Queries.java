package chancery.page.entity;

import chancery.vocab.Chy;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The queries that give what the tables of a page show.
final class Queries {
    private static final String PREFIXES =
            """
            PREFIX chy: <%s>
            PREFIX rdf: <%s>
            PREFIX rdfs: <%s>
            PREFIX skos: <%s>
            """
                    .formatted(Chy.NS, RDF.uri, RDFS.uri, SKOS.uri);

    private final String thing;

    Queries(Node thing) {
        this.thing = "<" + thing + ">";
    }

    String facts() {
        return PREFIXES
                + """
                SELECT ?property ?value WHERE {
                  THING ?property ?value .
                  FILTER(?property NOT IN (rdf:type, rdfs:label, skos:prefLabel, skos:altLabel,
                    skos:hiddenLabel, skos:exactMatch))
                }
                ORDER BY ?property ?value
                """
                        .replace("THING", thing);
    }

    String values(Node property) {
        return "SELECT ?value WHERE { THING <%s> ?value }\nORDER BY ?value\n"
                .formatted(property)
                .replace("THING", thing);
    }

    String incoming() {
        return PREFIXES
                + """
                SELECT ?property ?thing WHERE {
                  ?thing ?property THING .
                  FILTER(?property NOT IN (rdf:subject, rdf:predicate, rdf:object, rdf:type))
                  FILTER NOT EXISTS { ?thing a chy:Disagreement ; chy:about THING .
                    FILTER(?property = chy:about) }
                }
                ORDER BY ?property ?thing
                """
                        .replace("THING", thing);
    }

    String incoming(Node property) {
        String others =
                property.equals(Chy.term("about"))
                        ? "\n  FILTER NOT EXISTS { ?thing a chy:Disagreement }"
                        : "";
        return PREFIXES
                + "SELECT ?thing WHERE {\n  ?thing <%s> THING .%s\n}\nORDER BY ?thing\n"
                        .formatted(property, others)
                        .replace("THING", thing);
    }

    /// @param place `rdf:subject` or `rdf:object`: where a claim has the thing
    String said(Node place) {
        return PREFIXES
                + """
                SELECT ?claim ?about ?property ?value ?verdict WHERE {
                  ?claim <PLACE> THING ; rdf:subject ?about ; rdf:predicate ?property ;
                    rdf:object ?value ; chy:verdict ?verdict .
                  FILTER(?verdict != chy:Accepted)
                }
                ORDER BY ?claim
                """
                        .replace("PLACE", place.toString())
                        .replace("THING", thing);
    }
}
