package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.check.Findings;
import chancery.describe.TableGroup;
import chancery.map.BlankNodes;
import chancery.map.Converter;
import chancery.map.Mode;
import chancery.map.NTriples;
import chancery.table.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Maps tables by the reference path and as a stream, and holds one against the other.
public final class BothWays {
    private BothWays() {}

    /// What came out.
    ///
    /// @param whole whether all tables could be read to their ends
    public record Outcome(String lines, List<String> findings, boolean whole) {}

    public static Outcome reference(Library library, TableGroup group, Mode mode) {
        Findings findings = new Findings();
        StringBuilder lines = new StringBuilder();
        boolean whole =
                new Converter(library, mode, new BlankNodes(""), findings)
                        .convert(
                                group,
                                NTriples.lines(NTriples.end(Optional.empty()), lines::append));
        return new Outcome(lines.toString(), findings.lines(), whole);
    }

    public static Outcome stream(
            Library library, TableGroup group, Mode mode, int threads, int chunkBytes)
            throws IOException {
        Findings findings = new Findings();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean whole =
                new StreamConverter(
                                library,
                                new StreamConverter.Settings(
                                        mode, threads, Optional.empty(), false, (b, r) -> {}),
                                findings,
                                chunkBytes)
                        .convert(group, out);
        return new Outcome(out.toString(StandardCharsets.UTF_8), findings.lines(), whole);
    }

    /// Fails if anything differs, in either mode, for any number of threads and size of chunks.
    ///
    /// @param what shown if it does
    public static void assertSame(Library library, TableGroup group, String what)
            throws IOException {
        for (Mode mode : List.of(Mode.MINIMAL, Mode.STANDARD)) {
            Outcome expected = reference(library, group, mode);
            for (int chunkBytes : List.of(7, 64, 1 << 16)) {
                for (int threads : List.of(1, 3)) {
                    Outcome found = stream(library, group, mode, threads, chunkBytes);
                    String how = what + ", " + mode + ", " + threads + " threads, " + chunkBytes;
                    assertEquals("", difference(expected.findings(), found.findings()), how);
                    assertEquals(
                            "",
                            difference(
                                    expected.lines().lines().toList(),
                                    found.lines().lines().toList()),
                            how);
                    assertEquals(expected, found, how);
                }
            }
        }
    }

    /// The first line that differs; `""` if none does.
    private static String difference(List<String> expected, List<String> found) {
        for (int i = 0; i < Math.max(expected.size(), found.size()); i++) {
            String wanted = i < expected.size() ? expected.get(i) : "the end";
            String is = i < found.size() ? found.get(i) : "the end";
            if (!wanted.equals(is)) {
                return "expected " + wanted + "\n   found " + is;
            }
        }
        return "";
    }
}
