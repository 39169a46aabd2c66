package chancery.infer.dialect;

import chancery.infer.Undescribable;
import chancery.infer.column.Counted;
import chancery.table.Encodings;
import chancery.table.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/// In which encoding a file is written.
///
/// @param label as a dialect names it, such as `utf-8`
/// @param note what it rests on; `""` if there is no doubt
public record EncodingGuess(String label, Charset charset, String note) {
    private static final int SNIFFED_BYTES = 1 << 20;
    private static final int ENOUGH = 20;

    /// How many times as many characters as broken bytes make a file that is UTF-8 with a fault.
    private static final int MOSTLY = 4;
    private static final String WINDOWS = "windows-1252";

    /// The bytes that windows-1252 leaves out.
    private static final int[] UNDEFINED = {0x81, 0x8D, 0x8F, 0x90, 0x9D};

    private static final List<Magic> MAGIC =
            List.of(
                    new Magic("\u001F\u008B", "a gzip archive", "a table: unpack it first"),
                    new Magic("PK\u0003\u0004", "a zip archive or a spreadsheet", "a CSV file"),
                    new Magic("\u00D0\u00CF\u0011\u00E0", "a spreadsheet", "a CSV file"),
                    new Magic("%PDF", "a PDF file", "a CSV file"),
                    new Magic("PAR1", "a Parquet file", "a CSV file"),
                    new Magic("SQLite format", "a database", "a CSV file"));

    private record Magic(String start, String found, String expected) {}

    /// Reads the whole file once, for one byte can decide.
    public static EncodingGuess of(Source source) throws Undescribable, IOException {
        Utf8Survey utf8 = new Utf8Survey();
        long[] seen = new long[256];
        byte[] head = new byte[0];
        UniversalDetector detector = new UniversalDetector();
        int fed = 0;
        try (InputStream in = source.opener().open()) {
            byte[] chunk = new byte[1 << 16];
            for (int read = in.readNBytes(chunk, 0, chunk.length);
                    read > 0;
                    read = in.readNBytes(chunk, 0, chunk.length)) {
                if (head.length == 0) {
                    head = Arrays.copyOf(chunk, read);
                    refuseBinary(source.name(), head);
                }
                boolean high = count(chunk, read, seen);
                utf8.take(chunk, read);
                if (high && fed < SNIFFED_BYTES) {
                    detector.handleData(chunk, 0, read);
                    fed += read;
                }
            }
        }
        utf8.finish();
        if (head.length == 0) {
            throw new Undescribable(source.name() + ": found an empty file, expected a table");
        }
        Optional<EncodingGuess> wide = wide(head);
        if (wide.isPresent()) {
            return wide.get();
        }
        if (seen[0] > 0) {
            throw binary(source.name());
        }
        if (utf8.broken() == 0) {
            return new EncodingGuess("utf-8", StandardCharsets.UTF_8, "");
        }
        detector.dataEnd();
        return narrow(detector.getDetectedCharset(), seen, utf8);
    }

    /// @return whether there is a byte beyond ASCII
    private static boolean count(byte[] chunk, int length, long[] seen) {
        boolean high = false;
        for (int i = 0; i < length; i++) {
            seen[chunk[i] & 0xFF]++;
            high |= chunk[i] < 0;
        }
        return high;
    }

    private static void refuseBinary(String name, byte[] head) throws Undescribable {
        String start = new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1);
        for (Magic magic : MAGIC) {
            if (start.startsWith(magic.start())) {
                throw new Undescribable(
                        "%s: found %s, expected %s"
                                .formatted(name, magic.found(), magic.expected()));
            }
        }
        if (wide(head).isEmpty()) {
            int controls = 0;
            for (byte b : head) {
                controls += b >= 0 && b < ' ' && "\t\n\f\r\u001A\u001B".indexOf(b) < 0 ? 1 : 0;
            }
            if (controls > head.length / 100) {
                throw binary(name);
            }
        }
    }

    private static Undescribable binary(String name) {
        return new Undescribable(name + ": found bytes that are no text, expected a CSV file");
    }

    /// UTF-16, by its mark or by a zero at every other place.
    private static Optional<EncodingGuess> wide(byte[] head) {
        if (head.length < 2) {
            return Optional.empty();
        }
        int first = head[0] & 0xFF;
        int second = head[1] & 0xFF;
        if (first == 0xFF && second == 0xFE) {
            return Optional.of(little("by its byte-order mark"));
        }
        if (first == 0xFE && second == 0xFF) {
            return Optional.of(big("by its byte-order mark"));
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int many = head.length / 2 * 2 / 5;
        if (zeros[1] > many && zeros[0] == 0) {
            return Optional.of(little("guessed: every other byte is zero"));
        }
        return zeros[0] > many && zeros[1] == 0
                ? Optional.of(big("guessed: every other byte is zero"))
                : Optional.empty();
    }

    private static EncodingGuess little(String note) {
        return new EncodingGuess("utf-16le", StandardCharsets.UTF_16LE, note);
    }

    private static EncodingGuess big(String note) {
        return new EncodingGuess("utf-16be", StandardCharsets.UTF_16BE, note);
    }

    private static EncodingGuess narrow(@Nullable String detected, long[] seen, Utf8Survey utf8) {
        long high = 0;
        for (int i = 0x80; i < seen.length; i++) {
            high += seen[i];
        }
        String broken =
                "%s beyond ASCII %s no UTF-8 (the first on line %s)"
                        .formatted(
                                Counted.of(utf8.broken(), "byte"),
                                utf8.broken() == 1 ? "is" : "are",
                                Counted.of(utf8.line()));
        if (utf8.wide() > utf8.broken() * MOSTLY) {
            String most = Counted.of(utf8.wide(), "character");
            return new EncodingGuess(
                    "utf-8",
                    StandardCharsets.UTF_8,
                    "guessed: %s beyond ASCII are written as UTF-8, but %s"
                            .formatted(most, broken));
        }
        String why = "guessed: " + broken;
        if (detected != null && high >= ENOUGH) {
            String label = detected.toLowerCase(Locale.ROOT);
            Optional<Charset> charset = Encodings.named(label);
            if (charset.isPresent() && !label.equals("utf-8") && !label.equals(WINDOWS)) {
                return new EncodingGuess(label, charset.get(), why);
            }
        }
        for (int undefined : UNDEFINED) {
            if (seen[undefined] > 0) {
                return new EncodingGuess("macintosh", Charset.forName("x-MacRoman"), why);
            }
        }
        return new EncodingGuess(WINDOWS, Charset.forName(WINDOWS), why);
    }
}
