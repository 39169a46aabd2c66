package chancery.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The official tests of validation, one by one.
class ValidationSuiteTest {
    private static final int ENTRIES = 282;

    static List<SuiteEntry> entries() throws IOException {
        return SuiteFolder.entries("validation", ENTRIES);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void comesOutAsTheManifestSays(SuiteEntry entry) throws IOException {
        assertEquals(Optional.empty(), new SuiteRun(SuiteFolder.orSkip()).validate(entry));
    }
}
