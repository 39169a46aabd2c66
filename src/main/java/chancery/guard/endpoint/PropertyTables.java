package chancery.guard.endpoint;

import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/// All triples of some properties, for pages that look at every thing there is: a question for
/// each thing would take the store longer than one for all.
///
/// Thread-safe.
final class PropertyTables {
    /// A property with more is asked about thing by thing.
    static final int MOST_ROWS = 50_000;

    private static final int MOST_TOGETHER = 200_000;

    /// So that those without rows have their end too.
    static final int MOST_TABLES = 2_000;

    private final LinkedHashMap<Node, Table> tables = new LinkedHashMap<>(16, 0.75f, true);
    private int rows;

    /// @param isWhole false where it is only known that there are many
    record Table(
            Map<Node, List<Triple>> bySubject,
            Map<Node, List<Triple>> byObject,
            int size,
            boolean isWhole) {
        private static final Table MANY = new Table(Map.of(), Map.of(), 0, false);

        private static Table of(List<Triple> triples) {
            return new Table(
                    by(Triple::getSubject, triples),
                    by(Triple::getObject, triples),
                    triples.size(),
                    true);
        }

        private static Map<Node, List<Triple>> by(
                Function<Triple, Node> part, List<Triple> triples) {
            return triples.stream()
                    .collect(Collectors.groupingBy(part, HashMap::new, Collectors.toList()));
        }

        /// @param pattern with a subject or an object
        Iterator<Triple> find(Triple pattern) {
            List<Triple> some =
                    pattern.getSubject().isConcrete()
                            ? bySubject.get(pattern.getSubject())
                            : byObject.get(pattern.getObject());
            return some == null
                    ? List.<Triple>of().iterator()
                    : some.stream().filter(pattern::matches).iterator();
        }
    }

    /// @return null when nothing is known of it
    synchronized @Nullable Table find(Node property) {
        return tables.get(property);
    }

    synchronized void noteMany(Node property) {
        put(property, Table.MANY);
    }

    Table keep(Node property, List<Triple> triples) {
        Table table = Table.of(triples);
        synchronized (this) {
            put(property, table);
        }
        return table;
    }

    private void put(Node property, Table table) {
        Table former = tables.put(property, table);
        rows += table.size() - (former == null ? 0 : former.size());
        Iterator<Table> eldest = tables.values().iterator();
        while (rows > MOST_TOGETHER || tables.size() > MOST_TABLES) {
            rows -= eldest.next().size();
            eldest.remove();
        }
    }
}
