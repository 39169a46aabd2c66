package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The findings that need more than one table, with their whole messages; and bad rows in tables
/// that the program itself reads, which must not stop it.
class SeedFindingsTest {
    private static final String SOURCES = "sources.csv";
    private static final String DECISIONS = "disagreements.csv";

    /// The id of a claim that is made.
    private static final String CLAIM = "e4828b88aee812ae488a";

    @TempDir private Path folder;
    private Path seeds = Path.of("");

    @BeforeEach
    void copySeeds() {
        seeds = Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
    }

    private void spoil(String table, String from, String to) throws IOException {
        Path path = seeds.resolve(table);
        String text = Files.readString(path);
        String spoiled = text.replaceFirst(from, to);
        assertEquals(false, spoiled.equals(text), "the test spoils nothing");
        Files.writeString(path, spoiled);
    }

    /// What is found, without the folder in front; exit codes other than 0 and 1 fail.
    private List<String> findings(String... options) {
        List<String> arguments = new ArrayList<>(List.of("check", "--seeds", seeds.toString()));
        arguments.addAll(List.of(options));
        Result result = Result.of(arguments.toArray(String[]::new));
        List<String> found =
                result.out()
                        .lines()
                        .filter(line -> line.endsWith("]"))
                        .map(line -> line.replace(seeds + "/", ""))
                        .toList();
        assertEquals(found.isEmpty() ? 0 : 1, result.exit(), result.out() + result.err());
        return found;
    }

    @Test
    void aTableWithoutMetadata() throws IOException {
        Files.writeString(seeds.resolve("extra.csv"), "id\n");
        assertEquals(
                List.of(
                        "extra.csv: found no metadata, expected extra.csv-metadata.json beside it"
                                + " [undescribed-table]"),
                findings());
    }

    @Test
    void aPassageWithTheIdOfAnother() throws IOException {
        spoil("passages.csv", "\ncountry-study-1994-88-151,", "\ncountry-study-1994-88-152,");
        assertEquals(
                "passages.csv:2: found country-study-1994-88-152, expected"
                        + " country-study-1994-88-151 [passage-id]",
                findings().getFirst());
    }

    @Test
    void aLinkOfAThingThatNoRegisterHas() throws IOException {
        spoil("links.csv", ",state/italy,", ",state/italia,");
        assertEquals(
                List.of(
                        "links.csv:LINE: column \"thing\": found \"state/italia\", expected the id of"
                                + " a row in a register [dangling-reference]"),
                findings().stream().map(l -> l.replaceFirst(":\\d+:", ":LINE:")).limit(1).toList());
    }

    @Test
    void textsThatAreNotThereOrNotTheOnes() throws IOException {
        Path texts = Files.createDirectories(folder.resolve("texts"));
        Files.writeString(texts.resolve("one.txt"), "");
        spoil(SOURCES, "004_[0-9a-f]+\\.txt", "one.txt");
        spoil(SOURCES, "001_[0-9a-f]+\\.txt", "../seeds/sources.csv");
        String digest =
                Files.readString(seeds.resolve(SOURCES))
                        .replaceAll("(?s).*?([0-9a-f]{64}).*", "$1");
        List<String> found = findings("--texts", texts.toString());
        assertEquals(
                "sources.csv:2: column \"text_sha256\": found \""
                        + digest
                        + "\", expected"
                        + " e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855, the"
                        + " SHA-256 of one.txt [text-digest]",
                only(found, "[text-digest]").getFirst());
        List<String> missing = only(found, "[text-missing]");
        assertEquals(4, missing.size());
        assertEquals(
                List.of(
                        "sources.csv:3: found ../seeds/sources.csv, expected a name inside the"
                                + " folder of texts [text-missing]"),
                only(missing, "folder of texts [text-missing]"));
        assertEquals(3, only(missing, ", expected the text of the source [text-missing]").size());
    }

    private static List<String> only(List<String> found, String end) {
        return found.stream().filter(line -> line.endsWith(end)).toList();
    }

    @Test
    void furnitureThatRunsBackwards() throws IOException {
        spoil("furniture.csv", "country-study-1994,0-15,", "country-study-1994,15-0,");
        assertEquals(
                List.of(
                        "furniture.csv:2: found 15-0, expected a start below its end"
                                + " [passage-outside]"),
                findings());
    }

