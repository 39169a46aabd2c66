package chancery.link;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Says of a candidate which features agree with the thing, which do not, and of which nothing is
/// known.
final class Reasons {
    private static final BigDecimal AGREES = new BigDecimal(80);
    private static final BigDecimal DIFFERS = new BigDecimal(20);

    private Reasons() {}

    /// @param foundBy the names that the service answered with this candidate
    static String of(Thing thing, Candidate candidate, Set<Label> foundBy) {
        List<String> agrees = new ArrayList<>();
        List<String> differs = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean named =
                thing.labels().stream()
                        .anyMatch(label -> fold(label.text()).equals(fold(candidate.name())));
        if (named) {
            agrees.add("name");
        } else {
            differs.add("name");
        }
        type(thing, candidate, agrees, open);
        for (Property property : thing.properties()) {
            BigDecimal value = candidate.features().get(property.pid());
            if (value == null) {
                open.add(property.shown());
            } else if (value.compareTo(AGREES) >= 0 || isTruth(value)) {
                agrees.add(property.shown());
            } else if (value.compareTo(DIFFERS) <= 0) {
                differs.add(property.shown());
            } else {
                open.add(property.shown() + " (" + value.toPlainString() + " of 100)");
            }
        }
        List<String> parts = new ArrayList<>();
        add(parts, "agrees: ", agrees);
        add(parts, "differs: ", differs);
        add(parts, "not known: ", open);
        if (candidate.match()) {
            parts.add("the service is sure");
        }
        parts.add("found by " + names(foundBy));
        return String.join("; ", parts);
    }

    /// Classes there have more below them than is known here, so another class is no
    /// disagreement.
    private static void type(
            Thing thing, Candidate candidate, List<String> agrees, List<String> open) {
        if (thing.type().isEmpty()) {
            return;
        }
        if (candidate.types().keySet().stream().anyMatch(thing.types()::contains)) {
            agrees.add("kind");
        } else if (candidate.types().isEmpty()) {
            open.add("kind");
        } else {
            Set<String> names = new TreeSet<>();
            for (Map.Entry<String, String> type : candidate.types().entrySet()) {
                names.add(type.getValue().isEmpty() ? type.getKey() : type.getValue());
            }
            open.add("kind (there: " + String.join(", ", names) + ")");
        }
    }

    private static boolean isTruth(BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) == 0;
    }

    private static void add(List<String> parts, String title, List<String> items) {
        if (!items.isEmpty()) {
            parts.add(title + String.join(", ", items));
        }
    }

    private static String names(Set<Label> labels) {
        return labels.stream()
                .map(it -> "\"" + it.text() + "\"" + (it.lang().isEmpty() ? "" : "@" + it.lang()))
                .collect(Collectors.joining(", "));
    }

    /// Without case, accents and punctuation.
    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
