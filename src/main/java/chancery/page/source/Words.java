package chancery.page.source;

import chancery.page.GraphView;
import chancery.page.SourceText;
import chancery.page.Terms;
import chancery.page.TextFolder;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// The words of a source with its passages marked: all of them where they may be shown, else each
/// cited sentence alone.
///
/// @param isWhole whether nothing between is left out
/// @param blocks  paragraphs, or sentences that stand apart; those of this page
/// @param pages   how many there are, at least 1
/// @param absence why there are none, and what can be done; `""` if there are some
public record Words(boolean isWhole, List<Block> blocks, int pages, String absence) {
    /// Characters of one page, as near as paragraphs allow.
    private static final int CHARACTERS = 25_000;

    /// What stands together.
    public record Block(List<Piece> pieces) {}

    /// Some of the text.
    ///
    /// @param href the page of the passage that it is part of, the shortest of several; `""` for
    ///     none
    public record Piece(String text, String href) {}

    /// @param number of the page, from 1
    static Words of(GraphView graph, Node source, Optional<TextFolder> texts, int number) {
        String show = graph.text(source, Chy.term("show"));
        boolean isWhole = show.equals("whole text");
        if (!isWhole && !show.equals("sentence")) {
            return absent("This text may not be shown here.");
        }
        String name = graph.text(source, Chy.term("textFile"));
        String sha256 = graph.text(source, Chy.term("textSha256"));
        SourceText text =
                texts.map(folder -> folder.read(name, sha256)).orElse(new SourceText.Missing(name));
        return switch (text) {
            case SourceText.Missing missing -> absent(howToSupply(missing.name(), sha256));
            case SourceText.Different other ->
                    absent(
                            "The file %s that was supplied is not the text that was read: it has another digest than %s, so nothing of it is shown."
                                    .formatted(other.name(), sha256));
            case SourceText.Whole whole ->
                    of(new MarkedText(whole.text(), spans(graph, source)), isWhole, number);
        };
    }

    private static String howToSupply(String name, String sha256) {
        return name.isEmpty()
                ? "Nothing says which file has the text of this source."
                : "The text is not supplied to this server. Who has it puts it into a folder as %s (SHA-256 %s) and starts the server with --texts and that folder."
                        .formatted(name, sha256);
    }

    private static Words absent(String why) {
        return new Words(false, List.of(), 1, why);
    }

    private static List<MarkedText.Span> spans(GraphView graph, Node source) {
        return graph.allSubjects(Terms.SOURCE, source)
                .filter(node -> graph.isA(node, Chy.PASSAGE))
                .map(
                        passage ->
                                new MarkedText.Span(
                                        graph.number(passage, Terms.CHAR_START),
                                        graph.number(passage, Terms.CHAR_END),
                                        graph.link(passage).href()))
                .filter(span -> span.start() >= 0 && span.end() > span.start())
                .toList();
    }

    private static Words of(MarkedText text, boolean isWhole, int number) {
        List<MarkedText.Range> ranges = isWhole ? text.paragraphs() : text.sentences();
        List<List<MarkedText.Range>> pages = new ArrayList<>(List.of(new ArrayList<>()));
        int characters = 0;
        for (MarkedText.Range range : ranges) {
            if (characters > 0 && characters + range.length() > CHARACTERS) {
                pages.add(new ArrayList<>());
                characters = 0;
            }
            pages.getLast().add(range);
            characters += range.length();
        }
        List<Block> blocks =
                number > pages.size()
                        ? List.of()
                        : pages.get(number - 1).stream()
                                .map(range -> new Block(text.pieces(range)))
                                .toList();
        return new Words(
                isWhole,
                blocks,
                pages.size(),
                ranges.isEmpty() ? "No passage of it is cited." : "");
    }
}
