package chancery.serve.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// Why a request was not answered as asked (RFC 9457).
///
/// @param status            usually that of the kind
/// @param detail            one sentence without a full stop: what was found, what was expected
/// @param more              further members; whole numbers, texts, or lists of texts
/// @param retryAfterSeconds 0 where waiting does not help
public record Problem(
        ProblemKind kind,
        int status,
        String detail,
        Map<String, Object> more,
        int retryAfterSeconds) {
    public static final String TYPE = "application/problem+json";

    public Problem {
        // in this order
        more = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, kind.status(), detail, Map.of(), 0);
    }

    public Problem with(String member, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(more);
        all.put(member, value);
        return new Problem(kind, status, detail, all, retryAfterSeconds);
    }

    public Problem after(int seconds) {
        return new Problem(kind, status, detail, more, seconds);
    }

    /// Where its kind is explained, on this server.
    public String type() {
        return "/problems#" + kind.slug();
    }

    /// @param instance path of what was asked for
    public String json(String instance) {
        JsonObject json = new JsonObject();
        json.put("type", type());
        json.put("title", kind.title());
        json.put("status", status);
        json.put("detail", detail);
        json.put("instance", instance);
        more.forEach((name, value) -> put(json, name, value));
        return JSON.toString(json) + "\n";
    }

    private static void put(JsonObject json, String name, Object value) {
        switch (value) {
            case Number number -> json.put(name, number.longValue());
            case List<?> list -> {
                JsonArray array = new JsonArray();
                list.forEach(each -> array.add(String.valueOf(each)));
                json.put(name, array);
            }
            default -> json.put(name, String.valueOf(value));
        }
    }

    /// The same for people at a terminal.
    public String text() {
        return detail + "\n";
    }
}
