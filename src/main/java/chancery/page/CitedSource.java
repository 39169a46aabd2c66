package chancery.page;

import chancery.vocab.Chy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// The source that a claim or a passage is from, with the place in it, as a footnote needs them.
/// What the source does not say of itself is `""`.
///
/// @param id        the last part of its IRI
/// @param title     its own, else what it is called here
/// @param year      in which it was published, or of which its data are
/// @param published the same in words, such as `29 September 2016 or later`
/// @param place     such as `characters 27–68`
public record CitedSource(
        String id,
        String iri,
        List<String> authors,
        String title,
        String publisher,
        String year,
        String published,
        String place) {
    private static final Pattern YEAR = Pattern.compile("(?<!\\d)\\d{4}(?!\\d)");

    public CitedSource {
        authors = List.copyOf(authors);
    }

    /// @param node a claim or a passage
    /// @return empty for what has no source
    public static Optional<CitedSource> of(GraphView graph, Node node) {
        boolean isPassage = graph.isA(node, Chy.PASSAGE) || graph.isA(node, Terms.TABLE_ROW);
        List<Node> passages = isPassage ? List.of(node) : graph.objects(node, Terms.PASSAGE);
        return Stream.of(Terms.STATED_IN, Terms.SOURCE)
                .flatMap(property -> graph.objects(node, property).stream())
                .filter(Node::isURI)
                .findFirst()
                .map(source -> of(graph, source, place(graph, passages)));
    }

    private static CitedSource of(GraphView graph, Node source, String place) {
        String title = graph.text(source, Chy.term("title"));
        Optional<Node> time = DisagreementPage.publishedTime(graph, source);
        Matcher year = YEAR.matcher(time.map(graph::edtf).orElse(""));
        String iri = source.getURI();
        return new CitedSource(
                iri.substring(iri.lastIndexOf('/') + 1),
                iri,
                graph.links(source, Chy.term("author")).stream().map(Link::text).toList(),
                title.isEmpty() ? graph.link(source).text() : title,
                graph.text(source, Chy.term("publisher")),
                year.find() ? year.group() : "",
                DisagreementPage.published(graph, source),
                place);
    }

    private static String place(GraphView graph, List<Node> passages) {
        return passages.stream()
                .map(passage -> PassageView.of(graph, passage, Optional.empty()))
                .sorted(Comparator.comparingInt(PassageView::start))
                .map(
                        it ->
                                it.row()
                                        .map(RowPlace::toString)
                                        .orElseGet(
                                                () ->
                                                        "characters %d–%d"
                                                                .formatted(it.start(), it.end())))
                .collect(Collectors.joining(", "));
    }

    /// When it was published, where that is more than a year, and the place.
    String note() {
        return Stream.of(published.equals(year) ? "" : published, place)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /// In a line: who, what, where, when, which place.
    String inWords() {
        return Stream.of(String.join(", ", authors), title, publisher, published, place)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
