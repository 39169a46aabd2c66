package chancery.release.dump;

import chancery.vocab.Chy;
import chancery.vocab.Prefixes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// The links of a release as SSSOM, the Simple Standard for Sharing Ontological Mappings, in TSV:
/// what is said of the whole in comments (YAML), then a line for each link, sorted by thing and
/// item. A negative link has the modifier `Not`.
///
/// Links alone are kept in memory, and the names of the things that have some.
final class SssomFile implements SubjectSink {
    static final String NAME = "links.sssom.tsv";

    /// The columns that may have several values.
    private static final Set<String> SEVERAL = Set.of("linkAuthor", "linkReviewer", "seenIn");

    private static final String SEMAPV = "https://w3id.org/semapv/vocab/";
    private static final List<String> COLUMNS =
            List.of(
                    "subject_id",
                    "subject_label",
                    "predicate_id",
                    "predicate_modifier",
                    "object_id",
                    "object_label",
                    "mapping_justification",
                    "author_label",
                    "reviewer_label",
                    "mapping_date",
                    "confidence",
                    "see_also",
                    "comment");

    private final Writer out;
    private final Edition edition;
    private final Map<String, String> namespaces;
    private final Map<Node, String> labels = new HashMap<>();
    private final List<Map<Node, List<Node>>> links = new ArrayList<>();

    SssomFile(OutputStream out, Edition edition) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.edition = edition;
        this.namespaces = Prefixes.of(edition.base());
        namespaces.put("semapv", SEMAPV);
    }

    @Override
    public void subject(Node subject, List<Triple> triples) {
        for (Triple triple : triples) {
            if (triple.getPredicate().equals(RDF.Nodes.type)
                    && triple.getObject().equals(Chy.LINK)) {
                links.add(
                        triples.stream()
                                .collect(
                                        Collectors.groupingBy(
                                                Triple::getPredicate,
                                                Collectors.mapping(
                                                        Triple::getObject, Collectors.toList()))));
                return;
            }
        }
        if (triples.stream().map(Triple::getPredicate).anyMatch(SssomFile::isRelation)) {
            triples.stream()
                    .filter(triple -> triple.getPredicate().equals(RDFS.Nodes.label))
                    .map(Triple::getObject)
                    .min(
                            Comparator.comparing((Node it) -> !it.getLiteralLanguage().equals("en"))
                                    .thenComparing(Node::getLiteralLexicalForm))
                    .ifPresent(label -> labels.put(subject, label.getLiteralLexicalForm()));
        }
    }

    private static boolean isRelation(Node property) {
        String iri = property.getURI();
        return (iri.startsWith(SKOS.getURI()) && iri.endsWith("Match"))
                || property.equals(Chy.term("notSameAs"));
    }

    @Override
    public void close() throws IOException {
        try (out) {
            Map<String, String> lines = new TreeMap<>();
            Map<String, String> used = new TreeMap<>();
            for (Map<Node, List<Node>> link : links) {
                List<String> fields = fields(link, used);
                String line = String.join("\t", fields) + "\n";
                lines.put(fields.get(0) + " " + fields.get(4) + " " + line, line);
            }
            head(used);
            out.write(String.join("\t", COLUMNS) + "\n");
            for (String line : lines.values()) {
                out.write(line);
            }
        }
    }

    private void head(Map<String, String> used) throws IOException {
        StringBuilder head = new StringBuilder("# curie_map:\n");
        used.forEach(
                (prefix, space) ->
                        head.append("#   ").append(prefix).append(": ").append(space).append('\n'));
        String release = edition.release().getURI();
        out.write(
                head
                        + """
                        # mapping_set_id: %s
                        # mapping_set_version: "%s"
                        # mapping_set_title: "%s"
                        # mapping_set_description: "Links from things to Wikidata, and what is not the same"
                        # license: %s
                        # mapping_provider: %s
                        # mapping_date: "%s"
                        # publication_date: "%s"
                        """
                                .formatted(
                                        edition.file(NAME).getURI(),
                                        edition.id(),
                                        edition.title(),
                                        Edition.LICENCE,
                                        release,
                                        edition.date(),
                                        edition.date()));
    }

    private List<String> fields(Map<Node, List<Node>> link, Map<String, String> used) {
        Node relation = one(link, "linkRelation");
        boolean isNegative = relation.equals(Chy.term("notSameAs"));
        Node subject = one(link, "linkSubject");
        return List.of(
                curie(subject, used),
                cell(labels.getOrDefault(subject, "")),
                curie(isNegative ? SKOS.exactMatch.asNode() : relation, used),
                isNegative ? "Not" : "",
                curie(one(link, "linkObject"), used),
                text(link, "itemLabel"),
                curie(one(link, "linkMethod"), used),
                text(link, "linkAuthor"),
                text(link, "linkReviewer"),
                text(link, "linkDate"),
                text(link, "linkConfidence"),
                text(link, "seenIn"),
                text(link, isNegative ? "linkReason" : "linkEvidence"));
    }

    /// The only value; an empty text for none.
    private static Node one(Map<Node, List<Node>> link, String term) {
        List<Node> all = link.getOrDefault(Chy.term(term), List.of());
        return all.isEmpty() ? RDF.Nodes.nil : all.getFirst();
    }

    /// All values, as SSSOM writes several: with a bar between, and one inside a value escaped.
    private static String text(Map<Node, List<Node>> link, String term) {
        return cell(
                link.getOrDefault(Chy.term(term), List.of()).stream()
                        .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                        .map(text -> SEVERAL.contains(term) ? text.replace("|", "\\|") : text)
                        .collect(Collectors.joining("|")));
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> "\t\n\r\"".indexOf(c) >= 0);
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private String curie(Node node, Map<String, String> used) {
        String iri = node.getURI();
        for (Map.Entry<String, String> each : namespaces.entrySet()) {
            String local =
                    iri.startsWith(each.getValue()) ? iri.substring(each.getValue().length()) : "";
            if (local.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
                used.put(each.getKey(), each.getValue());
                return each.getKey() + ":" + local;
            }
        }
        return iri;
    }
}
