package chancery.cli;

import chancery.describe.TableDescription;
import chancery.evidence.Anchor;
import chancery.evidence.Passage;
import chancery.table.Dialect;
import chancery.table.TableEditor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tables that name passages of one source, and the new places of these written into them.
///
/// Written is only what was found for certain.
final class AnchoredTables {
    private static final Pattern SPAN = Pattern.compile("[0-9]{1,9}-[0-9]{1,9}");
    private static final String PASSAGES = "passages";
    private static final String SOURCES = "sources";
    private static final String SOURCE = "source";
    private static final String CHARS = "chars";

    private final String source;
    private final List<Table> tables = new ArrayList<>();

    private record Table(String role, TableEditor editor) {}

    /// @throws Refusal when a table cannot be read, or has a dialect that cannot be edited
    AnchoredTables(String source, SeedReader seeds) throws Refusal {
        this.source = source;
        for (TableDescription table : seeds.tables()) {
            Path file = Path.of(table.source().name());
            String role = table.role();
            boolean names = table.column(SOURCE).isPresent() && table.column(CHARS).isPresent();
            if (Files.exists(file) && (names || role.equals(PASSAGES) || role.equals(SOURCES))) {
                tables.add(new Table(role, open(table, file)));
            }
        }
    }

    private static TableEditor open(TableDescription table, Path file) throws Refusal {
        if (!table.dialect().equals(Dialect.DEFAULT)) {
            throw new Refusal(file + ": found a dialect of its own, expected the default one");
        }
        try {
            return TableEditor.open(file);
        } catch (IOException e) {
            throw new Refusal(file + ": found it not readable: " + e.getMessage());
        }
    }

    /// Every passage of the source that some row names, with the digest it is registered with; `""`
    /// when it is not registered.
    SortedMap<Passage, String> passages() {
        SortedMap<Passage, String> all = new TreeMap<>();
        eachRow(
                (table, row) -> {
                    for (Passage passage : named(table, row)) {
                        boolean registers = table.role().equals(PASSAGES);
                        String digest = registers ? table.editor().value(row, "digest") : "";
                        all.merge(passage, digest, (a, b) -> a.isEmpty() ? b : a);
                    }
                });
        return all;
    }

    /// Sets the cells of all that was found for certain, and the digest of the new text.
    void anchor(Map<Passage, Anchor> anchors, String sha256) {
        eachRow(
                (table, row) -> {
                    if (table.role().equals(PASSAGES)) {
                        for (Passage passage : named(table, row)) {
                            if (anchors.get(passage) instanceof Anchor.Moved moved) {
                                register(table.editor(), row, moved);
                            }
                        }
                    } else {
                        cite(table.editor(), row, anchors);
                    }
                });
        for (Table table : tables) {
            if (table.role().equals(SOURCES)) {
                TableEditor editor = table.editor();
                for (int row = 0; row < editor.rows(); row++) {
                    if (editor.value(row, "id").equals(source)) {
                        editor.set(row, "text_sha256", sha256);
                    }
                }
            }
        }
    }

    /// The rows that name a passage which was not found for certain: `file:line: chars …`.
    List<String> left(Map<Passage, Anchor> anchors) {
        List<String> lines = new ArrayList<>();
        eachRow(
                (table, row) -> {
                    List<String> open =
                            named(table, row).stream()
                                    .filter(p -> isLeft(anchors.get(p)))
                                    .map(AnchoredTables::chars)
                                    .toList();
                    if (!open.isEmpty()) {
                        lines.add(
                                table.editor().position(row) + ": chars " + String.join(";", open));
                    }
                });
        return lines;
    }

    private static boolean isLeft(@Nullable Anchor anchor) {
        return anchor == null || !anchor.isCertain();
    }

    /// @return the tables that have other cells now, and their bytes
    Map<Path, byte[]> changed() {
        Map<Path, byte[]> changed = new LinkedHashMap<>();
        for (Table table : tables) {
            if (table.editor().isChanged()) {
                changed.put(table.editor().file(), table.editor().bytes());
            }
        }
        return changed;
    }

    private interface EachRow {
        void take(Table table, int row);
    }

    private void eachRow(EachRow each) {
        for (Table table : tables) {
            if (!table.role().equals(SOURCES)) {
                for (int row = 0; row < table.editor().rows(); row++) {
                    if (table.editor().value(row, SOURCE).equals(source)) {
                        each.take(table, row);
                    }
                }
            }
        }
    }

    private List<Passage> named(Table table, int row) {
        TableEditor editor = table.editor();
        String spans =
                table.role().equals(PASSAGES)
                        ? editor.value(row, "start") + "-" + editor.value(row, "end")
                        : editor.value(row, CHARS);
        return SPAN.matcher(spans).results().flatMap(span -> passage(span.group())).toList();
    }

    private Stream<Passage> passage(String chars) {
        try {
            return Stream.of(Passage.of(source, chars));
        } catch (IllegalArgumentException e) {
            return Stream.empty(); // check has a finding for it
        }
    }

    private static void register(TableEditor editor, int row, Anchor.Moved moved) {
        editor.set(row, "id", moved.to().id());
        editor.set(row, "start", Integer.toString(moved.to().start()));
        editor.set(row, "end", Integer.toString(moved.to().end()));
        editor.set(row, "digest", moved.digest());
    }

    /// Of the cell only the spans that moved are replaced.
    private void cite(TableEditor editor, int row, Map<Passage, Anchor> anchors) {
        String cell = editor.value(row, CHARS);
        String moved =
                SPAN.matcher(cell)
                        .replaceAll(
                                span ->
                                        Matcher.quoteReplacement(
                                                passage(span.group())
                                                        .map(anchors::get)
                                                        .filter(Anchor.Moved.class::isInstance)
                                                        .map(Anchor.Moved.class::cast)
                                                        .map(a -> chars(a.to()))
                                                        .findFirst()
                                                        .orElse(span.group())));
        if (!moved.equals(cell)) {
            editor.set(row, CHARS, moved);
        }
    }

    private static String chars(Passage passage) {
        return passage.start() + "-" + passage.end();
    }
}
