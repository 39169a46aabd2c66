package chancery.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Source texts in a folder outside the project, read to verify passages and never copied.
public final class Texts {
    private final Path folder;

    public Texts(Path folder) {
        this.folder = folder;
    }

    /// @param file name below the folder
    /// @throws UnreadableText when it is not there or not UTF-8
    public Text read(String file) throws UnreadableText {
        Path path = folder.resolve(file);
        if (!path.normalize().startsWith(folder.normalize())) {
            throw new UnreadableText(file, "a name inside the folder of texts");
        }
        try {
            byte[] bytes = Files.readAllBytes(path);
            String content =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String digest =
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Text(content, digest);
        } catch (NoSuchFileException e) {
            throw new UnreadableText("no file " + path, "the text of the source");
        } catch (CharacterCodingException e) {
            throw new UnreadableText(path + " with bytes that are not UTF-8", "UTF-8");
        } catch (IOException e) {
            throw new UnreadableText(path + " (" + e.getMessage() + ")", "a readable file");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// One text.
    ///
    /// @param content as it is, nothing normalised
    /// @param sha256 of the file's bytes, 64 hexadecimal digits
    public record Text(String content, String sha256) {
        /// Length in Unicode code points, the unit of passages.
        public int length() {
            return content.codePointCount(0, content.length());
        }

        /// The characters of a passage that lies inside.
        public String slice(Passage passage) {
            return content.substring(unit(passage.start()), unit(passage.end()));
        }

        int unit(int codePoint) {
            return content.offsetByCodePoints(0, codePoint);
        }
    }

    /// A text that is not there or cannot be read.
    public static final class UnreadableText extends Exception {
        private static final long serialVersionUID = 1L;

        private final String found;
        private final String expected;

        UnreadableText(String found, String expected) {
            super("found " + found + ", expected " + expected);
            this.found = found;
            this.expected = expected;
        }

        public String found() {
            return found;
        }

        public String expected() {
            return expected;
        }
    }
}
