package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Fills a database, in threads of its own, and gives up when one of them has.
///
/// TDB2's loader hands its work from thread to thread, and each waits for the next. One that ends
/// with an error, as when a mapped file finds no room on the disk, is waited for for ever.
final class WatchedLoad {
    private static final long LOOK_MILLIS = 200;

    /// Below this there is no going on: a mapped file is written to without asking whether there is
    /// room.
    private static final long ROOM_AT_LEAST = 8L << 20;

    /// Threads that all wait, each for another, for so many looks will wait for ever.
    private static final int STUCK_LOOKS = 150;

    private static final long END_MILLIS = 10_000;

    private final Path folder;
    private final Workers workers = new Workers();
    private int looksStuck;

    private WatchedLoad(Path folder) {
        this.folder = folder;
    }

    /// The loading thread, and those that it starts.
    private static final class Workers extends ThreadGroup {
        private volatile @Nullable Throwable failure;

        Workers() {
            super("load");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable e) {
            failure = e;
        }

        boolean isAllWaiting() {
            Thread[] all = new Thread[activeCount() + 8];
            int count = enumerate(all);
            for (int i = 0; i < count; i++) {
                if (all[i].getState() != Thread.State.WAITING) {
                    return false;
                }
            }
            return true;
        }
    }

    /// @param folder on the disk that fills
    /// @param load   returns when all is there
    /// @throws IOException when there is no room for it
    static void run(Path folder, Runnable load) throws IOException {
        new WatchedLoad(folder).run(load);
    }

    private void run(Runnable load) throws IOException {
        FutureTask<Boolean> task = new FutureTask<>(load, true);
        Thread first = new Thread(workers, task, "load");
        first.setDaemon(true);
        first.start();
        try {
            while (!isOver(task)) {
                look();
            }
        } catch (IOException e) {
            workers.interrupt();
            end(first);
            throw e;
        }
    }

    private static boolean isOver(FutureTask<Boolean> task) throws IOException {
        try {
            return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException goesOn) {
            return false;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw NotWritten.of(cause == null ? e : cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void look() throws IOException {
        Throwable failure = workers.failure;
        if (failure != null) {
            throw NotWritten.of(failure);
        }
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < ROOM_AT_LEAST) {
            throw new IOException("no room left on the disk: found " + (usable >> 10) + " kB free");
        }
        looksStuck = workers.isAllWaiting() ? looksStuck + 1 : 0;
        if (looksStuck >= STUCK_LOOKS) {
            throw new IOException("the database cannot be filled");
        }
    }

    private static void end(Thread first) {
        try {
            first.join(END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
