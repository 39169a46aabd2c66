package chancery.page.entity;

import chancery.vocab.Chy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What of a thing can be too much for its page and has a list of its own.
public enum ListKind {
    /// The values of one property.
    VALUES,
    /// The things that have it as the value of one property.
    INCOMING,
    /// What is said of it and not accepted.
    SAID,
    /// What is said of others with its name and not accepted.
    ELSEWHERE,
    /// All dated things that touch it.
    TIMES;

    /// @param name as addresses have it
    public static Optional<ListKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.parameter().equals(name)).findFirst();
    }

    /// The names of all, for messages.
    public static String names() {
        return String.join(", ", Arrays.stream(values()).map(ListKind::parameter).toList());
    }

    public boolean needsProperty() {
        return this == VALUES || this == INCOMING;
    }

    String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @param path     of the thing, without the leading slash
    /// @param property an IRI; `""` where the list needs none
    /// @param page     the first is 1
    public String address(String path, String property, int page) {
        String name = property.startsWith(Chy.NS) ? property.substring(Chy.NS.length()) : property;
        return "/"
                + path
                + ".html?list="
                + parameter()
                + (name.isEmpty() ? "" : "&of=" + URLEncoder.encode(name, StandardCharsets.UTF_8))
                + (page == 1 ? "" : "&page=" + page);
    }
}
