package chancery.describe.json;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value that knows where it stands.
public sealed interface Json {
    Place place();

    /// @param members in the order of the file; no name twice
    record Obj(Map<String, Json> members, Place place) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record Arr(List<Json> items, Place place) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String text, Place place) implements Json {}

    record Num(BigDecimal number, Place place) implements Json {}

    record Bool(boolean truth, Place place) implements Json {}

    record Null(Place place) implements Json {}

    /// The value as a message shows it: a text in quotes, a number as it is, else its kind.
    default String shown() {
        return switch (this) {
            case Obj o -> "an object";
            case Arr a -> "an array";
            case Str s -> "\"" + cut(s.text()) + "\"";
            case Num n -> cut(n.number().toString());
            case Bool b -> String.valueOf(b.truth());
            case Null n -> "null";
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= 80
                ? text
                : text.substring(0, text.offsetByCodePoints(0, 79)) + "…";
    }
}
