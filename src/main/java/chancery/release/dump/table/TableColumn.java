package chancery.release.dump.table;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDF;

/// A column, and what is known of its values so far.
final class TableColumn {
    /// Signs that may stand between the values of one cell: the first that no value has is taken.
    private static final String SEPARATORS = "|;¦‖␟";

    private static final int TYPES_AT_MOST = 1000;

    private final Form form;
    private final int index;
    private final StringBuilder free = new StringBuilder(SEPARATORS);
    private final Map<String, Long> rowsOfType = new TreeMap<>();
    private int most;

    /// @param index of the column in the order in which they were met
    TableColumn(Form form, int index) {
        this.form = form;
        this.index = index;
    }

    Form form() {
        return form;
    }

    int index() {
        return index;
    }

    boolean isType() {
        return form.property().equals(RDF.type.getURI());
    }

    /// Takes note of a value that a row has.
    void value(String text) {
        if (!form.isIri()) {
            for (int i = free.length() - 1; i >= 0; i--) {
                if (text.indexOf(free.charAt(i)) >= 0) {
                    free.deleteCharAt(i);
                }
            }
        } else if (isType() && rowsOfType.size() < TYPES_AT_MOST) {
            rowsOfType.merge(text, 1L, Long::sum);
        }
    }

    /// Takes note of how many values a row has.
    void values(int count) {
        most = Math.max(most, count);
    }

    /// The types that all rows have.
    Stream<String> typesOfAll(long rows) {
        return rowsOfType.entrySet().stream()
                .filter(each -> each.getValue() == rows)
                .map(Map.Entry::getKey);
    }

    /// The most values of one row, those that all rows have left out.
    int most(long rows) {
        return most - (int) typesOfAll(rows).count();
    }

    /// What separates several values of one cell; empty if every sign is in some value.
    Optional<String> separator() {
        // no IRI has a space
        return form.isIri()
                ? Optional.of(" ")
                : Optional.of(free).filter(signs -> !signs.isEmpty()).map(s -> s.substring(0, 1));
    }

    /// Whether the standard can tell several values in one cell: it makes one IRI of them all.
    boolean isToldInOneCell(long rows) {
        return most(rows) <= 1 || (!form.isIri() && separator().isPresent());
    }
}
