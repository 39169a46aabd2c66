package chancery.reconcile;

import chancery.reconcile.Candidate.Feature;
import chancery.reconcile.Query.Condition;
import chancery.reconcile.Query.Quantifier;
import chancery.search.NameMatch;
import chancery.time.BadTime;
import chancery.time.Edtf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import org.apache.jena.graph.Node;

/// What speaks for a candidate beside its name: each condition on a property becomes a number from
/// 0 (speaks against it) to 1 (the same), with the reason in words.
final class Scoring {
    /// Offered beside the properties of the ontology.
    static final String WIKIDATA = "wikidata";

    static final String DATE = "date";
    static final String COUNTRY = "country";

    /// A value that is not known speaks neither for it nor against it.
    private static final double UNKNOWN = 0.5;

    /// The year of a day, and the day of a year: right, and less sure than the same day.
    private static final double COARSER = 0.8;

    private static final double OVERLAPPING = 0.6;

    private static final double LIKE = 0.85;

    /// How a candidate meets a condition.
    ///
    /// @param value 0 to 1
    record Met(Feature feature, double value, Standing standing) {}

    /// What follows from a condition for a candidate.
    enum Standing {
        /// It is the one, whatever its name.
        CERTAIN,
        COUNTS,
        /// The property is not known here at all.
        IGNORED,
        /// It cannot be the one, which is worth to be seen.
        RULED_OUT,
        /// It does not meet what is required.
        LEFT_OUT
    }

    private final Entities entities;

    Scoring(Entities entities) {
        this.entities = entities;
    }

    Met of(Condition condition, Node thing) {
        String property = condition.property();
        if (isWikidata(property)) {
            return wikidata(condition, thing);
        }
        if (property.equals(DATE)) {
            return times(condition, entities.times(thing));
        }
        if (property.equals(COUNTRY)) {
            List<Node> states = new ArrayList<>(entities.states(thing));
            return values(condition, states);
        }
        Optional<Node> known = entities.property(property);
        if (known.isEmpty()) {
            return new Met(
                    new Feature(
                            "unknown-property-" + property,
                            "property \"%s\" is not known here, and was left out"
                                    .formatted(property),
                            false),
                    UNKNOWN,
                    condition.isRequired() ? Standing.LEFT_OUT : Standing.IGNORED);
        }
        List<Node> values = entities.values(thing, known.get()).toList();
        List<String> times =
                values.stream().flatMap(value -> entities.edtf(value).stream()).toList();
        return times.isEmpty() ? values(condition, values) : times(condition, times);
    }

    private static boolean isWikidata(String property) {
        return property.equals(WIKIDATA) || property.endsWith("exactMatch");
    }

    /// Whether things are found by it, whatever they are called.
    static boolean isLookedUp(Condition condition) {
        return isWikidata(condition.property()) && condition.quantifier() != Quantifier.NONE;
    }

    private Met wikidata(Condition condition, Node thing) {
        List<String> linked = entities.wikidata(thing);
        List<String> others = entities.notSame(thing);
        List<String> asked = condition.values().stream().map(Scoring::item).toList();
        String all = String.join(", ", asked);
        boolean isOther = asked.stream().anyMatch(others::contains);
        if (isOther && condition.quantifier() != Quantifier.NONE && !condition.isRequired()) {
            boolean isLinked = asked.stream().anyMatch(linked::contains);
            if (condition.quantifier() == Quantifier.ALL || !isLinked) {
                return new Met(
                        new Feature(
                                "not-same-as",
                                all + " is registered as not the same as this",
                                true),
                        0,
                        Standing.RULED_OUT);
            }
        }
        if (asked.isEmpty() || (linked.isEmpty() && !isOther)) {
            return weighed(
                    condition, new Feature(WIKIDATA, "not linked to Wikidata", false), UNKNOWN);
        }
        double value =
                value(condition, asked.stream().mapToDouble(it -> linked.contains(it) ? 1 : 0));
        boolean isNone = condition.quantifier() == Quantifier.NONE;
        String reason =
                value == 1 && !isNone
                        ? "linked to " + all
                        : "linked to %s, %s %s"
                                .formatted(
                                        linked.isEmpty() ? "nothing" : String.join(", ", linked),
                                        isNone ? "which must not be" : "not to",
                                        all);
        Feature feature = new Feature(WIKIDATA, reason, value == 1);
        return value == 1 && !isNone
                ? new Met(feature, 1, Standing.CERTAIN)
                : weighed(condition, feature, value);
    }

