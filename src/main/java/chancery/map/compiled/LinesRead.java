package chancery.map.compiled;

import chancery.map.NTriples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFBase;
import org.jspecify.annotations.Nullable;

/// Reads back the lines of N-Triples that were just written. Most have IRIs and plain literals
/// alone, and the same terms come again and again: these are cut out and remembered. What has an
/// escape or anything else is left to Jena's parser, line by line.
///
/// Used by one thread.
final class LinesRead {
    private static final int REMEMBERED = 1 << 12;
    private static final byte[] END =
            NTriples.end(Optional.empty()).getBytes(StandardCharsets.US_ASCII);

    private final byte[][] texts = new byte[REMEMBERED][];
    private final @Nullable Node[] terms = new Node[REMEMBERED];

    List<Triple> read(byte[] lines, int length) {
        List<Triple> triples = new ArrayList<>();
        int at = 0;
        while (at < length) {
            int next = at;
            while (next < length && lines[next] != '\n') {
                next++;
            }
            next = Math.min(length, next + 1);
            Triple triple = line(lines, at, next);
            if (triple == null) {
                byJena(lines, at, next, triples);
            } else {
                triples.add(triple);
            }
            at = next;
        }
        return triples;
    }

    private @Nullable Triple line(byte[] lines, int from, int to) {
        int end = to - END.length;
        if (end < from || !Arrays.equals(lines, end, to, END, 0, END.length)) {
            return null;
        }
        int subject = iriEnd(lines, from, end);
        int predicate = subject < 0 ? -1 : iriEnd(lines, subject + 1, end);
        if (predicate < 0 || predicate == end) {
            return null;
        }
        Node object = term(lines, predicate + 1, end);
        return object == null
                ? null
                : Triple.create(
                        Objects.requireNonNull(known(lines, from, subject, true)),
                        Objects.requireNonNull(known(lines, subject + 1, predicate, true)),
                        object);
    }

    /// @return place behind an IRI in pointed brackets, before a space or the end; -1 if there is
    ///     none, or one that is not plain
    private static int iriEnd(byte[] lines, int from, int end) {
        if (from >= end || lines[from] != '<') {
            return -1;
        }
        for (int i = from + 1; i < end; i++) {
            byte each = lines[i];
            if (each == '>') {
                return i + 1 == end || lines[i + 1] == ' ' ? i + 1 : -1;
            }
            if (each == '\\' || each == '<' || each == '"' || (each >= 0 && each <= ' ')) {
                return -1;
            }
        }
        return -1;
    }

    private @Nullable Node term(byte[] lines, int from, int to) {
        if (lines[from] == '<') {
            return iriEnd(lines, from, to) == to ? known(lines, from, to, true) : null;
        }
        return lines[from] == '"' ? known(lines, from, to, false) : null;
    }

    /// The term of a text, remembered if it came before.
    private @Nullable Node known(byte[] lines, int from, int to, boolean isIri) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + lines[i];
        }
        int place = (hash ^ hash >>> 16) & REMEMBERED - 1;
        byte[] text = texts[place];
        if (text != null && Arrays.equals(text, 0, text.length, lines, from, to)) {
            return terms[place];
        }
        Node term = isIri ? iri(lines, from + 1, to - 1) : literal(lines, from, to);
        texts[place] = Arrays.copyOfRange(lines, from, to);
        terms[place] = term;
        return term;
    }

    private static Node iri(byte[] lines, int from, int to) {
        return NodeFactory.createURI(new String(lines, from, to - from, StandardCharsets.UTF_8));
    }

    private static @Nullable Node literal(byte[] lines, int from, int to) {
        int quote = from + 1;
        while (quote < to && lines[quote] != '"') {
            if (lines[quote] == '\\') {
                return null;
            }
            quote++;
        }
        if (quote == to) {
            return null;
        }
        String text = new String(lines, from + 1, quote - from - 1, StandardCharsets.UTF_8);
        int behind = quote + 1;
        if (behind == to) {
            return NodeFactory.createLiteralString(text);
        }
        if (lines[behind] == '@') {
            String language =
                    new String(lines, behind + 1, to - behind - 1, StandardCharsets.UTF_8);
            // two hyphens stand before a direction of writing
            return language.contains("--") ? null : NodeFactory.createLiteralLang(text, language);
        }
        boolean isTyped =
                to - behind > 2
                        && lines[behind] == '^'
                        && lines[behind + 1] == '^'
                        && iriEnd(lines, behind + 2, to) == to;
        return isTyped
                ? NodeFactory.createLiteralDT(
                        text,
                        TypeMapper.getInstance()
                                .getSafeTypeByName(
                                        new String(
                                                lines,
                                                behind + 3,
                                                to - behind - 4,
                                                StandardCharsets.UTF_8)))
                : null;
    }

    private static void byJena(byte[] lines, int from, int to, List<Triple> into) {
        RDFParser.source(new ByteArrayInputStream(lines, from, to - from))
                .lang(Lang.NTRIPLES)
                .checking(false)
                .labelToNode(LabelToNode.createUseLabelEncoded())
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                into.add(triple);
                            }
                        });
    }
}
