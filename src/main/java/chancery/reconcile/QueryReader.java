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
        for (Object each : list(query.get("properties"))) {
            Map<?, ?> property = object(where + "/properties", each);
            conditions.add(
                    new Condition(
                            text(where + "/properties", property.get("pid")),
                            values(property.get("v")),
                            false,
                            Quantifier.ANY));
        }
        return query(where, optional(query.get("query")), query, conditions);
    }

    private static Query ofDraft(String where, Object value) throws BadQuery {
        Map<?, ?> query = object(where, value);
        List<Condition> conditions = new ArrayList<>();
        String name = "";
        List<?> all = list(query.get("conditions"));
        if (all.isEmpty()) {
            throw new BadQuery(where, "no conditions", "at least one");
        }
        for (int i = 0; i < all.size(); i++) {
            String place = where + "/conditions/" + i;
            Map<?, ?> condition = object(place, all.get(i));
            List<String> values =
                    values(either(condition.get("propertyValue"), condition.get("v")));
            String matchType = text(place + "/matchType", condition.get("matchType"));
            switch (matchType) {
                case "name" -> name = String.join(" ", values);
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
        return query(where, name, query, conditions);
    }

    private static Query query(
            String where, String name, Map<?, ?> query, List<Condition> conditions)
            throws BadQuery {
        if (name.isBlank() && conditions.isEmpty()) {
            throw new BadQuery(where, "neither a name nor a property", "one of them");
        }
        int length = name.codePointCount(0, name.length());
        if (length > MOST_CHARACTERS) {
            throw new BadQuery(where, length + " characters", "at most " + MOST_CHARACTERS);
        }
        return new Query(
                name, values(query.get("type")), limit(where, query.get("limit")), conditions);
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