    private static double value(Condition condition, DoubleStream likenesses) {
        double[] each = likenesses.toArray();
        return switch (condition.quantifier()) {
            case ANY -> Arrays.stream(each).max().orElse(UNKNOWN);
            case ALL -> Arrays.stream(each).min().orElse(UNKNOWN);
            case NONE -> 1 - Arrays.stream(each).max().orElse(UNKNOWN);
        };
    }

    /// What is not known does not meet what is required.
    private static Met weighed(Condition condition, Feature feature, double value) {
        boolean isMissed = condition.isRequired() && value <= UNKNOWN;
        return new Met(feature, value, isMissed ? Standing.LEFT_OUT : Standing.COUNTS);
    }

    /// The item that a value means: `Q227`, `q227`, `wd:Q227` or its address.
    static String item(String value) {
        return value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')) + 1)
                .strip()
                .toUpperCase(Locale.ROOT);
    }

    private Met times(Condition condition, List<String> found) {
        String all = String.join(", ", found);
        return met(
                condition,
                found.isEmpty(),
                asked -> found.stream().mapToDouble(time -> likeness(asked, time)).max().orElse(0),
                all);
    }

    /// How a date that was asked for stands to one of the graph.
    private static double likeness(String asked, String found) {
        try {
            return switch (Edtf.compare(Edtf.parse(asked), Edtf.parse(found))) {
                case SAME -> 1;
                case REFINES, REFINED_BY -> COARSER;
                case COMPATIBLE -> OVERLAPPING;
                case DISJOINT -> 0;
            };
        } catch (BadTime notEdtf) {
            return NameMatch.between(asked, found);
        }
    }

    private Met values(Condition condition, List<Node> values) {
        String all = String.join(", ", values.stream().map(this::shown).sorted().toList());
        return met(
                condition,
                values.isEmpty(),
                asked ->
                        values.stream()
                                .mapToDouble(value -> likeness(asked, value))
                                .max()
                                .orElse(0),
                all);
    }

    private String shown(Node value) {
        return value.isLiteral() ? value.getLiteralLexicalForm() : entities.name(value);
    }

    private double likeness(String asked, Node value) {
        if (value.isURI()) {
            boolean isIt =
                    value.getURI().equals(asked)
                            || (entities.isOurs(value.getURI()) && entities.id(value).equals(asked))
                            || entities.wikidata(value).contains(item(asked));
            if (isIt) {
                return 1;
            }
        }
        double best =
                entities.names(value)
                        .mapToDouble(name -> NameMatch.between(asked, name))
                        .max()
                        .orElse(0);
        return best < LIKE ? 0 : best;
    }

    private static Met met(
            Condition condition,
            boolean isWithout,
            ToDoubleFunction<String> likeness,
            String found) {
        String asked = String.join(", ", condition.values());
        String property = condition.property();
        if (isWithout) {
            return weighed(
                    condition,
                    new Feature(property, "%s: nothing is known of it".formatted(property), 50),
                    UNKNOWN);
        }
        double value = value(condition, condition.values().stream().mapToDouble(likeness));
        return weighed(
                condition,
                new Feature(
                        property,
                        "%s: %s here, %s asked for".formatted(property, found, asked),
                        Math.round(100 * value)),
                value);
    }

    /// Whether any of the conditions speaks against it.
    static boolean isContradicted(List<Met> met) {
        return met.stream()
                .anyMatch(it -> it.standing() != Standing.IGNORED && it.value() < UNKNOWN);
    }
}
