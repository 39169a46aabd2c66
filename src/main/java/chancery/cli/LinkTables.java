package chancery.cli;

import chancery.link.CandidateTable;
import chancery.link.Decisions;
import chancery.table.TableEditor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tables of links among the seeds, and what is added to them.
final class LinkTables {
    private static final String LINK_COLUMNS =
            "id,thing,relation,item,item_label,method,confidence,date,author,reviewer,evidence,seen_in";
    private static final String NEGATIVE_COLUMNS =
            "id,thing,item,item_label,method,confidence,date,author,reviewer,reason,seen_in";

    private final Path seeds;

    LinkTables(Path seeds) {
        this.seeds = seeds;
    }

    private Path links() {
        return seeds.resolve("links.csv");
    }

    private Path negative() {
        return seeds.resolve("negative-links.csv");
    }

    /// The things that have a link in the tables.
    Set<String> linked() throws Refusal {
        return Files.exists(links()) ? column(links(), "thing") : Set.of();
    }

    /// Moves what was decided, all of it or nothing.
    ExitCode apply(
            Path table,
            CandidateTable candidates,
            LocalDate date,
            String author,
            PrintWriter out,
            PrintWriter err)
            throws Refusal {
        TablesAtOnce writing = new TablesAtOnce(seeds);
        try {
            if (writing.isCutShort()) {
                writing.finish();
                out.println("finished a writing that was cut short, and nothing else");
                return ExitCode.GOOD;
            }
            Decisions decided = Decisions.of(candidates.rows(), said(), date.toString(), author);
            if (!decided.wrong().isEmpty()) {
                decided.wrong().forEach(err::println);
                return ExitCode.FINDINGS;
            }
            Map<Path, byte[]> changed = new LinkedHashMap<>();
            put(changed, links(), LINK_COLUMNS, decided.links());
            put(changed, negative(), NEGATIVE_COLUMNS, decided.negative());
            byte[] left = CandidateTable.bytes(decided.left());
            boolean amongSeeds =
                    table.toAbsolutePath()
                            .normalize()
                            .startsWith(seeds.toAbsolutePath().normalize());
            if (amongSeeds && decided.left().size() < candidates.rows().size()) {
                changed.put(table, left);
            }
            writing.write(changed);
            if (!amongSeeds) {
                Files.write(table, left);
            }
            out.printf(
                    "%,d links and %,d negative links added, %,d other candidates of the linked things"
                            + " dropped, %,d rows left%n",
                    decided.links().size(),
                    decided.negative().size(),
                    decided.dropped(),
                    decided.left().size());
            if (!changed.isEmpty()) {
                out.println("tell it in changes.csv, then: chancery check");
            }
            return ExitCode.GOOD;
        } catch (IOException e) {
            throw new Refusal(seeds + ": found it not writable: " + e.getMessage());
        }
    }

    private static void put(
            Map<Path, byte[]> changed, Path table, String columns, List<String> lines)
            throws IOException, Refusal {
        if (lines.isEmpty()) {
            return;
        }
        String header = Files.readString(table).lines().findFirst().orElse("");
        if (!header.equals(columns)) {
            throw new Refusal(
                    "%s:1: found \"%s\", expected the columns %s"
                            .formatted(table, header, columns));
        }
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        byte[] before = Files.readAllBytes(table);
        text.writeBytes(before);
        if (before[before.length - 1] != '\n') {
            text.write('\n');
        }
        for (String line : lines) {
            text.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        changed.put(table, text.toByteArray());
    }

    /// Pair → what the tables say of it.
    private Map<String, String> said() throws IOException {
        Map<String, String> said = new HashMap<>();
        TableEditor no = TableEditor.open(negative());
        for (int row = 0; row < no.rows(); row++) {
            said.put(
                    Decisions.pair(no.value(row, "thing"), no.value(row, "item")),
                    Decisions.NOT_SAME);
        }
        TableEditor yes = TableEditor.open(links());
        for (int row = 0; row < yes.rows(); row++) {
            said.put(
                    Decisions.pair(yes.value(row, "thing"), yes.value(row, "item")),
                    yes.value(row, "relation"));
        }
        return said;
    }

    private static Set<String> column(Path table, String column) throws Refusal {
        try {
            TableEditor editor = TableEditor.open(table);
            Set<String> values = new HashSet<>();
            for (int row = 0; row < editor.rows(); row++) {
                values.add(editor.value(row, column));
            }
            return values;
        } catch (IOException e) {
            throw new Refusal(table + ": found it not readable (" + e.getMessage() + ")");
        }
    }
}
