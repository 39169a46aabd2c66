package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.evidence.Texts.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReanchoringTest {
    private static final String FORMER =
            "Norland met Sudria. 𝄞 They signed a treaty in May. Norland was glad. So was Sudria.";

    /// Where the words stand first in the former text.
    private static Passage passage(String words) {
        int unit = FORMER.indexOf(words);
        int start = FORMER.codePointCount(0, unit);
        return new Passage("s", start, start + words.codePointCount(0, words.length()));
    }

    private static Map<Passage, Anchor> anchors(boolean withFormer, String fresh, String... words) {
        Map<Passage, String> digests = new TreeMap<>();
        Arrays.stream(words).forEach(w -> digests.put(passage(w), ClaimKey.sha256(w)));
        Optional<Text> former = withFormer ? Optional.of(new Text(FORMER, "")) : Optional.empty();
        return new Reanchoring("s", former, new Text(fresh, "")).of(digests);
    }

    private static Anchor anchor(String fresh, String words) {
        return anchors(true, fresh, words).values().iterator().next();
    }

    private static Anchor moved(String fresh, String words, String now) {
        int start = fresh.codePointCount(0, fresh.indexOf(now));
        Passage to = new Passage("s", start, start + now.codePointCount(0, now.length()));
        return new Anchor.Moved(passage(words), to, ClaimKey.sha256(now));
    }

    @Test
    void theSameTextLeavesAllUnchanged() {
        for (Anchor anchor : anchors(false, FORMER, "Norland", "signed a treaty").values()) {
            assertEquals(new Anchor.Unchanged(anchor.from()), anchor);
        }
    }

    @Test
    void theSameCharactersElsewhereHaveMovedAlsoWithoutTheFormerText() {
        String fresh = "New. " + FORMER;
        String words = "They signed a treaty in May.";
        assertEquals(moved(fresh, words, words), anchors(false, fresh, words).get(passage(words)));
        assertEquals(moved(fresh, words, words), anchor(fresh, words));
    }

    @Test
    void otherWhiteSpaceIsNoOtherPassage() {
        String fresh = FORMER.replace("signed a", "signed\n  a");
        assertEquals(
                moved(fresh, "signed a treaty", "signed\n  a treaty"),
                anchor(fresh, "signed a treaty"));
    }

    @Test
    void anotherCaseIsAnotherPassage() {
        Anchor anchor = anchor("NORLAND MET SUDRIA.", "Norland met Sudria.");
        assertEquals(
                new Anchor.Changed(
                        passage("Norland met Sudria."),
                        new Passage("s", 0, 19),
                        100,
                        Set.of(),
                        Set.of()),
                anchor);
    }

    @Test
    void ofSeveralPlacesTheNeighboursTell() {
        String fresh = "In Norland. " + FORMER;
        Map<Passage, Anchor> anchors =
                anchors(true, fresh, " met Sudria", "Norland was", "Sudria.");
        Passage twice = passage("Sudria.");
        int between = fresh.codePointCount(0, fresh.indexOf("Sudria."));
        assertEquals(
                new Anchor.Moved(
                        twice, new Passage("s", between, between + 7), ClaimKey.sha256("Sudria.")),
                anchors.get(twice));
    }

    @Test
    void whatStandsInsideAPassageGoesWithIt() {
        String fresh = "Sudria. " + FORMER;
        Passage inner = passage("Sudria.");
        Map<Passage, Anchor> anchors = anchors(true, fresh, "met Sudria. 𝄞 They", "Sudria.");
        assertEquals(
                new Anchor.Moved(
                        inner,
                        new Passage("s", inner.start() + 8, inner.end() + 8),
                        ClaimKey.sha256("Sudria.")),
                anchors.get(inner));
    }

    @Test
    void withoutNeighboursSeveralPlacesAreForAReader() {
        String fresh = "In Norland. " + FORMER;
        Anchor anchor = anchor(fresh, "Sudria.");
        assertEquals(2, anchor instanceof Anchor.Several several ? several.places().size() : 0);
        assertEquals(false, anchor.isCertain());
    }

    @Test
    void theMostSimilarSentenceIsShownWithItsWords() {
        String fresh = "Norland met Sudria. They signed no treaty in May. So was it.";
        assertEquals(
                new Anchor.Changed(
                        passage("They signed a treaty in May."),
                        new Passage("s", 20, 49),
                        83,
                        Set.of("a"),
                        Set.of("no")),
                anchor(fresh, "They signed a treaty in May."));
    }

    @Test
    void whatNoSentenceResemblesIsLost() {
        assertEquals(
                new Anchor.Lost(passage("They signed a treaty in May.")),
                anchor("Nothing of it is left.", "They signed a treaty in May."));
    }

    @Test
    void withoutTheFormerTextOnlyTheDigestTells() {
        String words = "They signed a treaty in May.";
        String fresh = FORMER.replace("a treaty", "no treaty");
        assertEquals(
                new Anchor.Lost(passage(words)), anchors(false, fresh, words).get(passage(words)));
    }

    @Test
    void aPlaceOfAPassageThatIsLeftIsNotTaken() {
        // what stood first is gone, and what stood second is now exactly there
        String former = "AAAA. BBBB.";
        String fresh = "BBBB. CCCC.";
        Passage first = new Passage("s", 0, 5);
        Passage second = new Passage("s", 6, 11);
        Map<Passage, Anchor> anchors =
                new Reanchoring("s", Optional.of(new Text(former, "")), new Text(fresh, ""))
                        .of(
                                Map.of(
                                        first, ClaimKey.sha256("AAAA."),
                                        second, ClaimKey.sha256("BBBB.")));
        assertEquals(
                List.of(new Anchor.Lost(first), new Anchor.Waiting(second, first)),
                List.copyOf(anchors.values()));
    }

    @Test
    void aPlaceOfAPassageThatMovesAwayIsFree() {
        String former = "AAAA. BBBB.";
        String fresh = "BBBB. AAAA.";
        Passage first = new Passage("s", 0, 5);
        Passage second = new Passage("s", 6, 11);
        Map<Passage, Anchor> anchors =
                new Reanchoring("s", Optional.of(new Text(former, "")), new Text(fresh, ""))
                        .of(
                                Map.of(
                                        first, ClaimKey.sha256("AAAA."),
                                        second, ClaimKey.sha256("BBBB.")));
        assertEquals(true, anchors.values().stream().allMatch(Anchor::isCertain));
    }
}
