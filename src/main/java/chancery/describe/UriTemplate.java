package chancery.describe;

import java.util.List;
import java.util.function.Function;

/// A URI template (RFC 6570).
public final class UriTemplate {
    private final String text;

    private UriTemplate(String text) {
        this.text = text;
    }

    public static UriTemplate parse(String text) {
        return new UriTemplate(text);
    }

    /// @param values the value of each variable: one text, several for a list, none if undefined
    public String expand(Function<String, List<String>> values) {
        return text + values.apply("");
    }

    /// The template as written.
    @Override
    public String toString() {
        return text;
    }
}
