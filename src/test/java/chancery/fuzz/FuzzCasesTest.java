package chancery.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every input that is kept goes well: those from which fuzzing begins (`seed-…`), and those on
/// which something once failed (`found-…`).
class FuzzCasesTest {
    static List<Arguments> inputs() throws IOException {
        List<Arguments> inputs = new ArrayList<>();
        for (FuzzTarget target : FuzzTarget.values()) {
            for (Path file : target.files()) {
                inputs.add(Arguments.of(target, file.getFileName().toString()));
            }
        }
        return inputs;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("inputs")
    @Timeout(60)
    void goesWell(FuzzTarget target, String file) throws Throwable {
        target.run(Files.readAllBytes(target.cases().resolve(file)));
    }

    @Test
    void everyFolderBelongsToATarget() throws IOException {
        try (Stream<Path> folders = Files.list(FuzzTarget.CASES)) {
            assertEquals(
                    Arrays.stream(FuzzTarget.values()).map(FuzzTarget::cases).sorted().toList(),
                    folders.sorted().toList());
        }
    }
}
