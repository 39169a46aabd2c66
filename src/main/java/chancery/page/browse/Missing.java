package chancery.page.browse;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// What a thing can be without.
public enum Missing {
    DATE("date", "a date"),
    SECOND_SOURCE("second-source", "a second source"),
    LINK("link", "a link to Wikidata");

    private final String parameter;
    private final String text;

    Missing(String parameter, String text) {
        this.parameter = parameter;
        this.text = text;
    }

    /// @return empty if there is none of that name
    public static Optional<Missing> named(String parameter) {
        return Arrays.stream(values()).filter(it -> it.parameter.equals(parameter)).findFirst();
    }

    public String parameter() {
        return parameter;
    }

    public String text() {
        return text;
    }

    /// Kinds of things that can be expected to have it; empty for all.
    public Set<String> kinds() {
        return switch (this) {
            case DATE ->
                    Set.of(
                            "Event",
                            "Agreement",
                            "Tenure",
                            "Membership",
                            "Condition",
                            "Observation",
                            "Statement");
            case SECOND_SOURCE -> Set.of();
            case LINK ->
                    Set.of(
                            "State",
                            "Person",
                            "Organisation",
                            "Place",
                            "Office",
                            "Agreement",
                            "Event");
        };
    }
}
