package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.link.RecordedService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `chancery link` over the release of the seeds and a service that plays back answers.
class LinkCommandTest {
    private static final RecordedService.Answer MANIFEST =
            RecordedService.json(RecordedService.MANIFEST);
    /// For as many questions as a request can have.
    private static final RecordedService.Answer NONE =
            RecordedService.json(
                    IntStream.range(0, 50)
                            .mapToObj(i -> "\"q" + i + "\": {\"result\": []}")
                            .collect(Collectors.joining(",", "{", "}")));

    private static final RecordedService.Answer TWO =
            RecordedService.json(
                    """
                    {"q0": {"result": [
                      {"id": "Q901", "name": "Aras", "description": "river", "score": 91,
                       "features": [{"id": "P17", "value": 100}]},
                      {"id": "Q902", "name": "Aras, a town", "score": 50}]}}""");

    @TempDir private Path folder;
    private Path seeds = Path.of("");
    private Path table = Path.of("");

    @BeforeEach
    void copySeeds() {
        seeds = Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
        table = seeds.resolve("link-candidates.csv");
    }

    private Result link(String... more) throws IOException {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "link",
                                "--seeds",
                                seeds.toString(),
                                "--releases",
                                SeedRelease.releases().toString()));
        all.addAll(List.of(more));
        if (!all.contains("--per-second")) {
            all.addAll(List.of("--per-second", "100000"));
        }
        return Result.of(all.toArray(String[]::new));
    }

    private List<String> rows(String file) throws IOException {
        return Files.readAllLines(seeds.resolve(file));
    }

    @Test
    void candidatesStandInTheTableWithScoresAndReasonsAndNoDecision() throws IOException {
        try (RecordedService service = new RecordedService(MANIFEST, TWO)) {
            Result result = link("--service", service.address(), "place/aras");
            assertEquals(0, result.exit(), result.err());
            assertEquals(
                    List.of(
                            "1 things without a link, 0 of them asked for before",
                            "1 asked for: 2 candidates for 1 things, none for 0; in " + table),
                    result.out().lines().toList());
            List<String> rows = rows("link-candidates.csv");
            assertEquals(3, rows.size());
            assertTrue(
                    rows.get(1)
                            .startsWith(
                                    "place/aras,Aras,"
                                            + service.address()
                                            + ",Q901,Aras,river,91,"),
                    rows.get(1));
            assertTrue(rows.get(1).contains("agrees: name"), rows.get(1));
            assertTrue(rows.get(1).endsWith(",,,"), rows.get(1));
            assertTrue(rows.get(2).contains("differs: name"), rows.get(2));
            String question = service.requests().getLast();
            assertTrue(question.contains("\"query\": \"Aras\""), question);
            assertTrue(question.contains("\"type\": \"Q2221906\""), question);
        }
        assertEquals(0, Result.of("check", "--seeds", seeds.toString()).exit());
    }

    @Test
    void whatWasAskedForIsNotAskedForAgainUnlessWanted() throws IOException {
        try (RecordedService service = new RecordedService(MANIFEST, NONE)) {
            String[] once = {"--service", service.address(), "--kind", "relation,person"};
            Result first = link(once);
            assertEquals(0, first.exit(), first.err());
            int asked = service.requests().size();
            assertTrue(rows("link-candidates.csv").get(1).contains("no candidate"));
            String before = Files.readString(table);

            assertEquals(0, link(once).exit());
            assertEquals(asked, service.requests().size());
            service.answer(MANIFEST, NONE);
            List<String> again = new ArrayList<>(List.of(once));
            again.add("--again");
            assertEquals(0, link(again.toArray(String[]::new)).exit());
            assertTrue(service.requests().size() > asked);
            assertEquals(before, Files.readString(table));
        }
    }

    @Test
    void anInterruptedSearchGoesOnWhereItWas() throws IOException {
        String[] search = {"--kind", "person", "--batch", "3", "--tries", "1"};
        try (RecordedService service =
                new RecordedService(
                        MANIFEST, NONE, NONE, RecordedService.json("<html>"), MANIFEST, NONE)) {
            List<String> arguments = new ArrayList<>(List.of(search));
            arguments.addAll(List.of("--service", service.address()));
            Result broken = link(arguments.toArray(String[]::new));
            assertEquals(3, broken.exit());
            assertTrue(broken.err().contains("found \"<html>…\", expected JSON; "), broken.err());
            assertTrue(broken.err().contains("run it again to go on"), broken.err());
            List<String> kept = rows("link-candidates.csv");
            assertTrue(kept.size() > 1);

            Result rest = link(arguments.toArray(String[]::new));
            assertEquals(0, rest.exit(), rest.err());
            List<String> all = rows("link-candidates.csv");
            assertEquals(kept, all.subList(0, kept.size()));
            List<String> things =
                    all.stream().skip(1).map(row -> row.substring(0, row.indexOf(','))).toList();
            assertEquals(things.stream().distinct().toList(), things);
            assertTrue(things.contains("person/tadeusz-swietochowski"), things.toString());
            assertFalse(things.contains("person/vladimir-putin"), things.toString());
        }
    }

    @Test
    void decisionsBecomeLinksAndNegativeLinksAndAreRemembered() throws IOException {
        try (RecordedService service = new RecordedService(MANIFEST, TWO, MANIFEST, TWO)) {
            assertEquals(0, link("--service", service.address(), "place/aras").exit());
            decide("Q902", "reject", "A town; the thing here is the river");
            Result negative = apply();
            assertEquals(0, negative.exit(), negative.err());
            assertTrue(
                    rows("negative-links.csv")
                            .getLast()
                            .startsWith(
                                    "place-aras-q902,place/aras,Q902,\"Aras, a town\","
                                            + "CompositeMatching,0.9,2026-12-01,curator,,"
                                            + "A town; the thing here is the river,"),
                    rows("negative-links.csv").getLast());

            assertEquals(0, link("--service", service.address(), "--again", "place/aras").exit());
            decide("Q901", "accept", "");
            int before = rows("links.csv").size();
            Result positive = apply();
            assertEquals(0, positive.exit(), positive.err());
            assertEquals(before + 1, rows("links.csv").size());
            assertTrue(
                    rows("links.csv")
                            .getLast()
                            .startsWith("place-aras-q901,place/aras,exactMatch,Q901,Aras,"),
                    rows("links.csv").getLast());
            assertEquals(0, Result.of("check", "--seeds", seeds.toString()).exit());
            assertEquals(3, link("--service", service.address(), "--kind", "none", "x/y").exit());
        }
    }

    @Test
    void aRejectionWithoutAReasonIsOnlyRemembered() throws IOException {
        try (RecordedService service = new RecordedService(MANIFEST, TWO, MANIFEST, TWO)) {
            assertEquals(0, link("--service", service.address(), "place/aras").exit());
            decide("Q902", "reject", "");
            List<String> negative = rows("negative-links.csv");
            assertEquals(0, apply().exit());
            assertEquals(negative, rows("negative-links.csv"));
            assertEquals(0, link("--service", service.address(), "--again", "place/aras").exit());
            assertEquals(
                    1,
                    rows("link-candidates.csv").stream()
                            .filter(row -> row.contains("Q902"))
                            .count());
        }
    }

    @Test
    void twoAcceptedForOneThingAreAFindingAndNothingIsMoved() throws IOException {
        try (RecordedService service = new RecordedService(MANIFEST, TWO)) {
            assertEquals(0, link("--service", service.address(), "place/aras").exit());
            decide("Q901", "accept", "");
            decide("Q902", "accept", "");
            List<String> links = rows("links.csv");
            Result result = apply();
            assertEquals(1, result.exit());
            assertEquals(
                    table
                            + ":3: column \"item\": found \"Q902\", expected one exactMatch for"
                            + " place/aras\n",
                    result.err());
            assertEquals(links, rows("links.csv"));
        }
    }

    @Test
    void aDryRunShowsTheQuestionsAndAsksNobody() throws IOException {
        Result result =
                link("--service", "http://127.0.0.1:1/", "--dry-run", "person/robert-e-ebel");
        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().startsWith("# en, 1 questions\n{\n  \"q0\": {"), result.out());
        assertTrue(result.out().contains("\"type\": \"Q5\""), result.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--service|ftp://x|--service: found \"ftp://x\", expected an http or https address",
                "--batch|51|--batch: found \"51\", expected a number from 1 to 50",
                "--per-second|0|--per-second: found \"0\", expected more than 0",
            })
    void wrongOptionsAreRefused(String option, String value, String message) throws IOException {
        Result result = link(option, value);
        assertEquals(3, result.exit());
        assertEquals(message + "\n", result.err());
    }

    @Test
    void aBusyServiceIsGivenUpWithTheWordsOfTheRoom() throws IOException {
        try (RecordedService service =
                new RecordedService(RecordedService.text(503, "", Map.of()))) {
            Result result = link("--service", service.address(), "--tries", "1", "place/aras");
            assertEquals(3, result.exit());
            assertTrue(
                    result.err()
                            .startsWith(service.address() + ": found HTTP status 503, expected an"),
                    result.err());
        }
    }

    @Test
    void anAddressWithOtherBracesIsRefusedInOneLine() throws IOException {
        Result result = link("--service", "https://x.org/{language}/api");
        assertEquals(3, result.exit());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains("expected no braces but those of {lang}"), result.err());
    }

    private Result apply() throws IOException {
        return link("--apply", "--date", "2026-12-01");
    }

    private void decide(String item, String decision, String reason) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            boolean meant = line.contains("," + item + ",") && line.endsWith(",,,");
            lines.add(
                    meant
                            ? line.substring(0, line.length() - 2) + "," + decision + "," + reason
                            : line);
        }
        Files.write(table, lines);
    }
}
