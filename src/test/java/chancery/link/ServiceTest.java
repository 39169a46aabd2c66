package chancery.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A client against a server that plays back what services do on bad days.
class ServiceTest {
    private static final String ANSWER =
            """
            {"q0": {"result": [
              {"id": "Q1", "name": "Aras", "score": 98.5, "match": true,
               "type": [{"id": "Q4022", "name": "river"}],
               "features": [{"id": "P17", "value": 100}, {"id": "all_labels", "value": 97}]},
              {"id": "Q2", "name": "Araz", "score": 60}]}}""";
    private static final Thing ARAS =
            new Thing(
                    "place/aras",
                    List.of(new Label("en", "Aras")),
                    "Q2221906",
                    Set.of("Q2221906"),
                    List.of(
                            new Property("P17", "Q227", "Azerbaijan"),
                            new Property("P571", "", "1991")),
                    Set.of());
    private static final List<Question> QUESTION =
            List.of(new Question(ARAS, ARAS.labels().getFirst(), 5));
    private static final Duration SHORT = Duration.ofMillis(300);

    private final List<Duration> slept = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private RecordedService recorded = new RecordedService(RecordedService.json("{}"));

    /// A clock that goes on only when somebody sleeps by it.
    private final Waiting clock =
            new Waiting() {
                private Instant now = Instant.parse("2026-11-29T02:00:00Z");

                @Override
                public Instant now() {
                    return now;
                }

                @Override
                public void sleep(Duration time) {
                    slept.add(time);
                    now = now.plus(time);
                }
            };

    ServiceTest() throws IOException {}

    @BeforeEach
    void nothingYet() {
        assertEquals(List.of(), recorded.requests());
    }

    @AfterEach
    void close() {
        recorded.close();
    }

    private Service service(int tries, Duration answer) {
        return new Service(
                recorded.address(),
                new Patience(Duration.ZERO, answer, tries, Duration.ofMinutes(5)),
                clock,
                told::add);
    }

    private List<Candidate> ask(Service service) throws Exception {
        try (service) {
            return service.ask(Protocol.V0_2, QUESTION).getFirst();
        }
    }

    private static String message(Executable asking) {
        return String.valueOf(assertThrows(ServiceFailure.class, asking).getMessage());
    }

    private String failure(int tries, RecordedService.Answer... answers) {
        recorded.answer(answers);
        return message(() -> ask(service(tries, Duration.ofSeconds(20))))
                .replace(recorded.address(), "URL");
    }

    @Test
    void questionsGoAsAFormAndCandidatesComeBackWithTheirFeatures() throws Exception {
        recorded.answer(RecordedService.json(ANSWER));
        List<Candidate> found = ask(service(1, Duration.ofSeconds(20)));
        assertEquals(List.of("Q1", "Q2"), found.stream().map(Candidate::id).toList());
        assertEquals(Map.of("Q4022", "river"), found.getFirst().types());
        assertEquals(2, found.getFirst().features().size());
        assertEquals(
                """
                POST /api en queries={
                  "q0": {
                    "query": "Aras",
                    "type": "Q2221906",
                    "limit": 5,
                    "properties": [
                      {
                        "pid": "P17",
                        "v": {
                          "id": "Q227",
                          "name": "Azerbaijan"
                        }
                      },
                      {
                        "pid": "P571",
                        "v": "1991"
                      }
                    ]
                  }
                }
                """,
                recorded.requests().getFirst());
    }

    @Test
    void theDraftGetsConditionsAndGivesNamesWithLanguages() throws Exception {
        recorded.answer(
                RecordedService.json("{\"versions\": [\"1.0-draft\"], \"name\": \"New\"}"),
                RecordedService.json(
                        """
                        {"results": [{"candidates": [{"id": "Q1",
                          "name": [{"str": "Araz", "lang": "az"}], "score": 7,
                          "features": [{"id": "P17", "value": true}]}]}]}"""));
        try (Service service = service(1, Duration.ofSeconds(20))) {
            Protocol protocol = service.protocol(service.manifest());
            assertEquals(Protocol.V1_0, protocol);
            assertEquals("Araz", service.ask(protocol, QUESTION).getFirst().getFirst().name());
        }
        String request = recorded.requests().getLast();
        assertTrue(request.startsWith("POST /api/match en {"), request);
        for (String part :
                List.of(
                        "\"matchType\": \"name\"",
                        "\"propertyValue\": \"Aras\"",
                        "\"lang\": \"en\"",
                        "\"propertyId\": \"P17\"",
                        "\"propertyValue\": \"1991\"",
                        "\"required\": false")) {
            assertTrue(request.contains(part), request);
        }
    }

