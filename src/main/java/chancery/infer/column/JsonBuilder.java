package chancery.infer.column;

import chancery.describe.json.Json;
import chancery.describe.json.Place;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes JSON that lies in no file yet.
public final class JsonBuilder {
    private static final Place NOWHERE = new Place("", "", 0);

    private final Map<String, Json> members = new LinkedHashMap<>();

    public static Json text(String text) {
        return new Json.Str(text, NOWHERE);
    }

    public static Json number(long number) {
        return new Json.Num(BigDecimal.valueOf(number), NOWHERE);
    }

    public static Json truth(boolean truth) {
        return new Json.Bool(truth, NOWHERE);
    }

    public static Json nothing() {
        return new Json.Null(NOWHERE);
    }

    public static Json array(List<? extends Json> items) {
        return new Json.Arr(List.copyOf(items), NOWHERE);
    }

    /// @return the text itself if there is only one, else a list
    public static Json texts(List<String> texts) {
        return texts.size() == 1
                ? text(texts.getFirst())
                : array(texts.stream().map(JsonBuilder::text).toList());
    }

    public JsonBuilder put(String name, Json value) {
        members.put(name, value);
        return this;
    }

    public JsonBuilder put(String name, String value) {
        return put(name, text(value));
    }

    public boolean isEmpty() {
        return members.isEmpty();
    }

    public Json build() {
        return new Json.Obj(members, NOWHERE);
    }
}
