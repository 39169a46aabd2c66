package chancery.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.describe.TableDescription;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers in signs and patterns of their own.
class NumberFormatTest {
    private static String lexical(String datatype, String text) {
        TableDescription table =
                TableFixture.describe(
                        "t",
                        "{\"name\": \"a\", \"datatype\": " + datatype + "}, {\"name\": \"b\"}",
                        "");
        Findings findings = new Findings();
        Value value =
                TableFixture.check(table, "a,b\n\"" + text + "\",\n", findings)
                        .getFirst()
                        .cell("a")
                        .values()
                        .getFirst();
        return switch (value) {
            case Value.Number number -> number.lexical();
            case Value.Misfit misfit -> "no";
            default -> value.toString();
        };
    }

    private static String pattern(String base, String pattern) {
        return "{\"base\": \"" + base + "\", \"format\": \"" + pattern + "\"}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0;7;7",
                "0;12;12",
                "000;12;no",
                "#,##0;1234;no",
                "#,##0;1,234;1234",
                "#,##0;12,34;no",
                "#,##0;,123;no",
                "#,##,##0;12,34,567;1234567",
                "#,##,##0;1,234,567;no",
                "+0;+1;+1",
                "+0;1;no",
                "-0;-1;-1",
                "-0;+1;no",
            })
    void integersFollowTheirPattern(String pattern, String text, String expected) {
        assertEquals(expected, lexical(pattern("integer", pattern), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "#0.0#;1.5;1.5",
                "#0.0#;1;no",
                "#0.0#;1.234;no",
                "#0.##;1;1",
                "0.000,###;1.234,5;1.2345",
                "0.000,###;1.2345;no",
                "0%;50%;0.5",
                "0%;50;no",
                "%0;%-50;-0.5",
                "0‰;5‰;0.005",
                "#0.0;--1.0;no",
                "#0.0;1.0%;no",
                "#.0;.5;.5",
            })
    void decimalsFollowTheirPattern(String pattern, String text, String expected) {
        assertEquals(expected, lexical(pattern("decimal", pattern), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0.0E0;1.5E3;1.5E3",
                "0.0E0;1.5e-3;1.5e-3",
                "0.0E0;15.0E3;no",
                "0.0E00;1.5E3;no",
                "0.0E+00;1.5E+03;1.5E+03",
                "0.0E0;1.5;no",
            })
    void doublesFollowTheirPattern(String pattern, String text, String expected) {
        assertEquals(expected, lexical(pattern("double", pattern), text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 234 567,8;1234567.8",
                "12.5;no",
                "5,5 %;no",
                "5,5%;0.055",
                "1\u00A0234;1234",
                "1e5;no",
                "NaN;no",
            })
    void withoutPatternAnyDigitsWillDo(String text, String expected) {
        String format = "{\"decimalChar\": \",\", \"groupChar\": \" \"}";
        assertEquals(
                expected, lexical("{\"base\": \"decimal\", \"format\": " + format + "}", text));
    }

    @Test
    void aWholeNumberMayBeAShareOnlyIfNothingIsLeft() {
        String format = "{\"base\": \"integer\", \"format\": {\"groupChar\": \",\"}}";
        assertEquals("2", lexical(format, "200%"));
        assertEquals("no", lexical(format, "250%"));
    }

    @Test
    void tooManyDigitsAreOneFinding() {
        for (String base : List.of("integer", "decimal", "double")) {
            TableDescription table =
                    TableFixture.describe(
                            "t",
                            "{\"name\": \"a\", \"datatype\": \"" + base + "\"}, {\"name\": \"b\"}",
                            "");
            List<String> found = TableFixture.findings(table, "a,b\n" + "9".repeat(10_000) + ",\n");
            assertEquals(1, found.size());
            assertEquals(
                    "number of at most 1000 characters [datatype]",
                    found.getFirst().substring(found.getFirst().indexOf("number of")));
            assertEquals(
                    List.of(), TableFixture.findings(table, "a,b\n" + "9".repeat(1000) + ",\n"));
        }
    }
}
