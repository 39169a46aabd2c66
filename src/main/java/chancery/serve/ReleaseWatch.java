package chancery.serve;

import chancery.release.BrokenRelease;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Looks at `current` twice a second and takes up what it names.
final class ReleaseWatch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 500;

    private final ReleaseStore store;
    private final Current current;
    private final Opening opening;
    private final Consumer<Served> takeUp;
    private final Consumer<String> notices;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "release-watch");
                        thread.setDaemon(true);
                        return thread;
                    });

    /// The release that could not be opened last, so that it is reported once.
    private Optional<Place> refused = Optional.empty();

    /// Where the release being served stood when it was opened.
    private Place opened;

    private String lastTrouble = "";

    /// How a release is opened.
    interface Opening {
        Served open(Path folder) throws BrokenRelease, IOException;
    }

    /// @param takeUp  called with a newly opened release before it becomes the current one
    /// @param notices gets a line for the operator at each switch
    ReleaseWatch(
            ReleaseStore store,
            Current current,
            Opening opening,
            Consumer<Served> takeUp,
            Consumer<String> notices) {
        this.store = store;
        this.current = current;
        this.opening = opening;
        this.takeUp = takeUp;
        this.notices = notices;
        this.opened = Place.of(current.peek().release().folder());
    }

    /// A folder, and by what it is told from another one of that name: a release that was
    /// damaged or gone may be there again, and is then opened anew.
    ///
    /// @param key `""` when it is not there
    private record Place(Path folder, String key) {
        static Place of(Path folder) {
            try {
                BasicFileAttributes seen = Files.readAttributes(folder, BasicFileAttributes.class);
                return new Place(folder, seen.fileKey() + " " + seen.creationTime());
            } catch (IOException gone) {
                return new Place(folder, "");
            }
        }

        boolean isThere() {
            return !key.isEmpty();
        }
    }

    void start() {
        // look() throws nothing, so there is no result to wait for
        var unused =
                clock.scheduleWithFixedDelay(
                        this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            current.closeUnused();
            if (current.takeDistrust()) {
                takeUp(Place.of(current.peek().release().folder()), "opened release %s anew");
            }
            Optional<ReleaseStore.Choice> choice = store.current();
            if (choice.isPresent()) {
                consider(choice.get());
            }
        } catch (IOException | RuntimeException e) {
            // a scheduled task that throws is never run again; the release being served stays
            sayOnce("releases: found unreadable, still serving " + current.peek().id());
        } catch (OutOfMemoryError e) {
            // a query has taken it; the release is opened anew when there is some again
            current.distrust();
        }
    }

    /// A choice with a note is a way out for a start; while a release is being served, it stays.
    private void consider(ReleaseStore.Choice choice) throws IOException {
        Place place = Place.of(choice.folder());
        if (choice.note().isEmpty()
                && place.isThere()
                && !place.equals(opened)
                && !Optional.of(place).equals(refused)) {
            boolean isAnother = !place.folder().equals(opened.folder());
            takeUp(place, isAnother ? "serving release %s" : "opened release %s anew");
        }
    }

    private void takeUp(Place place, String notice) throws IOException {
        try {
            Served next = opening.open(place.folder());
            takeUp.accept(next);
            current.replace(next);
            opened = place;
            refused = Optional.empty();
            notices.accept(notice.formatted(next.id()));
            if (!next.note().isEmpty()) {
                notices.accept(next.note());
            }
        } catch (BrokenRelease e) {
            refused = Optional.of(place);
            notices.accept(e.getMessage() + "; still serving " + current.peek().id());
        }
    }

    /// The same trouble twice a second is one line.
    private void sayOnce(String notice) {
        if (!notice.equals(lastTrouble)) {
            lastTrouble = notice;
            notices.accept(notice);
        }
    }

    @Override
    public void close() {
        // not shutdownNow: an interrupt closes the files of a database that is being opened
        clock.shutdown();
        try {
            var unused = clock.awaitTermination(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
