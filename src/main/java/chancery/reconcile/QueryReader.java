package chancery.reconcile;

import chancery.reconcile.Query.Condition;
import chancery.reconcile.Query.Quantifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads batches of queries in the form of either version.
final class QueryReader {
    private static final int STANDARD_LIMIT = 5;
    private static final int MOST_CANDIDATES = 100;
    private static final int MOST_CHARACTERS = 1_000;
    private static final int MOST_CONDITIONS = 20;
    private static final int MOST_NAMES = 10;

    /// Of a condition, or kinds of a query.
    private static final int MOST_VALUES = 50;

    private QueryReader() {}

    /// A batch of version 0.2: an object of queries by key.
    static Map<String, Query> named(String text) throws BadQuery {
        Object batch = Json.read("queries", text);
        if (!(batch instanceof Map<?, ?> members)) {
            throw new BadQuery("queries", kind(batch), "an object of queries");
        }
        requireSize(members.size());
        Map<String, Query> queries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            String key = String.valueOf(member.getKey());
            queries.put(key, ofVersion02("queries/" + key, member.getValue()));
        }
        return queries;
    }

    /// A batch of the draft: `{"queries": […]}`.
    static List<Query> listed(String text) throws BadQuery {
        Object batch = Json.read("body", text);
        if (!(batch instanceof Map<?, ?> members)
                || !(members.get("queries") instanceof List<?> all)) {
            throw new BadQuery("body", kind(batch), "an object with a list \"queries\"");
        }
        requireSize(all.size());
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            queries.add(ofDraft("queries/" + i, all.get(i)));
        }
        return queries;
    }

    private static void requireSize(int size) throws BadQuery {
        if (size > Manifest.BATCH_SIZE) {
            throw BadQuery.tooMuch(
                    "queries", size + " queries in one batch", "at most " + Manifest.BATCH_SIZE);
        }
    }

    private static Query ofVersion02(String where, Object value) throws BadQuery {
        Map<?, ?> query = object(where, value);
        List<Condition> conditions = new ArrayList<>();
        List<?> all = list(query.get("properties"));
        requireAtMost(where + "/properties", all.size(), "conditions", MOST_CONDITIONS);
        for (int i = 0; i < all.size(); i++) {
            String place = where + "/properties/" + i;
            Map<?, ?> property = object(place, all.get(i));
            conditions.add(
                    new Condition(
                            text(place, property.get("pid")),
                            limited(place + "/v", property.get("v")),
                            false,
                            Quantifier.ANY));
        }
        String name = optional(query.get("query"));
        return query(where, name.isEmpty() ? List.of() : List.of(name), query, conditions);
    }

    private static Query ofDraft(String where, Object value) throws BadQuery {
        Map<?, ?> query = object(where, value);
        List<Condition> conditions = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<?> all = list(query.get("conditions"));
        if (all.isEmpty()) {
            throw new BadQuery(where, "no conditions", "at least one");
        }
        requireAtMost(where + "/conditions", all.size(), "conditions", MOST_CONDITIONS);
        for (int i = 0; i < all.size(); i++) {
            String place = where + "/conditions/" + i;
            Map<?, ?> condition = object(place, all.get(i));
            List<String> values =
                    limited(
                            place + "/propertyValue",
                            either(condition.get("propertyValue"), condition.get("v")));
            String matchType = text(place + "/matchType", condition.get("matchType"));
            switch (matchType) {
                case "name" -> names.addAll(values);
                case "property" ->
                        conditions.add(
                                new Condition(
                                        text(
                                                place + "/propertyId",
                                                either(
                                                        condition.get("propertyId"),
                                                        condition.get("pid"))),
                                        values,
                                        Boolean.TRUE.equals(condition.get("required")),
                                        quantifier(place, condition.get("matchQuantifier"))));
                default ->
                        throw new BadQuery(
                                place + "/matchType", shown(matchType), "name or property");
            }
        }
        return query(where, names, query, conditions);
    }

    private static Query query(
            String where, List<String> names, Map<?, ?> query, List<Condition> conditions)
            throws BadQuery {
        if (names.isEmpty() && conditions.isEmpty()) {
            throw new BadQuery(where, "neither a name nor a property", "one of them");
        }
        if (names.isEmpty() && conditions.stream().noneMatch(Scoring::isLookedUp)) {
            throw new BadQuery(
                    where,
                    "no name, and no property that things are found by",
                    "a name or wikidata");
        }
        requireAtMost(where, names.size(), "names", MOST_NAMES);
        for (String name : names) {
            requireShort(where, name);
        }
        return new Query(
                names,
                limited(where + "/type", query.get("type")),
                limit(where, query.get("limit")),
                conditions);
    }

    private static void requireAtMost(String where, int size, String what, int most)
            throws BadQuery {
        if (size > most) {
            throw new BadQuery(where, size + " " + what, "at most " + most);
        }
    }

    private static void requireShort(String where, String text) throws BadQuery {
        requireAtMost(where, text.codePointCount(0, text.length()), "characters", MOST_CHARACTERS);
    }

    private static List<String> limited(String where, @Nullable Object value) throws BadQuery {
        List<String> values = values(value);
        requireAtMost(where, values.size(), "values", MOST_VALUES);
        for (String each : values) {
            requireShort(where, each);
        }
        return values;
    }

    private static int limit(String where, @Nullable Object value) throws BadQuery {
        String text = optional(value);
        if (text.isEmpty()) {
            return STANDARD_LIMIT;
        }
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new BadQuery(where + "/limit", shown(text), "a number, 1 or more");
        }
        return Math.min(Integer.parseInt(text), MOST_CANDIDATES);
    }

    private static Quantifier quantifier(String where, @Nullable Object value) throws BadQuery {
        return switch (optional(value)) {
            case "", "any" -> Quantifier.ANY;
            case "all" -> Quantifier.ALL;
            case "none" -> Quantifier.NONE;
            default ->
                    throw new BadQuery(
                            where + "/matchQuantifier", shown(optional(value)), "any, all or none");
        };
    }

    /// One value or a list of them; of something that was reconciled before, its id.
    static List<String> values(@Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (Object each : value instanceof List<?> many ? many : List.of(value)) {
            String text =
                    each instanceof Map<?, ?> thing ? optional(thing.get("id")) : each.toString();
            if (!text.isBlank()) {
                values.add(text.strip());
            }
        }
        return values;
    }

    static Map<?, ?> object(String where, Object value) throws BadQuery {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        throw new BadQuery(where, kind(value), "an object");
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> items ? items : List.of();
    }

    static String text(String where, @Nullable Object value) throws BadQuery {
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new BadQuery(where, value == null ? "nothing" : kind(value), "a text");
    }

    private static String optional(@Nullable Object value) {
        return value == null ? "" : value.toString().strip();
    }

    private static @Nullable Object either(@Nullable Object one, @Nullable Object other) {
        return one == null ? other : one;
    }

    private static String shown(String text) {
        return "\"" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "\"";
    }

    private static String kind(Object value) {
        return switch (value) {
            case Map<?, ?> members -> "an object";
            case List<?> items -> "a list";
            case String text -> "a text";
            default -> "a " + value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        };
    }
}
