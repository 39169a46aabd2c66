package chancery.reconcile;

import java.util.List;

/// What a thing is looked for by.
///
/// @param names      ways it may be called; none if it is looked for by conditions only
/// @param types      ids or IRIs of classes, one of which it must have; empty for any
/// @param limit      candidates wanted
/// @param conditions on its properties
record Query(List<String> names, List<String> types, int limit, List<Condition> conditions) {
    Query {
        names = List.copyOf(names);
        types = List.copyOf(types);
        conditions = List.copyOf(conditions);
    }

    /// @param isRequired whether what does not meet it is left out
    record Condition(
            String property, List<String> values, boolean isRequired, Quantifier quantifier) {
        Condition {
            values = List.copyOf(values);
        }
    }

    /// How many of the values must be met.
    enum Quantifier {
        ANY,
        ALL,
        NONE
    }
}
