package chancery.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Writes several tables of a folder, all or none.
///
/// Each is written beside the table first, as `.name.new`; when all are, a mark is set, and from
/// then on the writing counts as done: who finds the mark moves what has not been moved yet. What
/// lies beside tables without a mark was never finished and is deleted.
final class TablesAtOnce {
    private static final String BESIDE = ".new";
    private static final String MARK = ".writing";

    private final Path folder;

    /// @param folder in which all the tables lie, or below
    TablesAtOnce(Path folder) {
        this.folder = folder;
    }

    /// Whether an earlier writing was cut short after all was written and before all was moved.
    boolean isCutShort() {
        return Files.exists(folder.resolve(MARK));
    }

    /// Moves what an earlier writing has left.
    void finish() throws IOException {
        for (Path next : beside()) {
            String name = next.getFileName().toString();
            Path table = next.resolveSibling(name.substring(1, name.length() - BESIDE.length()));
            Files.move(
                    next,
                    table,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        }
        Files.delete(folder.resolve(MARK));
    }

    /// @throws IOException when a file cannot be written: before the mark is set every table is as
    ///     it was, afterwards [#isCutShort]
    void write(Map<Path, byte[]> tables) throws IOException {
        deleteBeside();
        try {
            for (Map.Entry<Path, byte[]> table : tables.entrySet()) {
                Files.write(beside(table.getKey()), table.getValue());
            }
            Files.createFile(folder.resolve(MARK));
        } catch (IOException e) {
            deleteBeside();
            throw e;
        }
        finish();
    }

    private static Path beside(Path table) {
        return table.resolveSibling("." + table.getFileName() + BESIDE);
    }

    private List<Path> beside() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(TablesAtOnce::isBeside).toList();
        }
    }

    private static boolean isBeside(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") && name.endsWith(".csv" + BESIDE);
    }

    private void deleteBeside() throws IOException {
        for (Path next : beside()) {
            Files.delete(next);
        }
    }
}
