package chancery.page.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.page.source.MarkedText.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedTextTest {
    @Test
    void aParagraphIsCutWhereAPassageBeginsOrEnds() {
        assertEquals(
                List.of("They met in [1991/a] in [Baku/b].", "It rained."),
                paragraphs(
                        "They met in 1991 in Baku.\n\nIt rained.\n",
                        new Span(12, 16, "a"),
                        new Span(20, 24, "b")));
    }

    @Test
    void whatLiesInSeveralPassagesLeadsToTheShortest() {
        assertEquals(
                List.of("[They met /long][in 1991/short][ in Baku/long]."),
                paragraphs(
                        "They met in 1991 in Baku.",
                        new Span(0, 24, "long"),
                        new Span(9, 16, "short")));
    }

    @Test
    void passagesAreCountedInCodePoints() {
        assertEquals(List.of("😀😀 [лес/a]!"), paragraphs("😀😀 лес!", new Span(3, 6, "a")));
    }

    @Test
    void aPassageThatLeavesTheTextIsLeftOut() {
        assertEquals(List.of("Short."), paragraphs("Short.", new Span(3, 70, "a")));
    }

    @Test
    void onlySentencesWithPassagesAreCutOutAndThoseOfOneSentenceStayTogether() {
        MarkedText text =
                new MarkedText(
                        "It rained. They met in 1991 in Baku. It rained. In 1992 they met.",
                        List.of(
                                new Span(23, 27, "a"),
                                new Span(31, 35, "b"),
                                new Span(51, 55, "c")));
        assertEquals(
                List.of("They met in [1991/a] in [Baku/b]. ", "In [1992/c] they met."),
                text.sentences().stream().map(range -> shown(text.pieces(range))).toList());
    }

    @Test
    void aPassageOverTwoSentencesKeepsThemTogether() {
        MarkedText text = new MarkedText("One. Two. Three.", List.of(new Span(0, 8, "a")));
        assertEquals(
                List.of("[One. Two/a]. "),
                text.sentences().stream().map(range -> shown(text.pieces(range))).toList());
    }

    private static List<String> paragraphs(String text, Span... spans) {
        MarkedText marked = new MarkedText(text, List.of(spans));
        return marked.paragraphs().stream().map(range -> shown(marked.pieces(range))).toList();
    }

    private static String shown(List<Words.Piece> pieces) {
        return pieces.stream()
                .map(
                        it ->
                                it.href().isEmpty()
                                        ? it.text()
                                        : "[" + it.text() + "/" + it.href() + "]")
                .collect(Collectors.joining());
    }
}
