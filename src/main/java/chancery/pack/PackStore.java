package chancery.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The files that were added: a folder for each pack, with the files and a list of them.
///
/// A file is copied, so that a release can be built again when the original has gone or was written
/// over; a link would change with it.
public final class PackStore {
    private static final String LIST = "files.tsv";
    private static final String FORMER = ".former";

    private final Path root;

    /// One file that was added.
    ///
    /// @param file where it lies
    /// @param table `url` of its table in the pack's metadata
    /// @param sha256 hexadecimal
    public record Added(Path file, String table, String sha256) {
        public String name() {
            return file.getFileName().toString();
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
        this.root = root;
    }

    /// The names of the packs of which there are files.
    public List<String> names() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(it -> Files.exists(it.resolve(LIST)))
                    .map(it -> it.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /// The file that lists the files of a pack, with their checksums.
    public Path list(String pack) {
        return root.resolve(pack).resolve(LIST);
    }

    /// The files of a pack, by name; none if there are none.
    public List<Added> files(String pack) throws IOException, Broken {
        Path list = list(pack);
        if (!Files.exists(list)) {
            return List.of();
        }
        List<Added> all = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(list)) {
            number++;
            String[] parts = line.split("\t", -1);
            if (parts.length != 3) {
                throw new Broken(
                        list
                                + ":"
                                + number
                                + ": found \""
                                + line
                                + "\", expected checksum, table and file with tabs between");
            }
            Path file = root.resolve(pack).resolve(parts[2]);
            if (!Files.isRegularFile(file)) {
                throw new Broken(
                        file + ": found no such file, expected it, for " + list + " lists it");
            }
            all.add(new Added(file, parts[1], parts[0]));
        }
        return List.copyOf(all);
    }

    /// Adds files; one of the same name is replaced, and kept until [#keep] or [#takeBack].
    ///
    /// @param files where they lie, and what they are
    public void add(String pack, List<Added> files) throws IOException, Broken {
        Path folder = Files.createDirectories(root.resolve(pack));
        List<Added> all = new ArrayList<>(files(pack));
        for (Added added : files) {
            Path target = folder.resolve(added.name());
            if (!Files.exists(target) || !Files.isSameFile(target, added.file())) {
                Path fresh = folder.resolve(added.name() + ".part");
                Files.deleteIfExists(fresh);
                Files.copy(added.file(), fresh);
                if (Files.exists(target)) {
                    Path former = folder.resolve(added.name() + FORMER);
                    Files.move(target, former, StandardCopyOption.REPLACE_EXISTING);
                }
                Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
            }
            all.removeIf(it -> it.name().equals(added.name()));
            all.add(new Added(target, added.table(), added.sha256()));
        }
        write(pack, all);
    }

    /// Takes back what [#add] did, so that the files are again those from before.
    ///
    /// @param before what [#files] gave
    public void takeBack(String pack, List<Added> before, List<Added> files) throws IOException {
        if (before.isEmpty()) {
            remove(pack);
            return;
        }
        Path folder = root.resolve(pack);
        for (Added added : files) {
            Path former = folder.resolve(added.name() + FORMER);
            if (Files.exists(former)) {
                Files.move(
                        former,
                        folder.resolve(added.name()),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } else if (before.stream().noneMatch(it -> it.name().equals(added.name()))) {
                Files.deleteIfExists(folder.resolve(added.name()));
            }
        }
        write(pack, before);
    }

    /// Forgets what [#add] replaced.
    public void keep(String pack, List<Added> files) throws IOException {
        for (Added added : files) {
            Files.deleteIfExists(root.resolve(pack).resolve(added.name() + FORMER));
        }
    }

    private void write(String pack, List<Added> files) throws IOException {
        List<String> lines =
                files.stream()
                        .sorted(Comparator.comparing(Added::name))
                        .map(it -> it.sha256() + "\t" + it.table() + "\t" + it.name())
                        .toList();
        Path list = list(pack);
        Path fresh = list.resolveSibling(LIST + ".part");
        Files.write(fresh, lines);
        Files.move(
                fresh, list, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Removes all files of a pack.
    ///
    /// @return whether there were any
    public boolean remove(String pack) throws IOException {
        Path folder = root.resolve(pack);
        if (!Files.isDirectory(folder)) {
            return false;
        }
        // without its list it is no pack any more, whatever happens next
        boolean was = Files.deleteIfExists(folder.resolve(LIST));
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
        return was;
    }
}
