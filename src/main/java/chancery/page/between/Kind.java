package chancery.page.between;

import chancery.vocab.Chy;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// What can be between two states, in the order in which a page shows it.
public enum Kind {
    AGREEMENT("Agreement", "agreement", "agreements"),
    EVENT("Event", "event", "events"),
    FIGURE("Observation", "figure", "figures"),
    CONDITION("Condition", "condition", "conditions"),
    MEMBERSHIP("Membership", "membership", "memberships"),
    FACILITY("Facility", "facility", "facilities"),
    STATEMENT("Statement", "statement", "statements"),
    POSSIBILITY("Possibility", "possibility", "possibilities");

    private static final Map<Node, Kind> OF_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::type, it -> it));

    private final String className;
    private final String one;
    private final String many;

    Kind(String className, String one, String many) {
        this.className = className;
        this.one = one;
        this.many = many;
    }

    /// In the address of a page, such as `figure`.
    public String id() {
        return one;
    }

    /// One of them, in words.
    public String one() {
        return one;
    }

    /// Several, in words.
    public String many() {
        return many;
    }

    /// Local name of its class.
    public String className() {
        return className;
    }

    Node type() {
        return Chy.term(className);
    }

    static Optional<Kind> named(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }

    static Optional<Kind> ofType(Node type) {
        return Optional.ofNullable(OF_TYPE.get(type));
    }
}
