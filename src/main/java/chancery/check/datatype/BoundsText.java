package chancery.check.datatype;

import chancery.describe.datatype.Datatype.Bounds;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// Bounds in words, to be put behind the name of what is bounded.
final class BoundsText {
    private BoundsText() {}

    /// @return such as ` from 0 to 10` or `, at least 1`
    static String of(Bounds<?> bounds) {
        if (bounds.minimum().isPresent() && bounds.maximum().isPresent()) {
            return " from %s to %s"
                    .formatted(shown(bounds.minimum().get()), shown(bounds.maximum().get()));
        }
        List<String> parts = new ArrayList<>();
        bounds.minimum().ifPresent(b -> parts.add("at least " + shown(b)));
        bounds.minExclusive().ifPresent(b -> parts.add("more than " + shown(b)));
        bounds.maximum().ifPresent(b -> parts.add("at most " + shown(b)));
        bounds.maxExclusive().ifPresent(b -> parts.add("less than " + shown(b)));
        return parts.isEmpty() ? "" : ", " + String.join(" and ", parts);
    }

    private static String shown(Object bound) {
        return bound instanceof BigDecimal number ? number.toPlainString() : bound.toString();
    }
}
