package chancery.release;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What processes that were killed have left among the releases. The names say whose it is.
final class Debris {
    /// A release that is not finished; the number of the process follows.
    static final String BUILDING = ".building-";

    /// What is sorted for one; the number of the process follows.
    static final String SORTING = ".sorting-";

    /// A release that a better one of the same id takes the place of; the number of the process and
    /// the id follow. It has this name only until the other one is in its place.
    static final String REPLACED = ".replaced-";

    private static final Pattern NAME =
            Pattern.compile(
                    "(\\.building-|\\.sorting-|\\.current-|\\.pruned-|\\.replaced-|\\.serving-)"
                            + "([0-9]{1,18})(?:-(.*))?");

    private Debris() {}

    /// Clears away what processes that are gone have left, as far as that is possible; but for
    /// releases that are half made, which the next build deletes or goes on with.
    static void clear(Path releases) throws IOException {
        clear(releases, pid -> false);
    }

    /// The same, and what builds of this process have left.
    static void clearWithOwn(Path releases) throws IOException {
        clear(releases, pid -> pid == ProcessHandle.current().pid());
    }

    private static void clear(Path releases, LongPredicate own) throws IOException {
        restore(releases);
        for (Path path : list(releases)) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches()) {
                long pid = Long.parseLong(name.group(2));
                boolean mine = own.test(pid) && !name.group(1).equals(LinkedCopy.PREFIX);
                boolean mayGoOn = name.group(1).equals(BUILDING) && BuildJournal.isIn(path);
                if ((!isAlive(pid) || mine) && !mayGoOn) {
                    LinkedCopy.delete(path);
                }
            }
        }
    }

    /// The builds that processes that are gone have left, or this one, so far that one may go on
    /// with them.
    ///
    /// @return their folders, and the numbers of the processes
    static Map<Path, Long> halfMade(Path releases) throws IOException {
        Map<Path, Long> found = new TreeMap<>();
        for (Path path : list(releases)) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches() && name.group(1).equals(BUILDING)) {
                long pid = Long.parseLong(name.group(2));
                if (pid == ProcessHandle.current().pid() || !isAlive(pid)) {
                    found.put(path, pid);
                }
            }
        }
        return found;
    }

    /// Gives those releases their names back that a crash has left without, in the moment in which
    /// another one was to take their place.
    static void restore(Path releases) throws IOException {
        for (Path path : list(releases)) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches()
                    && name.group(1).equals(REPLACED)
                    && !isAlive(Long.parseLong(name.group(2)))) {
                Path release = releases.resolve(Optional.ofNullable(name.group(3)).orElse(""));
                if (!Files.exists(release) && Release.isComplete(path)) {
                    move(path, release);
                }
            }
        }
    }

    /// Whether a process that runs is just putting another folder in the place of a release, so
    /// that it is there again at once.
    static boolean isBeingReplaced(Path releases, String id) throws IOException {
        for (Path path : list(releases)) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (name.matches()
                    && name.group(1).equals(REPLACED)
                    && id.equals(name.group(3))
                    && isAlive(Long.parseLong(name.group(2)))) {
                return true;
            }
        }
        return false;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // another process has restored it, unless the disk cannot be written
            if (!Files.exists(to)) {
                throw e;
            }
        }
    }

    /// Whether a process runs.
    static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static List<Path> list(Path releases) throws IOException {
        if (!Files.isDirectory(releases)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(releases)) {
            return all.toList();
        }
    }
}
