package chancery.release.dump;

import java.io.BufferedOutputStream;
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
import java.util.zip.GZIPOutputStream;

/// The folder that the files are written into. Each file that is closed is in the list of them with
/// its checksum, and so is a compressed copy of it.
final class DumpFolder {
    private final Path folder;
    private final List<DumpedFile> written = new ArrayList<>();

    DumpFolder(Path folder) {
        this.folder = folder;
    }

    /// A new file; a compressed copy of it is made when it is closed.
    ///
    /// @param name path below the folder
    OutputStream open(String name, String mediaType) throws IOException {
        return new Listing(name, mediaType, true);
    }

    /// @return all files, sorted by name
    List<DumpedFile> written() {
        return written.stream().sorted(Comparator.comparing(DumpedFile::name)).toList();
    }

    /// Writes `SHA256SUMS`, which lists every file but itself.
    void checksums() throws IOException {
        StringBuilder sums = new StringBuilder();
        written().forEach(f -> sums.append(f.sha256() + "  " + f.name() + "\n"));
        Files.createDirectories(folder);
        Files.write(folder.resolve("SHA256SUMS"), sums.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void compress(String name) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(name));
                OutputStream zipped =
                        new GZIPOutputStream(
                                new Listing(name + ".gz", "application/gzip", false))) {
            in.transferTo(zipped);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// A file that puts itself into the list when it is closed.
    private final class Listing extends FilterOutputStream {
        private final String name;
        private final String mediaType;
        private final boolean isCompressed;
        private final MessageDigest sha;
        private boolean closed;

        Listing(String name, String mediaType, boolean isCompressed) throws IOException {
            this(name, mediaType, isCompressed, sha256());
        }

        private Listing(String name, String mediaType, boolean isCompressed, MessageDigest sha)
                throws IOException {
            super(new BufferedOutputStream(new DigestOutputStream(fresh(name), sha), 1 << 16));
            this.name = name;
            this.mediaType = mediaType;
            this.isCompressed = isCompressed;
            this.sha = sha;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
                String hex = HexFormat.of().formatHex(sha.digest());
                written.add(new DumpedFile(name, mediaType, Files.size(folder.resolve(name)), hex));
                if (isCompressed) {
                    compress(name);
                }
            }
        }
    }

    private OutputStream fresh(String name) throws IOException {
        Path path = folder.resolve(name);
        Path parent = path.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        return Files.newOutputStream(path);
    }
}
