package chancery.release.slice;

import chancery.release.sort.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    static boolean hasSubject(byte[] entry, byte[] subject) {
        return subject.length > 0
                && entry.length > subject.length
                && entry[subject.length] == 0
                && Arrays.equals(entry, 0, subject.length, subject, 0, subject.length);
    }

    /// @return the object of a triple if it can be a subject as well; else `""`
    static String thingNamed(byte[] entry) {
        int from = Entry.end(entry, Entry.end(entry, 0) + 1) + 1;
        boolean isIri = entry[from] == '<' && entry[from + 1] != '<';
        return isIri ? new String(entry, from, entry.length - from, StandardCharsets.UTF_8) : "";
    }
}
