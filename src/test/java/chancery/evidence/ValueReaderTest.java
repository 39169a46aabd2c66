package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.map.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueReaderTest {
    private static final String LONG = "The Treaty on the Great Principles of Friendship";
    private final ValueReader reader = new ValueReader(EvidenceFixture.names());

    /// @param cells party, signed, duration, amount, ordinal and title
    private static Statement value(String cells) {
        return EvidenceFixture.rows("t," + cells + ",,s,0-59,~,asserts,,,G\n")
                .getFirst()
                .values()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            state/russia,,,,,     | Russia          | Azerbaijan
            state/azerbaijan,,,,, | Baku            | Russia
            state/azerbaijan,,,,, | azerbaijan      | azerbaijani
            ,2002-01-25,,,,       | 25 January 2002 | 26 January 2002
            ,,P5Y,,,              | five years      | six years
            ,,P5Y,,,              | P5Y             | P6Y
            ,,,2.4e9 USD,,        | $2.4 billion    | $2.5 billion
            ,,,,15,               | XV              | XVI
            ,,,,15,               | 15th session    | 16th session
            ,,,,2,                | the second      | the third
            ,,,,1,                | inaugural       | introductory
            ,,,,4,                | IV meeting      | iv meeting
            ,,,,146,              | CXLVI           | civil
            ,,,,149,              | CXLIX           | civil
            ,,,,,Land and Water   | Water and land  | Land or water
            ,,,,,"Doe, Jane"      | Jane Doe        | Jane
            ,,,,,Gazette          | “Gazette”       | Gazettes
            """)
    void readsWordsAsTheKindOfValue(String cells, String right, String wrong) {
        Statement value = value(cells);
        assertTrue(reader.states(right, value), right);
        assertFalse(reader.states(wrong, value), wrong);
    }

    @Test
    void fiveWordsAtTheStartNameALongTitle() {
        Statement title = value(",,,,," + LONG);
        assertTrue(reader.states(LONG, title));
        assertTrue(reader.states("The Treaty on the Great", title));
        assertFalse(reader.states("Treaty on the Great Principles", title));
        assertFalse(reader.states("The Treaty on the", title));
        assertFalse(reader.states("The Treaty on the Grea", title));
        assertFalse(reader.states(LONG + " and More", title));
    }

    @Test
    void aThingWithoutANameIsNotMeantByAnything() {
        Statement value = value("state/nowhere,,,,,");
        assertFalse(reader.states("nowhere", value));
        assertFalse(reader.states("state/nowhere", value));
    }

    @Test
    void theWordsOfTheSeedsSurviveTheirOwnReader() {
        long read =
                SeedWords.rows()
                        .flatMap(row -> row.values().stream())
                        .filter(value -> value.triple().getObject().isLiteral())
                        .filter(
                                v ->
                                        reader.states(
                                                v.triple().getObject().getLiteralLexicalForm(), v))
                        .count();
        long all =
                SeedWords.rows()
                        .flatMap(row -> row.values().stream())
                        .filter(value -> value.triple().getObject().isLiteral())
                        .count();
        assertTrue(all > 0);
        assertEquals(all, read);
    }
}
