package chancery.release.graph;

import chancery.release.sort.Entry;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.atlas.lib.EscapeStr;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// Makes quads and triples of the entries of [QuadEntries].
///
/// It remembers some terms, since the same ones come again and again. Not for several threads at
/// once.
public final class EntryTerms {
    private static final int REMEMBERED = 1 << 13;
    private static final String TRIPLE_BEGIN = "<<( ";
    private static final String TRIPLE_END = " )>>";

    private final byte[][] texts = new byte[REMEMBERED][];
    private final Node[] terms = new Node[REMEMBERED];

    public Quad quad(byte[] entry) {
        int graph = Entry.end(entry, 0);
        return Quad.create(term(entry, 0, graph), triple(entry, graph + 1));
    }

    public Triple triple(byte[] entry) {
        return triple(entry, 0);
    }

    private Triple triple(byte[] entry, int from) {
        int subject = Entry.end(entry, from);
        int predicate = Entry.end(entry, subject + 1);
        return Triple.create(
                term(entry, from, subject),
                term(entry, subject + 2, predicate),
                term(entry, predicate + 1, entry.length));
    }

    private Node term(byte[] entry, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + entry[i];
        }
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        byte @Nullable [] text = texts[place];
        if (text == null || !Arrays.equals(text, 0, text.length, entry, from, to)) {
            terms[place] = term(new String(entry, from, to - from, StandardCharsets.UTF_8));
            texts[place] = Arrays.copyOfRange(entry, from, to);
        }
        return terms[place];
    }

    /// @param text of a term as N-Quads writes it; no blank node
    private static Node term(String text) {
        if (text.startsWith(TRIPLE_BEGIN)) {
            return NodeFactory.createTripleTerm(inner(text));
        }
        if (text.startsWith("<")) {
            return iri(text);
        }
        int quote = text.lastIndexOf('"');
        String value = text.substring(1, quote);
        if (value.indexOf('\\') >= 0) {
            value = EscapeStr.unescapeStr(value);
        }
        String kind = text.substring(quote + 1);
        if (kind.isEmpty()) {
            return NodeFactory.createLiteralString(value);
        }
        if (kind.startsWith("^^")) {
            String type = iri(kind.substring(2)).getURI();
            return NodeFactory.createLiteralDT(value, NodeFactory.getType(type));
        }
        int direction = kind.indexOf("--");
        return direction < 0
                ? NodeFactory.createLiteralLang(value, kind.substring(1))
                : NodeFactory.createLiteralDirLang(
                        value, kind.substring(1, direction), kind.substring(direction + 2));
    }

    private static Node iri(String text) {
        String iri = text.substring(1, text.length() - 1);
        return NodeFactory.createURI(iri.indexOf('\\') < 0 ? iri : EscapeStr.unescapeUnicode(iri));
    }

    private static Triple inner(String text) {
        int subject = TRIPLE_BEGIN.length();
        int predicate = text.indexOf(' ', subject) + 1;
        int object = text.indexOf(' ', predicate) + 1;
        return Triple.create(
                term(text.substring(subject, predicate - 1)),
                term(text.substring(predicate, object - 1)),
                term(text.substring(object, text.length() - TRIPLE_END.length())));
    }
}
