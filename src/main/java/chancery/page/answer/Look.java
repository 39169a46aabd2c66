package chancery.page.answer;

import java.util.Arrays;
import java.util.Locale;

/// A way to look at an answer.
public enum Look {
    TABLE("Table"),
    TIMELINE("Time line"),
    CHART("Chart"),
    MAP("Map"),
    GRAPH("Graph");

    private final String title;

    Look(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    /// In links.
    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @return the table for a name that none has
    public static Look named(String slug) {
        return Arrays.stream(values())
                .filter(look -> look.slug().equals(slug))
                .findFirst()
                .orElse(TABLE);
    }
}
