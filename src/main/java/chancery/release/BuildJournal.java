package chancery.release;

import chancery.release.dump.DumpLog;
import chancery.release.dump.DumpedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Notes in the folder of a build which parts of the release are done, so that another build can go
/// on with it when this one is killed.
///
/// The first line says of what the release is made. A part has a line for each of its files, with
/// their sizes, and one that says that these were all; it is written when they are on the disk.
/// For several threads at once.
final class BuildJournal implements DumpLog {
    /// Not a part of the release; deleted before that gets its name.
    static final String FILE = ".journal";

    private static final String HEAD = "chancery build 1 ";
    private static final String DONE = "done";
    private static final String COPIED = "copied";
    private static final String TAB = "\t";
    private static final int CELLS = 8;

    private final Path folder;
    private final String made;
    private final Map<String, List<Line>> parts = new LinkedHashMap<>();

    /// A file of a part.
    ///
    /// @param path below the release
    /// @param dumped what the dumps say of it; empty texts for others
    /// @param isCopied see [DumpLog.Logged]
    private record Line(String part, String path, DumpedFile dumped, boolean isCopied) {
        String text() {
            return String.join(
                            TAB,
                            part,
                            path,
                            Long.toString(dumped.sizeBytes()),
                            dumped.mediaType(),
                            dumped.compression(),
                            dumped.sha256(),
                            dumped.name(),
                            isCopied ? COPIED : "")
                    + "\n";
        }

        static Line of(String[] cells) {
            return new Line(
                    cells[0],
                    cells[1],
                    new DumpedFile(
                            cells[6], cells[3], cells[4], Long.parseLong(cells[2]), cells[5]),
                    cells[7].equals(COPIED));
        }
    }

    private BuildJournal(Path folder, String made) {
        this.folder = folder;
        this.made = made;
    }

    /// Whether a folder is that of a build that somebody could go on with.
    static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /// Whether a build made something of the same.
    ///
    /// @param made digest of all that a release is made of
    static boolean isOf(Path folder, String made) throws IOException {
        try (Stream<String> lines =
                Files.lines(folder.resolve(FILE), StandardCharsets.ISO_8859_1)) {
            return lines.findFirst().filter((HEAD + made)::equals).isPresent();
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /// Begins the journal of a folder, which is empty or comes from a build that made something of
    /// the same: the parts that are done and whole are kept, all else is deleted.
    static BuildJournal open(Path folder, String made) throws IOException {
        BuildJournal journal = new BuildJournal(folder, made);
        if (isIn(folder)) {
            journal.read();
        }
        journal.deleteOthers();
        journal.writeAnew();
        return journal;
    }

    /// Whether anything of the former build was done and whole.
    synchronized boolean hasKept() {
        return !parts.isEmpty();
    }

    /// What was kept, for a build that kept something.
    ///
    /// @return such as `kept database, default graph, 12 compressed copies`
    synchronized String kept() {
        List<String> all = new ArrayList<>(parts.keySet());
        long copies = all.stream().filter(DumpLog::isCopies).count();
        all.removeIf(DumpLog::isCopies);
        if (copies > 0) {
            all.add("%,d files compressed".formatted(copies));
        }
        return "kept " + String.join(", ", all);
    }

    private void read() throws IOException {
        List<Line> open = new ArrayList<>();
        // a last line without its end is of a build that was killed while it wrote
        String text = Files.readString(folder.resolve(FILE), StandardCharsets.ISO_8859_1);
        String whole = text.substring(0, text.lastIndexOf('\n') + 1);
        for (String line : whole.lines().skip(1).toList()) {
            String[] cells = line.split(TAB, -1);
            if (cells.length == 2 && cells[0].equals(DONE)) {
                String part = cells[1];
                List<Line> files = open.stream().filter(it -> it.part().equals(part)).toList();
                open.removeAll(files);
                if (areWhole(files)) {
                    parts.put(part, files);
                }
            } else if (cells.length == CELLS
                    && cells[1].matches("[^\\x00]+")
                    && cells[2].matches("[0-9]{1,18}")) {
                open.add(Line.of(cells));
            }
        }
    }

    private boolean areWhole(List<Line> files) throws IOException {
        for (Line each : files) {
            Path file = folder.resolve(each.path());
            if (!Files.isRegularFile(file) || Files.size(file) != each.dumped().sizeBytes()) {
                return false;
            }
        }
        return true;
    }

    private void deleteOthers() throws IOException {
        Set<Path> kept = new HashSet<>();
        parts.values().forEach(each -> each.forEach(it -> keep(kept, folder.resolve(it.path()))));
        kept.add(folder);
        kept.add(folder.resolve(FILE));
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(path -> !kept.contains(path)).toList();
        }
        for (Path path : all) {
            LinkedCopy.delete(path);
        }
    }

    private void keep(Set<Path> kept, Path file) {
        for (Path each = file; each != null && !each.equals(folder); each = each.getParent()) {
            kept.add(each);
        }
    }

    private void writeAnew() throws IOException {
        StringBuilder text = new StringBuilder(HEAD + made + "\n");
        parts.forEach((part, files) -> text.append(told(part, files)));
        Path fresh = folder.resolve(FILE + ".new");
        Files.writeString(fresh, text, StandardCharsets.ISO_8859_1);
        OnDisk.force(fresh);
        Files.move(
                fresh,
                folder.resolve(FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        OnDisk.forceFolder(folder);
    }

    private static String told(String part, List<Line> files) {
        StringBuilder text = new StringBuilder();
        files.forEach(file -> text.append(file.text()));
        return text.append(DONE + TAB).append(part).append('\n').toString();
    }

    /// Makes a part that is in a folder of its own, unless that is done, and notes that it is.
    ///
    /// @param name of the folder
    void folder(String part, String name, Making making) throws IOException, ReleaseRefused {
        if (isDone(part)) {
            return;
        }
        Path whole = folder.resolve(name);
        LinkedCopy.delete(whole);
        making.make();
        OnDisk.forceAll(whole);
        List<Line> files = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(whole)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                DumpedFile size = new DumpedFile("", "", "", Files.size(file), "");
                files.add(new Line(part, path(file), size, false));
            }
        }
        done(part, files);
    }

    /// Makes a part of a release.
    @FunctionalInterface
    interface Making {
        void make() throws IOException, ReleaseRefused;
    }

    private String path(Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /// The files are on the disk; whether these lines are matters less, for without them a part is
    /// made again.
    private synchronized void done(String part, List<Line> files) throws IOException {
        parts.put(part, files);
        Files.writeString(
                folder.resolve(FILE),
                told(part, files),
                StandardCharsets.ISO_8859_1,
                StandardOpenOption.APPEND);
    }

    @Override
    public synchronized boolean isDone(String part) {
        return parts.containsKey(part);
    }

    @Override
    public synchronized List<Logged> files(String part) {
        return parts.getOrDefault(part, List.of()).stream()
                .map(line -> new Logged(line.dumped(), line.isCopied()))
                .toList();
    }

    @Override
    public void done(String part, Path dumps, List<Logged> files) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (Logged each : files) {
            Path file = dumps.resolve(each.file().name());
            OnDisk.force(file);
            lines.add(new Line(part, path(file), each.file(), each.isCopied()));
        }
        done(part, lines);
    }

    /// The release is whole: it goes without this.
    void delete() throws IOException {
        Files.deleteIfExists(folder.resolve(FILE));
    }
}
