package chancery.table;

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
    private static final String NONE = "-";

    private Encodings() {}

    /// @param label upper or lower case
    /// @return empty if there is no such label, or the JDK cannot read the encoding
    public static Optional<Charset> named(String label) {
        String decoder = DECODERS.getOrDefault(label.strip().toLowerCase(Locale.ROOT), NONE);
        return decoder.equals(NONE) || !Charset.isSupported(decoder)
                ? Optional.empty()
                : Optional.of(Charset.forName(decoder));
    }

    /// Every label, also of encodings that cannot be read.
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
