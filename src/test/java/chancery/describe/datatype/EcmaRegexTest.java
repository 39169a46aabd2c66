package chancery.describe.datatype;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcmaRegexTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "^a+$ aa true",
                "[[]] [] true",
                "[[a] [ true",
                "[a&&b]+ a&b true",
                "[^]* x true",
                "[] x false",
                "a(?=b)b ab true",
                "(a)\\1 aa true",
                "\\$\\. $. true",
                "[$.]+ .$ true",
                "\\d+ ٣ false",
            })
    void readsWhatEcmascriptReads(String regex, String text, boolean expected) {
        assertEquals(expected, EcmaRegex.compile(regex).matcher(text).matches());
    }
}