    @Test
    void theFixedVersionIsSpokenWhereBothAreUnderstood() throws Exception {
        recorded.answer(
                RecordedService.json(
                        "{\"versions\": [\"1.0-draft\", \"0.2\"], \"name\": \"Both\"}"));
        try (Service service = service(1, Duration.ofSeconds(20))) {
            assertEquals(Protocol.V0_2, service.protocol(service.manifest()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 7, 7",
        "503, 0, 1",
        "429, 'Sun, 29 Nov 2026 02:01:00 GMT', 60",
        "429, 'Sun, 29 Nov 2026 01:00:00 GMT', 1",
        "503, soon, 1"
    })
    void aBusyServiceIsLeftAloneAsLongAsItAsks(int status, String retryAfter, int seconds)
            throws Exception {
        recorded.answer(RecordedService.busy(status, retryAfter), RecordedService.json(ANSWER));
        assertEquals(2, ask(service(3, Duration.ofSeconds(20))).size());
        assertEquals(List.of(Duration.ofSeconds(seconds)), slept);
        assertEquals(1, told.size());
    }

    @Test
    void withoutAWishTheWaitDoublesUntilItGivesUp() {
        assertEquals(
                "URL: found HTTP status 503 (4 times), expected an answer",
                failure(4, RecordedService.text(503, "", Map.of())));
        assertEquals(
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4)),
                slept);
        assertEquals(4, recorded.requests().size());
    }

    @Test
    void aWishForTooLongIsNotWaitedFor() {
        assertEquals(
                "URL: found HTTP status 429 and a wish to be left alone for 3600 s, expected at most"
                        + " 300 s",
                failure(4, RecordedService.busy(429, "3600")));
        assertEquals(List.of(), slept);
    }

    @Test
    void requestsKeepTheirDistance() throws Exception {
        recorded.answer(RecordedService.json(ANSWER));
        Patience slow =
                new Patience(Duration.ofMillis(500), Duration.ofSeconds(20), 1, Duration.ZERO);
        try (Service service = new Service(recorded.address(), slow, clock, told::add)) {
            for (int i = 0; i < 3; i++) {
                service.ask(Protocol.V0_2, QUESTION);
            }
        }
        assertEquals(List.of(Duration.ofMillis(500), Duration.ofMillis(500)), slept);
    }

    @Test
    void whatIsNoAnswerIsToldInOneLine() {
        assertEquals(
                "URL: found \"<!DOCTYPE html>…\", expected JSON",
                failure(3, RecordedService.json("<!DOCTYPE html>\n<p>Welcome</p>")));
        assertEquals(
                "URL: found an empty answer, expected JSON", failure(3, RecordedService.json(" ")));
        assertTrue(
                failure(3, RecordedService.json("{\"q0\": {\"result\": [}}"))
                        .startsWith("URL:1: found text that is not JSON"));
        assertEquals(
                "URL: found no result for question 1, expected a list of candidates for each question",
                failure(3, RecordedService.json("{\"status\": \"error\"}")));
        assertEquals(
                "URL: found a candidate without an id, expected one with an id",
                failure(3, RecordedService.json("{\"q0\": {\"result\": [{\"name\": \"Aras\"}]}}")));
        assertEquals(
                "URL: found HTTP status 404, expected a reconciliation service",
                failure(3, RecordedService.text(404, "nothing here", Map.of())));
        assertEquals(
                "URL: found a redirect to https://elsewhere.example/api, expected the service itself;"
                        + " give its address as --service",
                failure(
                        3,
                        RecordedService.text(
                                302, "", Map.of("Location", "https://elsewhere.example/api"))));
        assertEquals(List.of(), slept, "none of this is asked again");
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() throws Exception {
        recorded.answer(RecordedService.half(), RecordedService.json(ANSWER));
        assertEquals(2, ask(service(3, Duration.ofSeconds(20))).size());
        assertEquals(
                "URL: found an answer that breaks off (2 times), expected an answer",
                failure(2, RecordedService.half()));
    }

    @Test
    void anAnswerWithoutEndIsCutOff() {
        assertEquals(
                "URL: found an answer of more than 16 MB, expected one that ends before",
                failure(3, RecordedService.endless()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aServiceThatSaysNothingOrDoesNotGoOnIsGivenUp(boolean withHead) {
        recorded.answer(recorded.never(withHead));
        String message = message(() -> ask(service(2, SHORT)));
        assertTrue(message.contains("answer within 300 ms (2 times), expected"), message);
        assertEquals(List.of(Duration.ofSeconds(1)), slept);
    }

    @Test
    void aServiceThatIsNotThereIsTold() throws Exception {
        recorded.close();
        String message = message(() -> ask(service(2, Duration.ofSeconds(20))));
        assertTrue(message.contains("found nobody who answers there (2 times)"), message);
    }

    @Test
    void aManifestOfAnotherKindOfServiceIsRefused() throws Exception {
        recorded.answer(
                RecordedService.json("[]"),
                RecordedService.json("{\"versions\": [\"0.2\"]}"),
                RecordedService.json("{\"name\": \"Future\", \"versions\": [\"3.0\"]}"));
        try (Service service = service(1, Duration.ofSeconds(20))) {
            for (String expected :
                    List.of(
                            "found an array, expected a manifest, an object",
                            "found no name, expected a manifest with a name",
                            "found versions 3.0, expected one of 0.1, 0.2, 1.0-draft")) {
                String message = message(() -> service.protocol(service.manifest()));
                assertTrue(message.endsWith(expected), message);
            }
        }
    }
}
