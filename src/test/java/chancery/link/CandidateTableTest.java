package chancery.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.describe.json.Json;
import chancery.describe.json.Place;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a service that nobody knows may put into a table that a person opens.
class CandidateTableTest {
    private static final Thing ARAS =
            new Thing(
                    "place/aras",
                    List.of(new Label("en", "Aras")),
                    "",
                    Set.of(),
                    List.of(),
                    Set.of());

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://localhost/?\"&A1,\"Aras\")",
                "+1",
                "-2+3",
                "@SUM(A1)",
                "'=1",
                "'twas",
                "Aras = Araks",
            })
    void noNameIsAFormulaForASpreadsheetAndEachIsReadAsItWas(String name) throws Exception {
        Path file = folder.resolve("candidates.csv");
        CandidateTable table = CandidateTable.open(file);
        table.put(
                "http://localhost/reconcile",
                Map.of(ARAS, List.of(new Offer("Q1", name, name, BigDecimal.TEN, name))));
        table.write();
        String row = Files.readAllLines(file).get(1);
        assertFalse(row.matches(".*,\"?[=+@-].*"), row);
        CandidateTable.Row read = CandidateTable.open(file).rows().getFirst();
        assertEquals(name, read.field("item_label"));
        assertEquals(name, read.field("description"));
        assertEquals(name, read.field("reasons"));
    }

    @Test
    void whatSteersATerminalIsTakenOutOfAnAnswer() throws Exception {
        Place place = new Place("answer", "", 1);
        Json answer =
                new Json.Arr(
                        List.of(
                                new Json.Obj(
                                        Map.of(
                                                "id", new Json.Str("Q1", place),
                                                "name",
                                                        new Json.Str(
                                                                "A\u001b[31mras\u0007 \u202eriver",
                                                                place)),
                                        place)),
                        place);
        Candidate found = AnswerReader.candidates(answer, "here").getFirst();
        assertEquals("A [31mras river", found.name());
        assertTrue(found.name().chars().noneMatch(Character::isISOControl));
    }
}