    @Test
    void aChangeOnADayThatDoesNotExist() throws IOException {
        spoil("changes.csv", "\\n\\d{4}-\\d\\d-\\d\\d,", "\n2026-02-30,");
        assertEquals(
                List.of(
                        "changes.csv:2: column \"date\": found \"2026-02-30\", expected a date such"
                                + " as 2002-01-25, that the calendar has [impossible-date]"),
                findings());
    }

    @Test
    void aStanceThatThereIsNot() throws IOException {
        spoil("agreement-facts.csv", ",asserts,", ",says,");
        assertEquals(
                List.of(
                        "agreement-facts.csv:2: column \"stance\": found \"says\", expected one of"
                                + " asserts, denies, plans, asks [pattern]"),
                findings());
    }

    @Test
    void aDigestThatIsNone() throws IOException {
        spoil("passages.csv", ",body,[0-9a-f]{64}", ",body,none");
        assertEquals(
                List.of(
                        "passages.csv:2: column \"digest\": found \"none\", expected text like"
                                + " [0-9a-f]{64} [pattern]"),
                findings());
    }

    @Test
    void aRuleThatThereIsNot() throws IOException {
        spoil("rules.csv", "\nown-voice,", "\nmajority,");
        assertEquals(
                List.of(
                        "rules.csv:3: found majority, expected one of the rules later-edition,"
                                + " own-voice [unknown-rule]"),
                findings());
    }

    @Test
    void aCuratorsRowAboutClaimsThatNobodyMakes() throws IOException {
        String row = "\nmade-up,Denial,,,%s;%s,,,No reason\n".formatted("0".repeat(20), CLAIM);
        Files.writeString(seeds.resolve(DECISIONS), header(DECISIONS) + row);
        assertEquals(
                List.of(
                        "disagreements.csv:2: found 00000000000000000000, expected the ids of"
                                + " claims that are made [no-such-disagreement]"),
                findings());
    }

    @Test
    void aCuratorsDecisionOfADisagreementThatThereIsNot() throws IOException {
        String row = "\nmade-up,Denial,,,%s,%s,,No reason\n".formatted(CLAIM, CLAIM);
        Files.writeString(seeds.resolve(DECISIONS), header(DECISIONS) + row);
        assertEquals(
                List.of(
                        "disagreements.csv:2: found made-up, expected a disagreement of its kind"
                                + " with all its claims, decided by no other row"
                                + " [no-such-disagreement]"),
                findings());
    }

    @Test
    void aSecondDecisionOfOneDisagreement() throws IOException {
        String text = Files.readString(seeds.resolve(DECISIONS));
        String first = text.lines().skip(1).findFirst().orElseThrow();
        Files.writeString(seeds.resolve(DECISIONS), text + "again-" + first + "\n");
        List<String> found = findings();
        assertEquals(1, found.size(), found::toString);
        assertEquals(
                "again-" + first.substring(0, first.indexOf(',')),
                found.getFirst().replaceFirst(".*: found (\\S+), expected.*", "$1"));
    }

    @Test
    void aCuratorsFindingAboutNothingAndAboutNoSuchThing() throws IOException {
        String rows =
                """

                nothing,CuratorsFinding,,,%1$s,,,No reason
                no-thing,CuratorsFinding,state/nowhere,,%1$s,,,No reason
                """
                        .formatted(CLAIM);
        Files.writeString(seeds.resolve(DECISIONS), header(DECISIONS) + rows);
        assertEquals(
                List.of(
                        "disagreements.csv:2: found no about, expected what the finding is about"
                                + " [required]",
                        "disagreements.csv:3: found state/nowhere, expected the id of a row in a"
                                + " register [dangling-reference]"),
                findings());
    }

    @Test
    void noRuleAndNothingForACuratorToSayAreFine() throws IOException {
        for (String table : List.of("rules.csv", DECISIONS)) {
            Files.writeString(seeds.resolve(table), header(table) + "\n");
        }
        assertEquals(List.of(), findings());
    }

    private String header(String table) throws IOException {
        return Files.readString(seeds.resolve(table)).lines().findFirst().orElseThrow();
    }
}
