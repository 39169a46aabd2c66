package chancery.page;

import chancery.vocab.Chy;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// A passage as it is shown: where it is, and its sentence if that may and can be shown.
///
/// @param row       where it is, if it is a row of a dataset's file; it then has no characters,
///     and its number stands for them, so that rows come in their order
/// @param quotation the sentence
/// @param absence   why there is no sentence; `""` if there is one
public record PassageView(
        Link link,
        Optional<RowPlace> row,
        int start,
        int end,
        String part,
        String digest,
        Optional<Quotation> quotation,
        String absence) {
    private static final String ROWS_ARE_NOT_SHOWN =
            "The files of datasets are not shown here; the row says where to look.";

    public static PassageView of(GraphView graph, Node passage, Optional<TextFolder> texts) {
        Optional<RowPlace> row = RowPlace.of(graph, passage);
        if (row.isPresent()) {
            int number = row.get().number();
            Link link = graph.link(passage);
            return new PassageView(
                    link, row, number, number, "", "", Optional.empty(), ROWS_ARE_NOT_SHOWN);
        }
        int start = graph.number(passage, Terms.CHAR_START);
        int end = graph.number(passage, Terms.CHAR_END);
        Optional<Node> source = graph.object(passage, Terms.SOURCE);
        boolean mayShow = source.map(node -> mayShow(graph, node)).orElse(false);
        SourceText text =
                texts.filter(folder -> mayShow)
                        .map(
                                folder ->
                                        folder.read(
                                                text(graph, source, "textFile"),
                                                text(graph, source, "textSha256")))
                        .orElse(new SourceText.Missing(""));
        Optional<Quotation> quotation = quotation(text, start, end);
        return new PassageView(
                graph.link(passage),
                row,
                start,
                end,
                graph.text(passage, Chy.term("part")),
                graph.text(passage, Chy.term("digest")),
                quotation,
                quotation.isPresent() ? "" : absence(mayShow, text));
    }

    /// Whether sentences of a source may be shown.
    public static boolean mayShow(GraphView graph, Node source) {
        String show = graph.text(source, Chy.term("show"));
        return show.equals("sentence") || show.equals("whole text");
    }

    private static String text(GraphView graph, Optional<Node> source, String term) {
        return source.map(node -> graph.text(node, Chy.term(term))).orElse("");
    }

    private static Optional<Quotation> quotation(SourceText text, int start, int end) {
        return start >= 0 && end > start && text instanceof SourceText.Whole whole
                ? TextFolder.quote(whole.text(), start, end)
                : Optional.empty();
    }

    private static String absence(boolean mayShow, SourceText text) {
        if (!mayShow) {
            return "The text of this source may not be shown here.";
        }
        return switch (text) {
            case SourceText.Missing missing ->
                    "The text of this source is not supplied to this server.";
            case SourceText.Different other ->
                    "The file %s that was supplied is not the text that was read, so nothing of it is shown."
                            .formatted(other.name());
            case SourceText.Whole whole -> "The text that was supplied ends before this passage.";
        };
    }
}
