package chancery.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.SeedRelease;
import chancery.release.Release;
import chancery.search.Roman;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Names as people write them: forty by hand, in three scripts, and every name of the release with
/// one slip by chance.
class FortyNamesTest {
    private static final Path NAMES = Path.of("src/test/resources/reconcile/names.csv");
    private static final String SPACE = "https://w3id.org/chancery/id/";
    private static final long SEED = 20_261_129;

    private static Release release;
    private static Matching matching;

    @BeforeAll
    static void open() throws Exception {
        release = Release.open(SeedRelease.folder());
        matching = new Matching(release);
    }

    @AfterAll
    static void close() {
        release.close();
    }

    @Test
    void thirtySixOfFortyComeFirstAndNoneIsMatchedWrongly() throws Exception {
        Map<String, String> expected = new LinkedHashMap<>();
        for (String line : Files.readAllLines(NAMES).subList(1, 41)) {
            expected.put(
                    line.substring(0, line.indexOf(',')), line.substring(line.indexOf(',') + 1));
        }
        assertEquals(40, expected.size());
        List<String> wrong = new ArrayList<>();
        int right = 0;
        for (Matching.Outcome outcome : matching.of(List.copyOf(expected.keySet()))) {
            String wanted = expected.getOrDefault(outcome.name(), "");
            boolean isRight =
                    wanted.isEmpty()
                            ? !outcome.isMatch()
                            : outcome.first().orElse("").equals(wanted);
            right += isRight ? 1 : 0;
            if (!isRight) {
                wrong.add(outcome.toString());
            }
            assertTrue(
                    !outcome.isMatch() || outcome.first().orElse("").equals(wanted),
                    "matched wrongly: " + outcome);
        }
        assertTrue(right >= 36, right + " right; wrong: " + wrong);
    }

    @Test
    void nineOfTenNamesWithASlipComeFirstAndNoneIsMatchedWrongly() throws Exception {
        Map<String, Set<String>> meant = labels();
        assertTrue(meant.size() > 300, meant.size() + " labels");
        Random random = new Random(SEED);
        Set<String> written = new HashSet<>();
        meant.keySet().forEach(label -> written.add(letters(label)));
        Map<String, String> slipped = new HashMap<>();
        for (String label : meant.keySet()) {
            String slip = slip(label, random);
            // what is another name now is no slip that anybody could see
            if (letters(slip).equals(letters(label)) || !written.contains(letters(slip))) {
                slipped.put(slip, label);
            }
        }
        assertTrue(slipped.size() > meant.size() - 5, slipped.size() + " of " + meant.size());
        List<String> wrong = new ArrayList<>();
        List<String> matchedWrongly = new ArrayList<>();
        for (Matching.Outcome outcome : matching.of(slipped.keySet().stream().sorted().toList())) {
            Set<String> ids =
                    meant.getOrDefault(slipped.getOrDefault(outcome.name(), ""), Set.of());
            boolean isRight = outcome.first().filter(ids::contains).isPresent();
            if (!isRight) {
                wrong.add(outcome.toString());
            }
            if (!isRight && outcome.isMatch()) {
                matchedWrongly.add(outcome.toString());
            }
        }
        assertEquals(List.of(), matchedWrongly, "seed " + SEED);
        double share = 1 - (double) wrong.size() / slipped.size();
        assertTrue(share >= 0.9, "seed " + SEED + ": " + share + " right; wrong: " + wrong);
    }

    private static String letters(String label) {
        return Roman.of(label.replaceAll("['’]", ""));
    }

    /// Labels of what can be reconciled, with the ids that bear them.
    private static Map<String, Set<String>> labels() {
        return release.read(
                dataset -> {
                    Graph graph = dataset.getDefaultGraph();
                    Map<String, Set<String>> labels = new LinkedHashMap<>();
                    for (Triple triple :
                            graph.find(Node.ANY, RDFS.Nodes.label, Node.ANY).toList().stream()
                                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                                    .toList()) {
                        String iri = triple.getSubject().toString();
                        if (iri.matches(
                                SPACE + "(?!concept|scheme|disagreement|time|quantity)[a-z]+/.+")) {
                            labels.computeIfAbsent(
                                            triple.getObject().getLiteralLexicalForm(),
                                            it -> new HashSet<>())
                                    .add(iri.substring(SPACE.length()));
                        }
                    }
                    return labels;
                });
    }

    /// One letter left out, doubled, replaced, or two that change places; no digit, for another
    /// year is another thing.
    private static String slip(String label, Random random) {
        List<Integer> letters = new ArrayList<>();
        for (int i = 0; i < label.length(); i++) {
            if (Character.isLetter(label.charAt(i))) {
                letters.add(i);
            }
        }
        if (letters.isEmpty()) {
            return label;
        }
        int at = letters.get(random.nextInt(letters.size()));
        String before = label.substring(0, at);
        String letter = label.substring(at, at + 1);
        String after = label.substring(at + 1);
        return switch (random.nextInt(4)) {
            case 0 -> before + after;
            case 1 -> before + letter + letter + after;
            case 2 -> before + (char) ('a' + random.nextInt(26)) + after;
            default ->
                    after.isEmpty()
                            ? before + letter
                            : before + after.charAt(0) + letter + after.substring(1);
        };
    }
}
