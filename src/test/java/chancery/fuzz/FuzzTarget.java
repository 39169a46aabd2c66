package chancery.fuzz;

import chancery.describe.iri.TemplateFuzz;
import chancery.describe.metadata.MetadataFuzz;
import chancery.map.compiled.MappingFuzz;
import chancery.reconcile.ReconcileFuzz;
import chancery.serve.AcceptFuzz;
import chancery.table.TableFuzz;
import chancery.time.EdtfFuzz;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What is fuzzed: a class with a method `fuzzerTestOneInput` that takes any bytes and throws only
/// if they break what it holds to be true.
enum FuzzTarget {
    TABLE(TableFuzz.class, 40_000),
    MAPPING(MappingFuzz.class, 3_000),
    METADATA(MetadataFuzz.class, 8_000),
    TEMPLATE(TemplateFuzz.class, 100_000),
    EDTF(EdtfFuzz.class, 20_000),
    ACCEPT(AcceptFuzz.class, 25_000),
    RECONCILE(ReconcileFuzz.class, 100_000);

    /// Beginnings and found cases: a folder for each target.
    static final Path CASES = Path.of("src/test/resources/chancery/fuzz");

    private final Class<?> type;
    private final long inputs;

    FuzzTarget(Class<?> type, long inputs) {
        this.type = type;
        this.inputs = inputs;
    }

    /// So many take about ten seconds.
    long inputs() {
        return inputs;
    }

    /// Runs the target once, in this process.
    void run(byte[] input) throws Throwable {
        try {
            type.getMethod("fuzzerTestOneInput", byte[].class).invoke(null, input);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    Path cases() {
        return CASES.resolve(folder());
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(cases())) {
            return files.sorted().toList();
        }
    }

    String folder() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
