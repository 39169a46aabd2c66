package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.cli.Guide.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Follows `docs/curating.md`: writes its files, runs its commands, compares their answers.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CuratingGuideTest {
    @TempDir private static Path folder;
    private List<Answer> answers = List.of();

    @BeforeAll
    void follow() throws Exception {
        Folders.copy(Path.of("seeds"), folder.resolve("seeds"));
        List<String> page = Files.readAllLines(Path.of("docs/curating.md"));
        answers = new Guide(folder).follow(page);
    }

    @Test
    void everyCommandAnswersAsThePageSays() {
        for (Answer answer : answers) {
            assertEquals(whatStays(answer.expected()), whatStays(answer.found()), answer.command());
        }
    }

    @Test
    void thePageGoesAllTheWay() {
        for (String command : List.of("locate", "check", "build", "query")) {
            assertTrue(
                    answers.stream().anyMatch(a -> a.command().startsWith("./chancery " + command)),
                    command);
        }
    }

    /// The project's concepts, ontology and constraints grow, and with them these numbers.
    private static String whatStays(List<String> lines) {
        return String.join("\n", lines)
                .replaceAll("[0-9a-f]{16}(?![0-9a-f])(?<![0-9a-f]{17})", "RELEASE")
                .replaceAll("[0-9,]+ triples", "N triples")
                .replaceAll("[0-9,]+ gone", "N gone")
                .replaceAll("[0-9,]+ tables, [0-9,]+ rows", "N tables, N rows");
    }
}
