package chancery.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.table.Position;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A decision about what was decided already.
class DecisionsTest {
    private static final String PAIR = Decisions.pair("place/aras", "Q901");

    private static CandidateTable.Row row(String relation, String decision) {
        return new CandidateTable.Row(
                Position.of("candidates.csv"),
                Map.of(
                        "thing", "place/aras",
                        "item", "Q901",
                        "relation", relation,
                        "decision", decision,
                        "reason", "A river"));
    }

    private static Decisions of(Map<String, String> linked, CandidateTable.Row... rows) {
        return Decisions.of(List.of(rows), linked, "2026-12-01", "curator");
    }

    @Test
    void theSameAsTheTablesSayIsPassedOver() {
        Decisions decided = of(Map.of(PAIR, "exactMatch"), row("", "accept"));
        assertEquals(List.of(), decided.wrong());
        assertEquals(List.of(), decided.links());
    }

    @Test
    void anotherRelationThanTheTablesHaveIsTold() {
        assertEquals(1, of(Map.of(PAIR, "exactMatch"), row("closeMatch", "accept")).wrong().size());
    }

    @Test
    void aRejectionOfWhatIsLinkedIsTold() {
        List<String> wrong = of(Map.of(PAIR, "exactMatch"), row("", "reject")).wrong();
        assertEquals(
                List.of(
                        "candidates.csv: column \"decision\": found \"reject\", expected none"
                                + " against exactMatch, decided already"),
                wrong);
    }

    @Test
    void twoDecisionsAgainstEachOtherAreTold() {
        assertEquals(1, of(Map.of(), row("", "accept"), row("", "reject")).wrong().size());
    }

    @Test
    void theSameItemOfTwoServicesIsOneLink() {
        Decisions decided = of(Map.of(), row("", "accept"), row("", "accept"));
        assertEquals(List.of(), decided.wrong());
        assertEquals(1, decided.links().size());
    }
}
