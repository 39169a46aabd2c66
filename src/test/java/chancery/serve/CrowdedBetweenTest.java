package chancery.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Ten thousand events between two invented states, and things that are not as they should be.
@Timeout(300)
class CrowdedBetweenTest {
    private static final int EVENTS = 10_000;
    private static final String PAIR = CrowdedPair.PATH;
    private static final int MOST_BYTES = 150_000;

    @TempDir static Path folder;
    private static LiveServer server;

    @BeforeAll
    static void open() throws Exception {
        server = LiveServer.with(CrowdedPair.trig(EVENTS), folder);
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?page=100",
                "?page=201",
                "?from=1992-01-01&to=1992-01-01",
                "?from=1992&to=1992",
                "?stance=any&source=gazette",
                "?kind=event&disputed=no&from=1999",
            })
    void everyPageOfTenThousandIsSmall(String choice) throws Exception {
        HttpResponse<String> response = server.web().get(PAIR + choice, "text/html");
        assertEquals(200, response.statusCode());
        int bytes = response.body().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < MOST_BYTES, bytes + " bytes");
        assertFalse(response.body().contains("<script>alert"), "written as text");
        assertFalse(response.body().contains("<img src=x"), "written as text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wide", "narrow"})
    void everyEventIsDrawnOrCounted(String window) throws Exception {
        String page = server.web().get(PAIR + "?kind=event&from=1992", "text/html").body();
        Matcher drawing =
                Pattern.compile("(?s)<svg class=\"timeline " + window + "\".*?</svg>")
                        .matcher(page);
        assertTrue(drawing.find());
        int counted = 0;
        Matcher crowds = Pattern.compile(">\\+([0-9,]+)</text>").matcher(drawing.group());
        while (crowds.find()) {
            counted += Integer.parseInt(crowds.group(1).replace(",", ""));
        }
        Matcher drawn =
                Pattern.compile("<a href=\"/id/event/[^\"]+\"><title>").matcher(drawing.group());
        while (drawn.find()) {
            counted++;
        }
        assertEquals(EVENTS, counted);
    }

    @Test
    void whatHasNoNameNoDateOrABadOneIsListedAllTheSame() throws Exception {
        String last = server.web().get(PAIR + "?page=201", "text/html").body();
        String list = last.substring(last.indexOf("id=\"undated\""));
        assertTrue(list.contains(">nameless<"), list);
        assertTrue(list.contains("Broken date"), list);
        assertTrue(list.contains("&lt;img src=x"), list);
        assertTrue(last.contains("22 April"), last);
        assertTrue(server.web().get(PAIR, "text/html").body().contains("Very long ago"));
    }

    @Test
    void stateWithNothingBetweenItAndOthersHasAPageThatSaysSo() throws Exception {
        String page = server.web().get("/between/alone/north", "text/html").body();
        assertTrue(page.contains("There is nothing of these."), page);
        String partners = server.web().get("/between/alone", "text/html").body();
        assertTrue(partners.contains("There are none"), partners);
    }

    @Test
    void releaseWithoutStatesHasAnEmptyList(@TempDir Path empty) throws Exception {
        String nobody = "<id/person/anna> a <https://w3id.org/chancery/ontology#Person> .";
        try (LiveServer nothing = LiveServer.with(nobody, empty)) {
            HttpResponse<String> pairs = nothing.web().get("/between", "text/html");
            assertEquals(200, pairs.statusCode());
            assertTrue(pairs.body().contains("There are none in this release"), pairs.body());
            assertEquals(404, nothing.web().get(PAIR, "text/html").statusCode());
        }
    }
}
