package chancery.check.datatype;

import chancery.check.Finding.Code;
import chancery.check.Value;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Bounds;
import chancery.describe.datatype.Format;
import chancery.describe.datatype.MomentSyntax;
import java.time.LocalDateTime;
import java.util.Optional;

/// Reads dates and times, as XML Schema writes them or by a pattern (Tabular Data Model, section
/// 6.4.4).
final class MomentReader {
    private final Datatype.Moment type;
    private final MomentSyntax syntax;

    MomentReader(Datatype.Moment type) {
        this.type = type;
        this.syntax = new MomentSyntax(type.base());
    }

    Reading read(String text) {
        Optional<String> lexical =
                type.format() instanceof Format.Fields fields
                        ? fields.pattern().lexical(text, type.base())
                        : Optional.of(text);
        if (lexical.isEmpty() || !syntax.matches(lexical.get())) {
            return Reading.fails(Code.DATATYPE, "a " + example());
        }
        Optional<LocalDateTime> moment = syntax.moment(lexical.get());
        if (moment.isEmpty()) {
            return Reading.fails(
                    Code.IMPOSSIBLE_DATE, "a " + example() + ", that the calendar has");
        }
        if (!inside(moment.get())) {
            return Reading.fails(
                    Code.OUT_OF_RANGE,
                    "a " + type.base().csvwName() + BoundsText.of(type.bounds()));
        }
        return Reading.fits(new Value.Typed(lexical.get(), type.iri()));
    }

    private String example() {
        if (type.format() instanceof Format.Fields fields) {
            return type.base().csvwName() + " written as " + fields.pattern().text();
        }
        String example =
                switch (type.base()) {
                    case DATE -> "2002-01-25";
                    case DATE_TIME -> "2002-01-25T12:00:00";
                    case DATE_TIME_STAMP -> "2002-01-25T12:00:00Z";
                    case TIME -> "12:00:00";
                    case G_DAY -> "---25";
                    case G_MONTH -> "--01";
                    case G_MONTH_DAY -> "--01-25";
                    case G_YEAR -> "2002";
                    case G_YEAR_MONTH -> "2002-01";
                    default -> "";
                };
        return type.base().csvwName() + " such as " + example;
    }

    private boolean inside(LocalDateTime moment) {
        Bounds<String> bounds = type.bounds();
        return compared(moment, bounds.minimum(), 0) >= 0
                && compared(moment, bounds.maximum(), 0) <= 0
                && compared(moment, bounds.minExclusive(), 1) > 0
                && compared(moment, bounds.maxExclusive(), -1) < 0;
    }

    private int compared(LocalDateTime moment, Optional<String> bound, int otherwise) {
        return bound.flatMap(syntax::moment).map(moment::compareTo).orElse(otherwise);
    }
}
