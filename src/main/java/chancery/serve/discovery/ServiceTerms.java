package chancery.serve.discovery;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// IRIs of the vocabularies in which services describe themselves.
final class ServiceTerms {
    static final String SD = "http://www.w3.org/ns/sparql-service-description#";
    static final String FORMATS = "http://www.w3.org/ns/formats/";
    static final String SPARQL = "http://www.w3.org/ns/sparql#";
    static final String SCHEMA = "https://schema.org/";
    static final String FOAF = "http://xmlns.com/foaf/0.1/";

    static final List<String> LANGUAGES = List.of("SPARQL10Query", "SPARQL11Query", "SPARQLQuery");
    static final List<String> VERSIONS = List.of("version-1.0", "version-1.1", "version-1.2");

    static final List<String> RESULTS =
            List.of(
                    "SPARQL_Results_JSON",
                    "SPARQL_Results_XML",
                    "SPARQL_Results_CSV",
                    "SPARQL_Results_TSV",
                    "Turtle",
                    "N-Triples",
                    "JSON-LD",
                    "RDF_XML");

    private ServiceTerms() {}

    static Node sd(String name) {
        return NodeFactory.createURI(SD + name);
    }

    static Node schema(String name) {
        return NodeFactory.createURI(SCHEMA + name);
    }
}
