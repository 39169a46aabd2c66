package chancery.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Watches folders, with all folders below them. What editors write beside a file while it is open
/// (hidden files, names that end in `~`) is no save.
final class FolderWatch implements Saves {
    private static final int QUIET_MILLIS = 200;

    private final Collection<Path> folders;
    private final WatchService service;
    private final Set<Path> watched = new HashSet<>();

    private FolderWatch(Collection<Path> folders, WatchService service) {
        this.folders = List.copyOf(folders);
        this.service = service;
    }

    /// @param folders those that are not there are left out
    static FolderWatch of(Collection<Path> folders) throws IOException {
        List<Path> there = folders.stream().filter(Files::isDirectory).toList();
        FolderWatch watch = new FolderWatch(there, Path.of("").getFileSystem().newWatchService());
        watch.register();
        return watch;
    }

    @Override
    public boolean await() throws InterruptedException {
        try {
            while (!isSave(service.take())) {
                // an editor's own file
            }
            for (WatchKey more = quiet(); more != null; more = quiet()) {
                isSave(more);
            }
            register();
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable WatchKey quiet() throws InterruptedException {
        return service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
    }

    /// Takes the events of a key. A folder that was deleted is watched again when it comes back.
    private boolean isSave(WatchKey key) {
        boolean save = key.pollEvents().stream().anyMatch(FolderWatch::isSave);
        if (!key.reset() && key.watchable() instanceof Path gone) {
            watched.remove(gone);
        }
        return save;
    }

    private static boolean isSave(WatchEvent<?> event) {
        // without a file there were too many events to name
        return !(event.context() instanceof Path file) || isNoEditorsOwn(file);
    }

    static boolean isNoEditorsOwn(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && !name.endsWith("~");
    }

    private void register() throws IOException {
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path each : all.filter(Files::isDirectory).toList()) {
                        registerOne(each);
                    }
                }
            }
        }
    }

    private void registerOne(Path folder) throws IOException {
        if (watched.add(folder)) {
            folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        }
    }

    @Override
    public void close() {
        try {
            service.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
