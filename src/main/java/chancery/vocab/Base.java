package chancery.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The base under which a build names its things: `<base>id/…`, `<base>graph/…`, `<base>release/…`.
///
/// @param iri absolute IRI ending in `/`
public record Base(String iri) {
    public static final Base DEFAULT = new Base("https://w3id.org/chancery/");

    public Base {
        if (!iri.endsWith("/") || !iri.matches("https?://[^\\s<>\"{}|\\\\^`]+")) {
            throw new IllegalArgumentException(
                    "base: found \"" + iri + "\", expected an absolute IRI that ends in /");
        }
    }

    /// @param kind such as `state`
    /// @param slug lower-case letters, digits and hyphens (for times and quantities also `_`)
    public Node id(String kind, String slug) {
        return NodeFactory.createURI(iri + "id/" + kind + "/" + slug);
    }

    /// @param name such as `best` or `source/wikipedia-2016`
    public Node graph(String name) {
        return NodeFactory.createURI(iri + "graph/" + name);
    }

    public Node release(String id) {
        return NodeFactory.createURI(iri + "release/" + id);
    }

    /// The IRI without the base where it has it, so that what is computed from it does not depend
    /// on the base.
    public String relative(String anyIri) {
        return anyIri.startsWith(iri) ? anyIri.substring(iri.length()) : anyIri;
    }
}
