package chancery.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The files that were added: a folder for each pack, with the files and a list of them.
///
/// A file is copied, so that a release can be built again when the original has gone or was
/// written over; a link would change with it. What is to be added or removed is first a view of
/// the folder ([#with]), of which nobody else knows until [#commit]: whatever happens in between,
/// the files and their list stay as they were.
public final class PackStore {
    private static final String LIST = "files.tsv";
    private static final String STAGED = ".new";
    private static final String LOCK = ".lock";

    private final Path root;
    private final Map<String, List<Added>> changed;

    /// One file that was added.
    ///
    /// @param file where it lies
    /// @param table `url` of its table in the pack's metadata
    /// @param sha256 hexadecimal
    /// @param rows how many it has; -1 if nobody counted them
    /// @param shown its path in messages: where it lies, or will lie
    public record Added(Path file, String table, String sha256, long rows, String shown) {
        public String name() {
            return file.getFileName().toString();
        }

        private Added at(Path elsewhere, Path later) {
            return new Added(elsewhere, table, sha256, rows, later.toString());
        }

        private String line() {
            return String.join("\t", sha256, table, name(), rows < 0 ? "" : Long.toString(rows));
        }
    }

    /// A list that cannot be read.
    public static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /// @param root such as `packs/`; need not be there
    public PackStore(Path root) {
        this(root, Map.of());
    }

    private PackStore(Path root, Map<String, List<Added>> changed) {
        this.root = root;
        this.changed = changed;
    }

    /// Keeps all others from changing the files until it is closed, in whatever process.
    ///
    /// @return null when somebody else is changing them
    public @Nullable FileChannel claim() throws IOException {
        Files.createDirectories(root);
        FileChannel channel =
                FileChannel.open(
                        root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ofThisProcess) {
            // somebody else of this process has it
        }
        channel.close();
        return null;
    }

    /// The names of the packs of which there are files.
    public List<String> names() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> folders = Files.list(root)) {
                folders.filter(it -> Files.exists(it.resolve(LIST)))
                        .forEach(it -> names.add(it.getFileName().toString()));
            }
        }
        changed.forEach(
                (name, files) -> {
                    if (files.isEmpty()) {
                        names.remove(name);
                    } else {
                        names.add(name);
                    }
                });
        return List.copyOf(names);
    }

    /// What the list of a pack's files says, with their checksums.
    public String list(String pack) throws IOException {
        List<Added> files = changed.get(pack);
        return files == null ? Files.readString(root.resolve(pack).resolve(LIST)) : lines(files);
    }

    /// The files of a pack, by name, whether they are there or not; none if none were added.
    public List<Added> files(String pack) throws IOException, Broken {
        List<Added> files = changed.get(pack);
        if (files != null) {
            return files;
        }
        Path list = root.resolve(pack).resolve(LIST);
        if (!Files.exists(list)) {
            return List.of();
        }
        List<Added> all = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(list)) {
            number++;
            String[] parts = line.split("\t", -1);
            if (parts.length < 3 || parts.length > 4 || parts[2].isEmpty()) {
                throw new Broken(
                        "%s:%d: found \"%s\", expected checksum, table and file with tabs between;"
                                        .formatted(list, number, line)
                                + " pack remove "
                                + pack
                                + " takes its files away");
            }
            Path file = root.resolve(pack).resolve(parts[2]);
            boolean counted = parts.length == 4 && parts[3].matches("[0-9]{1,18}");
            all.add(
                    new Added(
                            file,
                            parts[1],
                            parts[0],
                            counted ? Long.parseLong(parts[3]) : -1,
                            file.toString()));
        }
        return List.copyOf(all);
    }

    /// The same with more files: they are copied, and replace those of the same name,
    /// packed or not. Until [#commit] only this view has them.
    ///
    /// @param files where they lie, and what they are
    public PackStore with(Pack pack, List<Added> files) throws IOException, Broken {
        List<Added> all = new ArrayList<>(files(pack.name()));
        Path staged = root.resolve(pack.name()).resolve(STAGED);
        delete(staged);
        Files.createDirectories(staged);
        for (Added added : files) {
            Path copy = staged.resolve(added.name());
            Files.copy(added.file(), copy);
            String id = pack.fileId(added.name());
            all.removeIf(it -> pack.fileId(it.name()).equals(id));
            all.add(added.at(copy, root.resolve(pack.name()).resolve(added.name())));
        }
        return changed(pack.name(), all);
    }

    /// The same without the files of a pack.
    public PackStore without(String pack) {
        return changed(pack, List.of());
    }

    private PackStore changed(String pack, List<Added> files) {
        Map<String, List<Added>> more = new TreeMap<>(changed);
        more.put(pack, files.stream().sorted(Comparator.comparing(Added::name)).toList());
        return new PackStore(root, more);
    }

    /// Makes the folder what this view is.
    public void commit() throws IOException {
        for (Map.Entry<String, List<Added>> change : changed.entrySet()) {
            Path folder = root.resolve(change.getKey());
            Path list = folder.resolve(LIST);
            if (change.getValue().isEmpty()) {
                // without its list it is no pack any more, whatever happens next
                Files.deleteIfExists(list);
                delete(folder);
                continue;
            }
            for (Added added : change.getValue()) {
                Path target = folder.resolve(added.name());
                if (!added.file().equals(target)) {
                    replace(added.file(), target);
                }
            }
            Path fresh = folder.resolve(STAGED).resolve(LIST);
            Files.writeString(fresh, lines(change.getValue()));
            replace(fresh, list);
            sweep(folder, change.getValue());
        }
    }

    /// Forgets what this view would have changed.
    public void discard() throws IOException {
        for (String pack : changed.keySet()) {
            Path folder = root.resolve(pack);
            delete(folder.resolve(STAGED));
            if (Files.isDirectory(folder) && !Files.exists(folder.resolve(LIST))) {
                delete(folder);
            }
        }
    }

    private static void sweep(Path folder, List<Added> files) throws IOException {
        delete(folder.resolve(STAGED));
        List<String> names = files.stream().map(Added::name).toList();
        List<Path> all;
        try (Stream<Path> here = Files.list(folder)) {
            all = here.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            String name = file.getFileName().toString();
            if (!name.equals(LIST) && !names.contains(name)) {
                Files.delete(file);
            }
        }
    }

    private static String lines(List<Added> files) {
        return files.stream().map(it -> it.line() + "\n").collect(Collectors.joining());
    }

    private static void replace(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
