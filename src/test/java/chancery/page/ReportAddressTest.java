package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportAddressTest {
    private static final String ABOUT = "https://example.org/id/claim/1f";
    private static final String RELEASE = "https://example.org/release/ab";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://r.example/new"
                        + " | https://r.example/new?about=https%3A%2F%2Fexample.org%2Fid%2"
                        + "Fclaim%2F1f&release=https%3A%2F%2Fexample.org%2Frelease%2Fab",
                "https://r.example/new?kind=data"
                        + " | https://r.example/new?kind=data&about=https%3A%2F%2Fexample."
                        + "org%2Fid%2Fclaim%2F1f&release=https%3A%2F%2Fexample.org%2Frelease%2Fab",
                "https://r.example/{about}?t={title}"
                        + " | https://r.example/https%3A%2F%2Fexample.org%2Fid%2Fclaim%2F1"
                        + "f?t=Border%20%26%20length",
                "mailto:a@r.example"
                        + " | mailto:a@r.example?subject=Chancery%3A%20Border%20%26%20leng"
                        + "th&body=About%3A%20https%3A%2F%2Fexample.org%2Fid%2Fclaim%2F1f%0D%0ARe"
                        + "lease%3A%20https%3A%2F%2Fexample.org%2Frelease%2Fab%0D%0A%0D%0A",
                "mailto:a@r.example?body={release}"
                        + " | mailto:a@r.example?body=https%3A%2F%2Fexample.org%2Frelease%"
                        + "2Fab",
            })
    void whatIsLookedAtIsFilledIn(String address, String expected) {
        assertEquals(
                expected, new ReportAddress(address).filled("Border & length", ABOUT, RELEASE));
    }

    @Test
    void titleStandsForWhatIsAboutNothing() {
        assertEquals(
                "https://r.example?q=Dumps",
                new ReportAddress("https://r.example?q={about}").filled("Dumps", "", RELEASE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "me@r.example",
                "javascript:alert(1)",
                "mailto:",
                "mailto:nobody",
                "https:///x",
                "https://r.example/{other}",
                "https://r.example/a b"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertEquals(
                "found \"" + address + "\", expected mailto:… or https://…",
                assertThrows(IllegalArgumentException.class, () -> new ReportAddress(address))
                        .getMessage());
    }
}
