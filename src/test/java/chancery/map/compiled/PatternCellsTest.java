package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.describe.datatype.Datatype.Lengths;
import chancery.describe.datatype.EcmaRegex;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PatternCellsTest {
    private static final List<String> PARTS =
            List.of(
                    "E",
                    "-",
                    "[0-9]",
                    "\\d",
                    "[A-Z]",
                    "[ab]",
                    "[a-c-]",
                    "\\.",
                    "/",
                    "[A-Za-z0-9_]",
                    " ");
    private static final List<String> TIMES =
            List.of("", "", "{2}", "{1,3}", "{2,}", "+", "?", "*");
    private static final String LETTERS = "E-09AZabc./ _é";

    private static boolean reads(CellReader reader, String text) {
        CellText cell = new CellText();
        byte[] bytes = Bytes.of(text);
        cell.set(bytes, 0, bytes.length);
        return reader.read(cell);
    }

    @Test
    void whatIsCompiledMatchesWhatTheExpressionDoes() {
        Random random = new Random(7);
        int compiled = 0;
        int matched = 0;
        for (int i = 0; i < 4000; i++) {
            StringBuilder expression = new StringBuilder(random.nextInt(4) == 0 ? "^" : "");
            for (int part = random.nextInt(4); part >= 0; part--) {
                expression.append(PARTS.get(random.nextInt(PARTS.size())));
                expression.append(TIMES.get(random.nextInt(TIMES.size())));
            }
            expression.append(random.nextInt(4) == 0 ? "$" : "");
            Optional<CellReader> reader = PatternCells.of(expression.toString(), Lengths.ANY);
            if (reader.isEmpty()) {
                continue;
            }
            compiled++;
            Pattern pattern = EcmaRegex.compile(expression.toString());
            for (int j = 0; j < 200; j++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(6); length > 0; length--) {
                    text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
                }
                boolean expected = pattern.matcher(text).matches();
                matched += expected ? 1 : 0;
                assertEquals(
                        expected, reads(reader.get(), text.toString()), expression + " " + text);
            }
        }
        assertTrue(
                compiled > 1000 && matched > 1000, compiled + " compiled, " + matched + " matched");
    }

    @Test
    void otherExpressionsAreLeftToTheReferencePath() {
        for (String expression :
                List.of("a|b", "(ab)+", "a+a", "[^a]", ".", "\\w", "a{3,2}", "é")) {
            assertTrue(PatternCells.of(expression, Lengths.ANY).isEmpty(), expression);
        }
    }
}
