package chancery.link;

import chancery.describe.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads candidates out of an answer, in either form of the API.
final class AnswerReader {
    private AnswerReader() {}

    /// @param list of candidates
    static List<Candidate> candidates(Json list, String where) throws ServiceFailure {
        List<Candidate> all = new ArrayList<>();
        if (list instanceof Json.Arr array) {
            for (Json each : array.items()) {
                all.add(candidate(each, where));
            }
        }
        return all;
    }

    private static Candidate candidate(Json json, String where) throws ServiceFailure {
        if (!(json instanceof Json.Obj object)) {
            throw new ServiceFailure(where, json.shown(), "a candidate, an object");
        }
        Map<String, Json> members = object.members();
        String id = text(members.get("id"));
        if (id.isEmpty()) {
            throw new ServiceFailure(where, "a candidate without an id", "one with an id");
        }
        return new Candidate(
                id,
                text(members.get("name")),
                text(members.get("description")),
                number(members.get("score"), BigDecimal.ZERO),
                members.get("match") instanceof Json.Bool truth && truth.truth(),
                types(members.get("type")),
                features(members.get("features")));
    }

    private static Map<String, String> types(@Nullable Json json) {
        Map<String, String> types = new LinkedHashMap<>();
        if (json instanceof Json.Arr array) {
            for (Json each : array.items()) {
                if (each instanceof Json.Obj object) {
                    types.put(text(object.members().get("id")), text(object.members().get("name")));
                } else {
                    types.put(text(each), "");
                }
            }
        }
        types.remove("");
        return types;
    }

    private static Map<String, BigDecimal> features(@Nullable Json json) {
        Map<String, BigDecimal> features = new LinkedHashMap<>();
        if (json instanceof Json.Arr array) {
            for (Json each : array.items()) {
                if (each instanceof Json.Obj object) {
                    Json value = object.members().get("value");
                    BigDecimal truth =
                            value instanceof Json.Bool bool && bool.truth()
                                    ? BigDecimal.ONE
                                    : BigDecimal.ZERO;
                    features.put(text(object.members().get("id")), number(value, truth));
                }
            }
        }
        features.remove("");
        return features;
    }

    /// A text without what steers a terminal; of several strings with languages (1.0-draft) the
    /// first.
    private static String text(@Nullable Json json) {
        if (json instanceof Json.Str text) {
            return text.text().replaceAll("[\\s\\p{Cc}\\p{Cf}]+", " ").strip();
        }
        if (json instanceof Json.Arr array && !array.items().isEmpty()) {
            return text(array.items().getFirst());
        }
        return json instanceof Json.Obj object ? text(object.members().get("str")) : "";
    }

    private static BigDecimal number(@Nullable Json json, BigDecimal otherwise) {
        return json instanceof Json.Num number ? number.number() : otherwise;
    }
}
