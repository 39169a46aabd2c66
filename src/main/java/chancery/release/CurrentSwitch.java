package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes a release current in one atomic step.
///
/// From the moment it is made a file beside `current` names the release, so that whoever removes
/// releases sees that this one is wanted; that very file becomes `current`.
final class CurrentSwitch implements AutoCloseable {
    static final String CURRENT = "current";

    /// The number of the process follows.
    static final String PREFIX = ".current-";

    private final Path next;
    private final Path current;

    private CurrentSwitch(Path next, Path current) {
        this.next = next;
        this.current = current;
    }

    /// @param id of a release that need not be there yet
    static CurrentSwitch to(Path releases, String id) throws IOException {
        Path next = releases.resolve(PREFIX + ProcessHandle.current().pid());
        CurrentSwitch made = new CurrentSwitch(next, releases.resolve(CURRENT));
        try {
            Files.writeString(next, id + "\n");
            OnDisk.force(next);
            return made;
        } catch (IOException e) {
            made.close();
            throw e;
        }
    }

    /// What it names has to be on the disk before, and its name too.
    void done() throws IOException {
        Path releases = Optional.ofNullable(current.getParent()).orElse(current);
        OnDisk.forceFolder(releases);
        Files.move(
                next, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OnDisk.forceFolder(releases);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(next);
        } catch (IOException e) {
            // the next build deletes it
        }
    }

    /// The releases that are current or about to be. Those about to be are looked up first: what is
    /// none of them any more is current by then.
    static Set<String> wanted(Path releases) throws IOException {
        Set<String> wanted = new HashSet<>();
        try (Stream<Path> entries = Files.list(releases)) {
            List<Path> next =
                    entries.filter(path -> path.getFileName().toString().startsWith(PREFIX))
                            .toList();
            for (Path path : next) {
                addNamed(path, wanted);
            }
        }
        addNamed(releases.resolve(CURRENT), wanted);
        return wanted;
    }

    private static void addNamed(Path file, Set<String> wanted) throws IOException {
        try {
            wanted.add(Files.readString(file).strip());
        } catch (NoSuchFileException none) {
            // it has become current, or was given up
        }
    }
}
