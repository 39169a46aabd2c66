package chancery.suite;

import chancery.check.Findings;
import chancery.describe.TableGroup;
import chancery.map.compiled.BothWays;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The tables of the official tests, mapped as a stream.
class StreamSuiteTest {
    static List<SuiteEntry> entries() throws IOException {
        return ConversionSuiteTest.entries();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("entries")
    void givesTheBytesOfTheReferencePath(SuiteEntry entry) throws IOException {
        SuiteRun run = new SuiteRun(SuiteFolder.orSkip());
        Optional<TableGroup> group = run.group(entry, new Findings());
        if (group.isPresent()) {
            BothWays.assertSame(run.library(entry), group.get(), entry.toString());
        }
    }
}
