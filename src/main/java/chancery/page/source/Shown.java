package chancery.page.source;

import java.util.Arrays;
import java.util.Optional;

/// What of a source is shown, as its address says it.
public enum Shown {
    ALL("all", "all it says"),
    ALONE("alone", "what it alone says"),
    SHARED("shared", "what others say too"),
    CONTRADICTED("contradicted", "where it is contradicted"),
    TEXT("text", "its words");

    private final String parameter;
    private final String text;

    Shown(String parameter, String text) {
        this.parameter = parameter;
        this.text = text;
    }

    /// @param parameter `""` for all
    /// @return empty if there is no such choice
    public static Optional<Shown> named(String parameter) {
        return parameter.isEmpty()
                ? Optional.of(ALL)
                : Arrays.stream(values()).filter(it -> it.parameter.equals(parameter)).findFirst();
    }

    public String parameter() {
        return parameter;
    }

    public String text() {
        return text;
    }
}
