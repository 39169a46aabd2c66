package chancery.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.BreakIterator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A folder with the texts of sources, read at the moment a sentence is shown and kept nowhere.
public final class TextFolder {
    private final Path folder;

    public TextFolder(Path folder) {
        this.folder = folder;
    }

    /// The whole of a text.
    ///
    /// @param name   file name as the source gives it; one with a folder in it is not looked for
    /// @param sha256 of the file, 64 lower-case hexadecimal digits
    public SourceText read(String name, String sha256) {
        Path file = folder.resolve(name.matches("[A-Za-z0-9_][A-Za-z0-9._-]*") ? name : ".");
        if (!Files.isRegularFile(file)) {
            return new SourceText.Missing(name);
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            return digest(bytes).equals(sha256)
                    ? new SourceText.Whole(new String(bytes, StandardCharsets.UTF_8))
                    : new SourceText.Different(name);
        } catch (IOException goneMeanwhile) {
            return new SourceText.Missing(name);
        }
    }

    /// The sentence around a passage of a text.
    ///
    /// @return empty if the text ends before the passage does
    public static Optional<Quotation> quote(String text, int start, int end) {
        if (text.codePointCount(0, text.length()) < end) {
            return Optional.empty();
        }
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(from, end - start);
        int paragraph = text.lastIndexOf('\n', from - 1) + 1;
        int paragraphEnd = text.indexOf('\n', to);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(
                text.substring(paragraph, paragraphEnd < 0 ? text.length() : paragraphEnd));
        int first = paragraph + before(sentences, from - paragraph);
        int last = paragraph + after(sentences, to - paragraph);
        return Optional.of(
                new Quotation(
                        text.substring(first, from).stripLeading(),
                        text.substring(from, to),
                        text.substring(to, last).stripTrailing()));
    }

    private static int before(BreakIterator sentences, int at) {
        return sentences.isBoundary(at) ? at : sentences.preceding(at);
    }

    private static int after(BreakIterator sentences, int at) {
        return sentences.isBoundary(at) ? at : sentences.following(at);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
