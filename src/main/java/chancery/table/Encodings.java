package chancery.table;

import chancery.table.charset.WebCharsets;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/// Encodings by the labels that the standard allows (WHATWG Encoding Standard, section 4.2).
public final class Encodings {
    private static final Map<String, String> DECODERS = read();

    private Encodings() {}

    /// @param label upper or lower case
    /// @return empty if there is no such label, or this JDK lacks the encoding
    public static Optional<Charset> named(String label) {
        String decoder = DECODERS.get(label.strip().toLowerCase(Locale.ROOT));
        if (decoder == null) {
            return Optional.empty();
        }
        Optional<Charset> ours = WebCharsets.named(decoder);
        return ours.isPresent() || !Charset.isSupported(decoder)
                ? ours
                : Optional.of(Charset.forName(decoder));
    }

    /// Every label.
    public static NavigableSet<String> labels() {
        return new TreeSet<>(DECODERS.keySet());
    }

    private static Map<String, String> read() {
        Map<String, String> decoders = new HashMap<>();
        try (InputStream in = Encodings.class.getResourceAsStream("encodings.txt")) {
            if (in == null) {
                throw new IllegalStateException("no encodings.txt beside the class");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(one -> !one.startsWith("#")).toList()) {
                List<String> words = List.of(line.split(" "));
                words.subList(2, words.size()).forEach(label -> decoders.put(label, words.get(0)));
            }
            return Map.copyOf(decoders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
