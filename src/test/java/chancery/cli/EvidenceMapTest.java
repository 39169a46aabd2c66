package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `chancery map --mode evidence` against the release of the same tables.
class EvidenceMapTest {
    private static final Path SEEDS = Path.of("seeds");
    private static final String CLAIM = "<https://w3id.org/chancery/ontology#Claim>";
    private static final String ROWS = "<https://w3id.org/chancery/graph/rows>";

    private static Set<String> released() throws IOException {
        Path dump = SeedRelease.folder().resolve("dumps/chancery.nq");
        return new HashSet<>(Files.readAllLines(dump));
    }

    private static Set<String> claims(Stream<String> lines) {
        return lines.filter(line -> line.startsWith("<https://w3id.org/chancery/id/claim/"))
                .filter(line -> line.contains(CLAIM))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> tables(String ending) throws IOException {
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    @Test
    void theFactTablesMakeExactlyTheClaimsOfTheRelease() throws IOException {
        Set<String> released = released();
        Set<String> found = new TreeSet<>();
        for (Path table : tables("-facts.csv")) {
            Result mapped = Result.of("map", table.toString(), "--mode", "evidence");
            assertEquals(0, mapped.exit(), mapped.err());
            found.addAll(claims(mapped.out().lines()));
            List<String> unknown =
                    mapped.out()
                            .lines()
                            .filter(line -> !line.contains(ROWS) && !released.contains(line))
                            .toList();
            assertEquals(List.of(), unknown, table.toString());
        }
        assertTrue(found.size() > 1000, found.size() + " claims");
        assertEquals(claims(released.stream()), found);
    }

    @Test
    void aRegisterSaysWhatItSaysInTheRelease() throws IOException {
        Set<String> released = released();
        Result mapped = Result.of("map", "seeds/states.csv", "--mode", "evidence");
        assertTrue(mapped.out().lines().count() > 50, mapped.out());
        assertEquals(
                List.of(), mapped.out().lines().filter(line -> !released.contains(line)).toList());
    }

    @Test
    void theBaseStandsInFrontOfThings() {
        String[] arguments = {
            "map", "seeds/states.csv", "--mode", "evidence", "--base", "https://example.org/"
        };
        assertTrue(
                Result.of(arguments).out().startsWith("<https://example.org/id/state/"),
                () -> Result.of(arguments).out());
        assertEquals(2, Result.of("map", "seeds/states.csv", "--base", "x").exit());
        assertEquals(
                2, Result.of("map", "seeds/states.csv", "--mode=evidence", "--store=x").exit());
    }
}
