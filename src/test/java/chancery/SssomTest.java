package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The links as SSSOM/TSV, held to what the standard asks of a mapping set: slots that it knows,
/// those it requires, prefixes that are declared, justifications of its vocabulary.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SssomTest {
    private static final Set<String> SLOTS =
            Set.of(
                    "subject_id",
                    "subject_label",
                    "predicate_id",
                    "predicate_modifier",
                    "object_id",
                    "object_label",
                    "mapping_justification",
                    "author_label",
                    "reviewer_label",
                    "mapping_date",
                    "confidence",
                    "see_also",
                    "comment");
    private static final Set<String> SET_SLOTS =
            Set.of(
                    "curie_map",
                    "mapping_set_id",
                    "mapping_set_version",
                    "mapping_set_title",
                    "mapping_set_description",
                    "license",
                    "mapping_provider",
                    "mapping_date",
                    "publication_date");
    private static final Pattern HEAD = Pattern.compile("# (\\w+):(?: (.+))?");
    private static final Pattern PREFIX = Pattern.compile("#   ([a-z]+): (https?://\\S+[/#])");

    private final Map<String, String> prefixes = new HashMap<>();
    private final Map<String, String> head = new HashMap<>();
    private final List<Map<String, String>> rows = new ArrayList<>();
    private String release = "";

    @BeforeAll
    void read() throws IOException {
        Path folder = SeedRelease.folder();
        release = folder.getFileName().toString();
        List<String> columns = List.of();
        for (String line : Files.readAllLines(folder.resolve("dumps/links.sssom.tsv"))) {
            Matcher prefix = PREFIX.matcher(line);
            Matcher slot = HEAD.matcher(line);
            if (prefix.matches()) {
                prefixes.put(prefix.group(1), prefix.group(2));
            } else if (slot.matches()) {
                head.put(slot.group(1), String.valueOf(slot.group(2)));
            } else if (columns.isEmpty()) {
                columns = List.of(line.split("\t", -1));
            } else {
                String[] fields = line.split("\t", -1);
                assertEquals(columns.size(), fields.length, line);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < fields.length; i++) {
                    row.put(columns.get(i), fields[i]);
                }
                rows.add(row);
            }
        }
        assertEquals(SLOTS, new HashSet<>(columns));
    }

    @Test
    void theHeadHasTheSlotsThatTheStandardRequiresAndNamesTheRelease() {
        assertEquals(SET_SLOTS, head.keySet());
        assertEquals(
                "https://w3id.org/chancery/release/" + release + "/dumps/links.sssom.tsv",
                head.get("mapping_set_id"));
        assertEquals("https://creativecommons.org/publicdomain/zero/1.0/", head.get("license"));
        assertEquals('"' + release + '"', head.get("mapping_set_version"));
    }

    @Test
    void everyEntityIsACurieWhosePrefixIsDeclared() {
        Set<String> used = new HashSet<>();
        for (Map<String, String> row : rows) {
            for (String slot :
                    List.of("subject_id", "predicate_id", "object_id", "mapping_justification")) {
                String curie = row.getOrDefault(slot, "");
                assertTrue(curie.matches("[a-z]+:[A-Za-z0-9-]+"), slot + " " + curie);
                used.add(curie.substring(0, curie.indexOf(':')));
            }
        }
        assertEquals(used, prefixes.keySet());
    }

    @Test
    void everyRowSaysHowSureItIsByWhatMeansAndWhen() {
        for (Map<String, String> row : rows) {
            assertTrue(
                    row.getOrDefault("mapping_justification", "")
                            .matches(
                                    "semapv:(MappingReview|ManualMappingCuration|CompositeMatching"
                                            + "|LexicalMatching|UnspecifiedMatching"
                                            + "|BackgroundKnowledgeBasedMatching)"),
                    row.toString());
            assertTrue(
                    row.getOrDefault("confidence", "").matches("0(\\.\\d+)?|1(\\.0+)?"),
                    row.toString());
            assertTrue(
                    row.getOrDefault("mapping_date", "").matches("\\d{4}-\\d\\d-\\d\\d"),
                    row.toString());
            assertTrue(!row.getOrDefault("subject_label", "").isEmpty(), row.toString());
        }
    }

    @Test
    void linksAndNegativeLinksAreAllThere() throws IOException {
        long negative = lines("negative-links.csv");
        assertEquals(lines("links.csv") + negative, rows.size());
        List<Map<String, String>> not =
                rows.stream()
                        .filter(row -> row.getOrDefault("predicate_modifier", "").equals("Not"))
                        .toList();
        assertEquals(negative, not.size());
        assertTrue(
                not.stream()
                        .anyMatch(
                                row ->
                                        "place:nagorno-karabakh".equals(row.get("subject_id"))
                                                && "skos:exactMatch".equals(row.get("predicate_id"))
                                                && "wd:Q244165".equals(row.get("object_id"))),
                not.toString());
    }

    private static long lines(String table) throws IOException {
        return Files.readAllLines(Path.of("seeds", table)).size() - 1L;
    }
}
