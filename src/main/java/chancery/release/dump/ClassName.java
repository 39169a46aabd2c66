package chancery.release.dump;

import chancery.vocab.Chy;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/// What files of the things of a class are called. Classes of other vocabularies bear the prefix;
/// those that only describe the ontology or the release itself have no files.
public final class ClassName {
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";

    private static final String ADMS = "http://www.w3.org/ns/adms#";

    private ClassName() {}

    /// @return the classes among the types of a subject that have files, as they come
    public static List<Node> of(List<Triple> triples) {
        return triples.stream()
                .filter(triple -> triple.getPredicate().equals(RDF.Nodes.type))
                .map(Triple::getObject)
                .filter(type -> of(type).isPresent())
                .toList();
    }

    /// @return such as `Agreement` or `skos-Concept`
    public static Optional<String> of(Node type) {
        String iri = type.isURI() ? type.getURI() : "";
        return after(Chy.NS, "", iri)
                .or(() -> after(SKOS.getURI(), "skos-", iri))
                .or(() -> after(GEO, "geo-", iri))
                .or(() -> after(ADMS, "adms-", iri));
    }

    private static Optional<String> after(String namespace, String prefix, String iri) {
        return Optional.of(iri)
                .filter(whole -> whole.startsWith(namespace))
                .map(whole -> whole.substring(namespace.length()))
                .filter(name -> name.matches("[A-Za-z0-9]+"))
                .map(name -> prefix + name);
    }
}
