package chancery.cli;

import chancery.check.derive.CodeLists;
import chancery.describe.BadDescription;
import chancery.describe.TableDescription;
import chancery.pack.Pack;
import chancery.pack.PackStore.Added;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.Source;
import chancery.table.TableReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/// Looks whether files are what a pack describes and whether they are whole, before anything is
/// done with them: half a download, a page that says that there is no such file, another version.
final class PackInspection {
    private static final int HEAD = 512;
    private static final int TOLD = 4096;

    private final Pack pack;

    PackInspection(Pack pack) {
        this.pack = pack;
    }

    /// @throws Refusal for the first file that is not as it should be
    List<Added> all(List<Path> files) throws Refusal {
        List<Added> all = new ArrayList<>();
        try (Progress progress = new Progress("inspect", files.size())) {
            for (Path file : files) {
                progress.step(String.valueOf(file.getFileName()));
                all.add(one(file, progress));
            }
        }
        return List.copyOf(all);
    }

    private Added one(Path file, Progress progress) throws Refusal {
        if (!Files.isRegularFile(file)) {
            throw new Refusal(
                    "%s: found %s, expected a file of the dataset %s"
                            .formatted(
                                    file,
                                    Files.isDirectory(file) ? "a folder" : "no such file",
                                    pack.name()));
        }
        String name = file.getFileName().toString();
        Optional<TableDescription> known = pack.table(name);
        if (known.isEmpty()) {
            throw PackReader.otherName(pack, file.toString(), name);
        }
        refusePages(file);
        try {
            TableDescription table = pack.described(known.get().url(), file);
            PackReader.checkHead(table, CodeLists.NONE);
            long rows = rows(table, progress);
            return new Added(file, known.get().url(), sha256(file), rows, file.toString());
        } catch (BadDescription e) {
            throw new Refusal(e);
        } catch (MalformedTable e) {
            throw new Refusal(e);
        }
    }

    /// What is said of a file that is no table at all, or cannot be unpacked.
    private static void refusePages(Path file) throws Refusal {
        try (InputStream packed = Files.newInputStream(file)) {
            refusePage(file, packed.readNBytes(HEAD));
        } catch (IOException e) {
            throw notReadable(file, e);
        }
        try (InputStream in = Source.unpacked(file).open()) {
            refusePage(file, in.readNBytes(HEAD));
        } catch (EOFException e) {
            throw new Refusal(file + ": found half an archive, expected a whole one");
        } catch (ZipException e) {
            String said = String.valueOf(e.getMessage());
            throw new Refusal(
                    "%s: %s"
                            .formatted(
                                    file,
                                    said.startsWith("found ")
                                            ? said
                                            : "found no archive, expected what its name says"));
        } catch (IOException e) {
            throw notReadable(file, e);
        }
    }

    private static void refusePage(Path file, byte[] head) throws Refusal {
        if (head.length == 0) {
            throw new Refusal(file + ": found an empty file, expected a table");
        }
        String text = new String(head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String begin = text.replaceFirst("^(?:\\u00ef\\u00bb\\u00bf)?\\s*", "");
        if (begin.startsWith("<!doctype html") || begin.startsWith("<html")) {
            throw new Refusal(
                    file
                            + ": found a web page, as servers send in place of a file that they do"
                            + " not have, expected a table");
        }
    }

    /// Counts the rows, and refuses a table that ends within one.
    private static long rows(TableDescription table, Progress progress)
            throws MalformedTable, Refusal {
        LastByte[] bytes = new LastByte[1];
        Source source =
                new Source(
                        table.source().name(),
                        () -> bytes[0] = new LastByte(table.source().open()));
        long columns = table.columns().stream().filter(it -> !it.virtual()).count();
        long rows = 0;
        String what = "rows of " + Path.of(source.name()).getFileName();
        try (TableReader reader = TableReader.openNumbered(source, table.dialect())) {
            Optional<Row> last = Optional.empty();
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                last = row;
                rows++;
                if (rows % TOLD == 0) {
                    progress.at(what, rows, -1);
                }
            }
            if (last.isEmpty()) {
                throw new Refusal(source.name() + ": found no rows, expected at least one");
            }
            int fields = last.get().fields().size();
            if (fields < columns && !bytes[0].isLineBreak()) {
                throw new Refusal(
                        "%s: found that the file ends within a row, after %d of %d fields, %s"
                                .formatted(
                                        last.get().position(),
                                        fields,
                                        columns,
                                        "expected all of it; is it half a download?"));
            }
        }
        return rows;
    }

    private static String sha256(Path file) throws Refusal {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), sha)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw notReadable(file, e);
        }
    }

    private static Refusal notReadable(Path file, IOException e) {
        return new Refusal(file + ": found it not readable (" + e.getMessage() + ")");
    }

    /// Remembers the last byte that was read.
    private static final class LastByte extends FilterInputStream {
        private int last = '\n';

        LastByte(InputStream in) {
            super(in);
        }

        boolean isLineBreak() {
            return last == '\n' || last == '\r';
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            last = read < 0 ? last : read;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            last = read > 0 ? into[from + read - 1] : last;
            return read;
        }
    }
}
