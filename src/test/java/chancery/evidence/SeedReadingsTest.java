package chancery.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.describe.DescriptionReader;
import chancery.describe.TableDescription;
import chancery.table.Row;
import chancery.table.TableReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// What a reading may be: a few words of the texts, never a sentence.
class SeedReadingsTest {
    private static final Path TEXTS = Path.of("../shared/seeds");
    private static final int WORDS_AT_MOST = 8;

    @Test
    void readingsAreShort() throws Exception {
        List<String> readings = readings();
        assertTrue(readings.size() > 300, () -> readings.size() + " readings");
        assertEquals(
                List.of(),
                readings.stream().filter(r -> r.split("\\s+").length > WORDS_AT_MOST).toList());
    }

    @Test
    void readingsAreWordsOfTheTextsAndNoWholeSentences() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(TEXTS), "the texts are not there");
        List<String> texts = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(TEXTS)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                texts.add(text);
                Sentences.of(text)
                        .forEach(s -> sentences.add(bare(text.substring(s.start(), s.end()))));
            }
        }
        assertEquals(
                List.of(),
                readings().stream()
                        .filter(
                                reading ->
                                        texts.stream()
                                                .noneMatch(Names.wholeWords(reading).asPredicate()))
                        .toList());
        assertEquals(
                List.of(),
                readings().stream()
                        .filter(reading -> reading.contains(" "))
                        .filter(reading -> sentences.contains(bare(reading)))
                        .toList());
    }

    private static String bare(String words) {
        return Names.fold(words).replaceAll("[^\\p{L}\\p{N}]+$", "");
    }

    private static List<String> readings() throws Exception {
        List<String> all = new ArrayList<>();
        for (TableDescription table : DescriptionReader.readFolder(Path.of("seeds"))) {
            int column =
                    table.columns().stream()
                            .filter(c -> c.name().equals("readings"))
                            .map(c -> c.number() - 1)
                            .findFirst()
                            .orElse(-1);
            try (TableReader rows = TableReader.open(table.source(), table.dialect())) {
                for (Optional<Row> row = rows.next();
                        column >= 0 && row.isPresent();
                        row = rows.next()) {
                    Stream.of(row.get().fields().get(column).split(";"))
                            .filter(reading -> !reading.isBlank())
                            .forEach(all::add);
                }
            }
        }
        return all;
    }
}
