package chancery.release.slice;

import chancery.release.sort.Entry;
import java.util.List;
import org.apache.jena.graph.Node;

/// A triple of the default graph, its terms as N-Triples writes them.
record Statement(String subject, String predicate, String object) {
    /// @param entry of a triple
    static Statement of(byte[] entry) {
        List<String> texts = Entry.texts(entry);
        // before the predicate stands what sorts it
        return new Statement(texts.get(0), texts.get(1).substring(1), texts.get(2));
    }

    /// @param iri of a thing
    static String term(Node iri) {
        return "<" + iri.getURI() + ">";
    }

    /// Whether the object can be a subject as well.
    boolean namesAThing() {
        return object.startsWith("<") && !object.startsWith("<<");
    }
}
