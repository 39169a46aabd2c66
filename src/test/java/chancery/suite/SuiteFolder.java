package chancery.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/// Where the official tests of CSV on the Web lie. The project holds no copy: they are looked for
/// in the folder that `-Dcsvw.tests=DIR` names, else in `../shared/csvw-tests`.
final class SuiteFolder {
    static final String MISSING = "no official tests here: name their folder with -Dcsvw.tests=DIR";
    private static final Path USUAL = Path.of("../shared/csvw-tests");

    private SuiteFolder() {}

    static Optional<Path> find() {
        String named = System.getProperty("csvw.tests", "");
        Path folder = named.isEmpty() ? USUAL : Path.of(named);
        if (Files.isRegularFile(folder.resolve("manifest-rdf.jsonld"))) {
            return Optional.of(folder);
        }
        if (!named.isEmpty()) {
            throw new IllegalStateException("no manifest-rdf.jsonld in " + folder);
        }
        return Optional.empty();
    }

    /// @param manifest such as `rdf`
    /// @return one entry that stands for all if there is no folder
    static List<SuiteEntry> entries(String manifest) throws IOException {
        Optional<Path> folder = find();
        return folder.isEmpty()
                ? List.of(SuiteEntry.NONE)
                : SuiteEntry.read(folder.get().resolve("manifest-" + manifest + ".jsonld"));
    }

    /// As above, of a manifest whose length is known: none of its entries may be lost.
    static List<SuiteEntry> entries(String manifest, int length) throws IOException {
        List<SuiteEntry> entries = entries(manifest);
        if (!entries.equals(List.of(SuiteEntry.NONE)) && entries.size() != length) {
            throw new IllegalStateException(
                    manifest + ": found " + entries.size() + " entries, expected " + length);
        }
        return entries;
    }

    /// The folder, or the end of the test, which then counts as skipped.
    static Path orSkip() {
        Optional<Path> folder = find();
        if (folder.isEmpty()) {
            throw new TestAbortedException(MISSING);
        }
        return folder.get();
    }
}
