package chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a file of `shapes/tables` says of one shape: rows for tables, and what becomes of them.
///
/// @param shape its name
/// @param title what is wrong with the rows
/// @param tables with rows to add to the small world
/// @param notes what else the case says
record ShapeCase(String shape, String title, List<Table> tables, Map<Note, String> notes) {
    private static final Path FOLDER = Path.of("src/test/resources/shapes/tables");
    private static final String SMALL_WORLD = "base.txt";
    private static final String AT_FAULT = "  > ";
    private static final Pattern HEAD = Pattern.compile("(\\w+): (.+)");
    private static final Pattern TABLE = Pattern.compile(" +([a-z-]+\\.csv): (.+)");
    private static final Pattern NOTE = Pattern.compile(" +([a-z ]+): (.+)");

    /// Rows for one table.
    ///
    /// @param columns those that the rows fill
    record Table(String file, List<String> columns, List<Row> rows) {}

    /// @param atFault whether it is marked as the row that a message must name; if none of a case
    ///     is, that is the last one
    record Row(List<String> cells, boolean atFault) {}

    /// What a case may say besides its rows.
    enum Note {
        /// Code of the finding with which an earlier check refuses the row.
        REFUSED,
        /// Why no row in a table of the seeds can break the shape.
        NOT_IN_SEEDS,
        /// Code of the violation, where the shape has no message of its own.
        CODE,
        /// Codes of other shapes, which the row cannot but break too.
        ALSO,
        /// The thing that the violation names, where the row is not about it.
        FOCUS;

        static Note of(String words) {
            return valueOf(words.toUpperCase(Locale.ROOT).replace(' ', '_'));
        }
    }

    /// The tables of a small world that keeps to every shape.
    static List<Table> base() throws IOException {
        return read(FOLDER.resolve(SMALL_WORLD)).getFirst().tables();
    }

    /// @return the cases of all files
    static List<ShapeCase> all() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<ShapeCase> cases = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".txt") && !file.endsWith(SMALL_WORLD)) {
                    cases.addAll(read(file));
                }
            }
            return cases;
        }
    }

    /// Whether an earlier check refuses the rows, so that the contract never sees them.
    boolean isRefused() {
        return notes.containsKey(Note.REFUSED);
    }

    /// Whether all its rows stand in tables that the seeds have.
    boolean isOfSeeds() {
        return tables.stream().allMatch(table -> Files.exists(Path.of("seeds", table.file())));
    }

    Set<String> also() {
        return Arrays.stream(notes.getOrDefault(Note.ALSO, "").split(", "))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        return shape + ": " + title;
    }

    private static List<ShapeCase> read(Path file) throws IOException {
        List<ShapeCase> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher head = HEAD.matcher(line);
            if (head.matches()) {
                List<Table> tables = new ArrayList<>();
                Map<Note, String> notes = new EnumMap<>(Note.class);
                cases.add(new ShapeCase(head.group(1), head.group(2), tables, notes));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                cases.getLast().add(line);
            }
        }
        return cases;
    }

    private void add(String line) {
        Matcher table = TABLE.matcher(line);
        Matcher note = NOTE.matcher(line);
        if (table.matches()) {
            tables.add(new Table(table.group(1), cells(table.group(2)), new ArrayList<>()));
        } else if (note.matches()) {
            notes.put(Note.of(note.group(1)), note.group(2));
        } else {
            boolean atFault = line.startsWith(AT_FAULT);
            String row = line.substring(AT_FAULT.length());
            tables.getLast().rows().add(new Row(cells(row), atFault));
        }
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }
}
