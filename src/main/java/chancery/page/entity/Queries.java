package chancery.page.entity;

import chancery.page.GraphView;
import chancery.vocab.Chy;
import java.util.Collection;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The queries that give what the tables of a page show.
public final class Queries {
    private static final String PREFIXES =
            """
            PREFIX chy: <%s>
            PREFIX rdf: <%s>
            PREFIX rdfs: <%s>
            PREFIX skos: <%s>
            """
                    .formatted(Chy.NS, RDF.uri, RDFS.uri, SKOS.uri);

    private final String thing;

    private final String ids;

    /// @param graph in which the thing is
    public Queries(GraphView graph, Node thing) {
        this.thing = "<" + thing + ">";
        this.ids = graph.node("id/").getURI();
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

    /// The accepted times of the thing and of what points to it.
    ///
    /// @param dates   properties whose values are times
    /// @param leftOut kinds of things whose times are none of its own
    public String times(Collection<Node> dates, Collection<String> leftOut) {
        String properties =
                dates.stream()
                        .map(it -> "<" + it + ">")
                        .sorted()
                        .collect(Collectors.joining("\n    "));
        String kinds =
                leftOut.stream()
                        .map(it -> "\"" + it + "\"")
                        .sorted()
                        .collect(Collectors.joining(", "));
        return PREFIXES
                + """
                SELECT ?thing ?date ?time WHERE {
                  { VALUES ?thing { THING } }
                  UNION
                  { SELECT DISTINCT ?thing WHERE {
                    ?thing ?property THING .
                    FILTER(?thing != THING)
                    FILTER(?property NOT IN (rdf:subject, rdf:predicate, rdf:object, rdf:type))
                    BIND(STRBEFORE(STRAFTER(STR(?thing), "IDS"), "/") AS ?kind)
                    FILTER(?kind NOT IN ("", KINDS))
                  } }
                  VALUES ?date {
                    DATES
                  }
                  ?thing ?date ?time .
                  FILTER(STRSTARTS(STR(?time), "IDStime/"))
                  OPTIONAL { ?time chy:startEarliest|chy:endEarliest ?known }
                }
                GROUP BY ?thing ?date ?time
                ORDER BY MIN(?known) ?thing
                """
                        .replace("KINDS", kinds)
                        .replace("DATES", properties)
                        .replace("IDS", ids)
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
