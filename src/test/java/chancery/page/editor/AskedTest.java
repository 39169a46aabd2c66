package chancery.page.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "ASK {}", "\n", "a=b&c\n%zz \"é\"", "ends\n"})
    void textComesBackAsItWas(String query) {
        Asked plain = Asked.of(query);
        assertEquals(plain, Asked.ofText(plain.text()));
        Asked full =
                new Asked(query, Map.of("view", "chart", "column", "a &=\n%é", "as-of", "2001"));
        assertEquals(full, Asked.ofText(full.text()));
    }

    @Test
    void onlyWhatIsKnownIsKeptInOneOrder() {
        Asked asked =
                new Asked("ASK {}", Map.of("as-of", "2001", "view", "map", "x", "y", "from", ""));
        assertEquals("/sparql?query=ASK+%7B%7D&view=map&as-of=2001", asked.address());
        assertEquals("/sparql?query=ASK+%7B%7D&view=map", asked.href());
    }

    @Test
    void anotherLookBeginsAtTheFirstRow() {
        Asked asked = new Asked("q", Map.of("from", "251"));
        assertEquals(new Asked("q", Map.of("view", "map")), asked.with("view", "map"));
        assertEquals(new Asked("q", Map.of("from", "501")), asked.with("from", "501"));
    }
}
