package chancery.serve.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Writes a text as the end of a link, and reads it again. The link holds the text itself,
/// compressed with the words that queries here mostly have: nothing is kept anywhere, so that every
/// replica and every later release reads every link.
public final class ShortLink {
    /// The first sign tells with which words the rest was compressed.
    private static final String VERSION = "1";

    private static final int CHECK_BYTES = 2;

    /// Links that were given away are read with it: other words need another version.
    static final byte[] WORDS = read("/chancery/serve/link-words-1.txt");

    private ShortLink() {}

    /// @return letters, digits, `-`, `_` and one dot
    public static String of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(check(bytes));
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(WORDS);
            deflater.setInput(bytes);
            deflater.finish();
            byte[] part = new byte[4096];
            while (!deflater.finished()) {
                out.write(part, 0, deflater.deflate(part));
            }
        } finally {
            deflater.end();
        }
        return VERSION
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
    }

    /// @param mostBytes of the text; no more is unpacked
    /// @return empty for what [#of] did not write, such as a link of which the end is missing
    public static Optional<String> read(String link, int mostBytes) {
        if (!link.startsWith(VERSION + ".")) {
            return Optional.empty();
        }
        try {
            byte[] packed = Base64.getUrlDecoder().decode(link.substring(VERSION.length() + 1));
            if (packed.length <= CHECK_BYTES) {
                return Optional.empty();
            }
            byte[] bytes = unpacked(packed, mostBytes);
            return Arrays.equals(check(bytes), Arrays.copyOf(packed, CHECK_BYTES))
                    ? Optional.of(
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .decode(ByteBuffer.wrap(bytes))
                                    .toString())
                    : Optional.empty();
        } catch (IllegalArgumentException | DataFormatException | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static byte[] unpacked(byte[] packed, int mostBytes) throws DataFormatException {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(WORDS);
            inflater.setInput(packed, CHECK_BYTES, packed.length - CHECK_BYTES);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] part = new byte[4096];
            while (!inflater.finished()) {
                int length = inflater.inflate(part);
                if (length == 0 && !inflater.finished()) {
                    throw new DataFormatException("the end is missing");
                }
                out.write(part, 0, length);
                if (out.size() > mostBytes) {
                    throw new DataFormatException("more than " + mostBytes + " bytes");
                }
            }
            if (inflater.getRemaining() > 0) {
                throw new DataFormatException("more behind the end");
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private static byte[] check(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        long value = sum.getValue();
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    private static byte[] read(String resource) {
        try (InputStream bytes = ShortLink.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
