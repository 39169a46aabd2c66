package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Nothing that the texts of the seeds say is left out unnoticed.
class SeedCoverageTest {
    private static final Pattern COUNT =
            Pattern.compile(
                    "(\\S+): ([\\d,]+) of ([\\d,]+) (?:sentences|dates, numbers and names) ");

    @Test
    void everySentenceDateNumberAndNameHasARowOrAWordWhyNot() {
        Path texts = Path.of("../shared/seeds");
        Assumptions.assumeTrue(Files.isDirectory(texts), "the texts are not there");
        Result result = Result.of("check", "--texts", texts.toString(), "--coverage");
        List<String> open = result.out().lines().filter(line -> line.startsWith("  ")).toList();
        assertEquals(List.of(), open);
        int counted = 0;
        for (Matcher count = COUNT.matcher(result.out()); count.find(); counted++) {
            assertEquals(count.group(3), count.group(2), count.group(1));
        }
        assertEquals(10, counted, result.out());
    }
}
