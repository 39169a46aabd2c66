package chancery.release.dump;

import chancery.vocab.Base;
import chancery.vocab.Prefixes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/// A graph in JSON-LD 1.1: one node object for each subject, a line each, so that a file of any
/// size can be read as lines, too. Names are shortened by our prefixes; a literal keeps the form it
/// has, as a string beside its datatype.
final class JsonLdFile implements SubjectSink {
    private final Writer out;
    private final Map<String, String> byNamespace = new HashMap<>();
    private final Set<String> prefixes;
    private boolean isFirst = true;

    JsonLdFile(OutputStream out, Base base) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
        Map<String, String> all = Prefixes.of(base);
        this.prefixes = Set.copyOf(all.keySet());
        all.forEach((prefix, namespace) -> byNamespace.putIfAbsent(namespace, prefix));
        StringBuilder context = new StringBuilder("{\"@context\":{\"@version\":1.1");
        all.forEach((prefix, space) -> JsonText.pair(context.append(','), prefix, space));
        this.out.write(context + "},\n\"@graph\":[");
    }

    @Override
    public void subject(Node subject, List<Triple> triples) throws IOException {
        StringBuilder node = new StringBuilder(isFirst ? "\n{" : ",\n{");
        isFirst = false;
        boolean isShort = triples.stream().flatMap(JsonLdFile::names).noneMatch(this::isMistakable);
        if (!isShort) {
            node.append("\"@context\":null,");
        }
        JsonText.pair(node, "@id", name(subject.getURI(), isShort));
        for (int from = 0, to; from < triples.size(); from = to) {
            Node property = triples.get(from).getPredicate();
            to = from + 1;
            while (to < triples.size() && triples.get(to).getPredicate().equals(property)) {
                to++;
            }
            node.append(',');
            property(node, property, triples.subList(from, to), isShort);
        }
        out.write(node.append('}').toString());
    }

    private void property(StringBuilder node, Node property, List<Triple> same, boolean isShort) {
        boolean isType = property.equals(RDF.Nodes.type);
        JsonText.quoted(node, isType ? "@type" : name(property.getURI(), isShort));
        node.append(same.size() > 1 ? ":[" : ":");
        String between = "";
        for (Triple triple : same) {
            node.append(between);
            between = ",";
            if (isType) {
                JsonText.quoted(node, name(triple.getObject().getURI(), isShort));
            } else {
                value(node, triple.getObject(), isShort);
            }
        }
        node.append(same.size() > 1 ? "]" : "");
    }

    private void value(StringBuilder node, Node value, boolean isShort) {
        if (value.isURI()) {
            JsonText.pair(node.append('{'), "@id", name(value.getURI(), isShort));
            node.append('}');
        } else if (!value.getLiteralLanguage().isEmpty()) {
            JsonText.pair(node.append('{'), "@value", value.getLiteralLexicalForm());
            JsonText.pair(node.append(','), "@language", value.getLiteralLanguage());
            node.append('}');
        } else if (value.getLiteralDatatypeURI().equals(XSD.xstring.getURI())) {
            JsonText.quoted(node, value.getLiteralLexicalForm());
        } else {
            JsonText.pair(node.append('{'), "@value", value.getLiteralLexicalForm());
            JsonText.pair(node.append(','), "@type", name(value.getLiteralDatatypeURI(), isShort));
            node.append('}');
        }
    }

    private static Stream<String> names(Triple triple) {
        Node object = triple.getObject();
        return Stream.of(
                triple.getSubject().getURI(),
                triple.getPredicate().getURI(),
                object.isURI() ? object.getURI() : object.getLiteralDatatypeURI());
    }

    /// A name such as `geo:40,50` would be read as a shortened one.
    private boolean isMistakable(String iri) {
        int colon = iri.indexOf(':');
        return !iri.startsWith("//", colon + 1) && prefixes.contains(iri.substring(0, colon));
    }

    /// All our namespaces end in one of these signs.
    private String name(String iri, boolean isShort) {
        int end = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1;
        String prefix =
                isShort && end < iri.length() ? byNamespace.get(iri.substring(0, end)) : null;
        return prefix == null ? iri : prefix + ":" + iri.substring(end);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            out.write("\n]}\n");
        }
    }
}
