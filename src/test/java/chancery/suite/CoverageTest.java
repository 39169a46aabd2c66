package chancery.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.suite.Features.Feature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Runs all official tests once more and sums them up: as EARL in `target/csvw-earl.ttl`, and as
/// the table of `docs/coverage.md`, which is compared; `-Dcsvw.coverage=write` writes it anew.
class CoverageTest {
    private static final Path TABLE = Path.of("docs/coverage.md");
    private static final Path REPORT = Path.of("target/csvw-earl.ttl");
    private static final String BEGIN = "<!-- table: written by CoverageTest -->\n";
    private static final String END = "<!-- end of table -->\n";

    @Test
    void theTableIsThatOfThisRun() throws IOException {
        Path folder = SuiteFolder.orSkip();
        requireOneFeatureForEachEntry();
        SuiteRun run = new SuiteRun(folder);
        Map<SuiteEntry, Boolean> conversion = new LinkedHashMap<>();
        for (SuiteEntry entry : SuiteFolder.entries("rdf")) {
            conversion.put(entry, run.convert(entry).isEmpty());
        }
        Map<SuiteEntry, Boolean> validation = new LinkedHashMap<>();
        for (SuiteEntry entry : SuiteFolder.entries("validation")) {
            validation.put(entry, run.validate(entry).isEmpty());
        }
        Files.createDirectories(REPORT.toAbsolutePath().getParent());
        Files.writeString(REPORT, EarlReport.of(conversion, validation), StandardCharsets.UTF_8);

        String before = Files.readString(TABLE, StandardCharsets.UTF_8);
        int begin = before.indexOf(BEGIN) + BEGIN.length();
        int end = before.indexOf(END);
        String after =
                before.substring(0, begin) + table(conversion, validation) + before.substring(end);
        if (System.getProperty("csvw.coverage", "").equals("write")) {
            Files.writeString(TABLE, after, StandardCharsets.UTF_8);
        } else {
            assertEquals(before, after, "run once with -Dcsvw.coverage=write");
        }
    }

    private static void requireOneFeatureForEachEntry() throws IOException {
        List<Feature> features = Features.read();
        for (String manifest : List.of("rdf", "validation")) {
            for (SuiteEntry entry : SuiteFolder.entries(manifest)) {
                assertEquals(
                        1, features.stream().filter(f -> f.has(entry)).count(), entry.toString());
            }
        }
    }

    private static String table(
            Map<SuiteEntry, Boolean> conversion, Map<SuiteEntry, Boolean> validation)
            throws IOException {
        StringBuilder out = new StringBuilder();
        out.append("| feature | where | conversion | validation |\n|---|---|---|---|\n");
        for (Feature feature : Features.read()) {
            row(
                    feature.name(),
                    feature.sections(),
                    count(conversion, Optional.of(feature)),
                    count(validation, Optional.of(feature)),
                    out);
        }
        row(
                "**all**",
                "",
                count(conversion, Optional.empty()),
                count(validation, Optional.empty()),
                out);
        return out.toString();
    }

    private static void row(String name, String where, String one, String two, StringBuilder out) {
        out.append("| %s | %s | %s | %s |\n".formatted(name, where, one, two));
    }

    /// @return how many passed of how many
    private static String count(Map<SuiteEntry, Boolean> outcomes, Optional<Feature> feature) {
        long all = 0;
        long passed = 0;
        for (Map.Entry<SuiteEntry, Boolean> outcome : outcomes.entrySet()) {
            if (feature.isEmpty() || feature.get().has(outcome.getKey())) {
                all++;
                passed += outcome.getValue() ? 1 : 0;
            }
        }
        return all == 0 ? "–" : passed + " of " + all;
    }
}
