package chancery.cli;

import chancery.check.derive.CodeLists;
import chancery.cli.PackReader.LightTable;
import chancery.describe.Directive;
import chancery.describe.json.Json;
import chancery.pack.Pack;
import chancery.release.ProgramDigest;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// A digest of all that the triples of a large table depend on: what was mapped under a key need
/// not be mapped again.
///
/// @param size and time of the file when it was read for this
record TableKey(String hex, Path file, long size, FileTime time) {
    /// Of the notes beside the triples, and of what goes into this digest.
    private static final String FORMAT = "1";

    private static final int BUFFER = 1 << 20;

    /// Told how many bytes of a file were read.
    @FunctionalInterface
    interface BytesRead {
        void at(long bytes);
    }

    static TableKey of(LightTable table, Base base, CodeLists codes, BytesRead progress)
            throws IOException {
        MessageDigest sha = sha256();
        Path metadata = table.pack().folder().resolve(Pack.METADATA);
        for (String part :
                List.of(
                        FORMAT,
                        Version.NUMBER,
                        ProgramDigest.hex(),
                        base.iri(),
                        table.pack().name(),
                        table.description().url(),
                        table.description().source().name())) {
            add(sha, part.getBytes(StandardCharsets.UTF_8));
        }
        add(sha, Files.readAllBytes(metadata));
        codes.tell(schemes(table), line -> add(sha, line.getBytes(StandardCharsets.UTF_8)));
        Path file = table.file();
        FileTime time = Files.getLastModifiedTime(file);
        long size = Files.size(file);
        addFile(sha, file, progress);
        return new TableKey(HexFormat.of().formatHex(sha.digest()), file, size, time);
    }

    /// Whether the file is, as far as one sees, the one that was read for this.
    boolean isStill() throws IOException {
        return Files.size(file) == size && Files.getLastModifiedTime(file).equals(time);
    }

    private static List<String> schemes(LightTable table) {
        return table.description().columns().stream()
                .map(column -> column.properties().get(Directive.CODE_SCHEME))
                .filter(Objects::nonNull)
                .flatMap(json -> json instanceof Json.Str text ? Stream.of(text.text()) : null)
                .toList();
    }

    private static void add(MessageDigest sha, byte[] part) {
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        sha.update(part);
    }

    private static void addFile(MessageDigest sha, Path file, BytesRead progress)
            throws IOException {
        byte[] part = new byte[BUFFER];
        long read = 0;
        try (var in = Files.newInputStream(file)) {
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                sha.update(part, 0, length);
                read += length;
                progress.at(read);
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
