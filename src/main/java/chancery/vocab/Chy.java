package chancery.vocab;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Terms of our own ontology (`ontology/*.ttl`), prefix `chy:`.
///
/// The namespace never changes with the base of a build: it names the vocabulary, not the data.
public final class Chy {
    public static final String NS = "https://w3id.org/chancery/ontology#";

    /// Classes that the program itself has to know; every other class comes from the metadata.
    public static final Node CLAIM = term("Claim");

    public static final Node PASSAGE = term("Passage");
    public static final Node SOURCE = term("Source");
    public static final Node TIME = term("Time");
    public static final Node QUANTITY = term("Quantity");
    public static final Node DISAGREEMENT = term("Disagreement");
    public static final Node LEADER = term("Leader");
    public static final Node LINK = term("Link");

    private Chy() {}

    /// @param name local name, such as `statedIn`
    /// @return the IRI of that term
    public static Node term(String name) {
        return NodeFactory.createURI(NS + name);
    }
}
