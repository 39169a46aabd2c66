package chancery.release.dump;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/// The folder that the files are written into. Each file that is closed is in the list of them with
/// its checksum, and so are compressed copies of it, which are made in the background.
///
/// For several threads at once; each file for one.
public final class DumpFolder implements Closeable {
    private static final int BUFFER = 1 << 16;

    static final String COPIES = "copies of ";

    private final Path folder;
    private final String part;
    private final DumpLog log;
    private final ConcurrentLinkedQueue<DumpedFile> written;
    private final ConcurrentLinkedQueue<Future<?>> running;
    private final ExecutorService background;
    private final ConcurrentLinkedQueue<DumpLog.Logged> mine = new ConcurrentLinkedQueue<>();

    public DumpFolder(Path folder) {
        this(folder, DumpLog.NONE);
    }

    /// @param log knows what an earlier build has written into it
    public DumpFolder(Path folder, DumpLog log) {
        this.folder = folder;
        this.part = "";
        this.log = log;
        this.written = new ConcurrentLinkedQueue<>();
        this.running = new ConcurrentLinkedQueue<>();
        this.background =
                Executors.newFixedThreadPool(
                        Math.min(4, Runtime.getRuntime().availableProcessors()));
    }

    private DumpFolder(DumpFolder whole, String part) {
        this.folder = whole.folder;
        this.part = part;
        this.log = whole.log;
        this.written = whole.written;
        this.running = whole.running;
        this.background = whole.background;
    }

    /// The same folder, for some files that are done together: [#isDone], else all of them are
    /// written and closed, then [#done]. It is neither finished nor closed.
    DumpFolder part(String name) {
        return new DumpFolder(this, name);
    }

    /// Whether an earlier build has written this part. Then its files are in the list as if this
    /// one had.
    boolean isDone() {
        if (!log.isDone(part)) {
            return false;
        }
        for (DumpLog.Logged each : log.files(part)) {
            list(each);
        }
        return true;
    }

    /// All files of this part are closed.
    void done() throws IOException {
        log.done(part, folder, List.copyOf(mine));
    }

    private void list(DumpLog.Logged logged) {
        DumpedFile file = logged.file();
        written.add(file);
        if (!logged.isCopied()) {
            return;
        }
        String copies = COPIES + file.name();
        if (log.isDone(copies)) {
            log.files(copies).forEach(each -> written.add(each.file()));
        } else {
            running.add(background.submit(() -> compress(file.name(), file.mediaType())));
        }
    }

    /// A new file; compressed copies of it are made when it is closed.
    ///
    /// @param name path below the folder
    public OutputStream open(String name, String mediaType) throws IOException {
        return new Listing(name, mediaType, "", true);
    }

    /// A new file of which there are no compressed copies.
    ///
    /// @param compression media type of what it is compressed with; `""` if it is not
    public OutputStream openAlone(String name, String mediaType, String compression)
            throws IOException {
        return new Listing(name, mediaType, compression, false);
    }

    /// Where a file of that name stands, closed or not.
    public Path path(String name) {
        return folder.resolve(name);
    }

    /// Writes `SHA256SUMS`, which lists every file but itself.
    ///
    /// @return all files, sorted by name
    List<DumpedFile> finish() throws IOException {
        for (Future<?> each = running.poll(); each != null; each = running.poll()) {
            await(each);
        }
        List<DumpedFile> files = new ArrayList<>(written);
        files.sort(Comparator.comparing(DumpedFile::name));
        StringBuilder sums = new StringBuilder();
        files.forEach(file -> sums.append(file.sha256() + "  " + file.name() + "\n"));
        Files.createDirectories(folder);
        Files.write(folder.resolve("SHA256SUMS"), sums.toString().getBytes(StandardCharsets.UTF_8));
        return files;
    }

    private static void await(Future<?> running) throws IOException {
        try {
            running.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException notWritten) {
                throw notWritten;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Nothing is written any more when this returns.
    @Override
    public void close() {
        background.shutdownNow();
        try {
            while (!background.awaitTermination(1, TimeUnit.MINUTES)) {
                // what is being compressed ends by itself
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Void compress(String name, String mediaType) throws IOException {
        DumpFolder copies = part(COPIES + name);
        copies.write(name, mediaType);
        copies.done();
        return null;
    }

    private void write(String name, String mediaType) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name));
                OutputStream gzip = compressed(name, mediaType, Compression.GZIP);
                OutputStream zstd = compressed(name, mediaType, Compression.ZSTD)) {
            byte[] some = new byte[BUFFER];
            for (int length = in.read(some); length >= 0; length = in.read(some)) {
                gzip.write(some, 0, length);
                zstd.write(some, 0, length);
            }
        }
    }

    private OutputStream compressed(String name, String mediaType, Compression by)
            throws IOException {
        return by.into(new Listing(name + by.ending(), mediaType, by.mediaType(), false));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private OutputStream fresh(String name) throws IOException {
        Path path = folder.resolve(name);
        Path parent = path.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        return Files.newOutputStream(path);
    }

    /// A file that puts itself into the list when it is closed.
    private final class Listing extends FilterOutputStream {
        private final String name;
        private final String mediaType;
        private final String compression;
        private final boolean isCompressed;
        private final MessageDigest sha;
        private boolean closed;

        Listing(String name, String mediaType, String compression, boolean isCompressed)
                throws IOException {
            this(name, mediaType, compression, isCompressed, sha256());
        }

        private Listing(
                String name,
                String mediaType,
                String compression,
                boolean isCompressed,
                MessageDigest sha)
                throws IOException {
            super(new BufferedOutputStream(new DigestOutputStream(fresh(name), sha), BUFFER));
            this.name = name;
            this.mediaType = mediaType;
            this.compression = compression;
            this.isCompressed = isCompressed;
            this.sha = sha;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            super.close();
            String hex = HexFormat.of().formatHex(sha.digest());
            long size = Files.size(folder.resolve(name));
            DumpLog.Logged logged =
                    new DumpLog.Logged(
                            new DumpedFile(name, mediaType, compression, size, hex), isCompressed);
            mine.add(logged);
            list(logged);
        }
    }
}
