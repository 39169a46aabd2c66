package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype.Bounds;
import chancery.describe.datatype.Format;
import chancery.describe.datatype.MomentSyntax;
import chancery.describe.datatype.SpanSyntax;
import chancery.describe.json.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;

/// Reads the bounds of a datatype (Metadata Vocabulary, section 5.11.2) and refuses those that no
/// value can keep.
final class BoundsReader {
    static final Set<String> NAMES =
            Set.of(
                    "minimum",
                    "maximum",
                    "minInclusive",
                    "maxInclusive",
                    "minExclusive",
                    "maxExclusive");

    /// More digits than any bound needs; a power of ten beyond would fill the memory.
    private static final int LARGEST_SCALE = 1000;

    private BoundsReader() {}

    static void refuseBothEnds(Members members) throws BadDescription {
        for (String end : new String[] {"min", "max"}) {
            Optional<Json> exclusive = members.get(end + "Exclusive");
            boolean both =
                    members.get(end + "Inclusive").isPresent()
                            || members.get(end + "imum").isPresent();
            if (exclusive.isPresent() && both) {
                throw BadDescription.of(
                        exclusive.get(), "either " + end + "Exclusive or " + end + "Inclusive");
            }
        }
    }

    static Bounds<BigDecimal> numbers(Members members) throws BadDescription {
        return read(members, BoundsReader::number, "a number", BigDecimal::compareTo);
    }

    private static Optional<BigDecimal> number(Json json) {
        try {
            BigDecimal number =
                    switch (json) {
                        case Json.Num num -> num.number();
                        case Json.Str text -> new BigDecimal(text.text());
                        default -> throw new NumberFormatException("neither number nor text");
                    };
            return Math.abs((long) number.scale()) <= LARGEST_SCALE
                    ? Optional.of(number)
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /// A bound is written as XML Schema does, or as the cells are.
    static Bounds<String> moments(BaseType base, Format format, Members members)
            throws BadDescription {
        MomentSyntax syntax = new MomentSyntax(base);
        Function<Json, Optional<String>> reader =
                json ->
                        text(json)
                                .flatMap(
                                        text ->
                                                syntax.matches(text)
                                                        ? Optional.of(text)
                                                        : lexical(format, text, base))
                                .filter(text -> syntax.moment(text).isPresent());
        return read(
                members,
                reader,
                "a " + base.csvwName(),
                (a, b) ->
                        syntax.moment(a)
                                .flatMap(one -> syntax.moment(b).map(one::compareTo))
                                .orElse(0));
    }

    private static Optional<String> lexical(Format format, String text, BaseType base) {
        return format instanceof Format.Fields fields
                ? fields.pattern().lexical(text, base)
                : Optional.empty();
    }

    static Bounds<String> spans(BaseType base, Members members) throws BadDescription {
        return read(
                members,
                json -> text(json).filter(text -> SpanSyntax.matches(base, text)),
                "a " + base.csvwName(),
                (a, b) -> SpanSyntax.compare(a, b).orElse(-1));
    }

    /// A year may stand as a number.
    private static Optional<String> text(Json json) {
        return switch (json) {
            case Json.Str text -> Optional.of(text.text());
            case Json.Num num -> Optional.of(num.number().toString());
            default -> Optional.empty();
        };
    }

    private static <T> Bounds<T> read(
            Members members,
            Function<Json, Optional<T>> reader,
            String expected,
            ToIntBiFunction<T, T> order)
            throws BadDescription {
        Bounds<T> bounds =
                new Bounds<>(
                        bound(members, "minInclusive", "minimum", reader, expected),
                        bound(members, "maxInclusive", "maximum", reader, expected),
                        bound(members, "minExclusive", "minExclusive", reader, expected),
                        bound(members, "maxExclusive", "maxExclusive", reader, expected));
        Optional<T> low = bounds.minimum().or(bounds::minExclusive);
        Optional<T> high = bounds.maximum().or(bounds::maxExclusive);
        if (low.isPresent() && high.isPresent()) {
            int found = order.applyAsInt(low.get(), high.get());
            // 5.11.2: two exclusive bounds may be the same, an inclusive and an exclusive one not
            boolean mixed = bounds.minimum().isPresent() != bounds.maximum().isPresent();
            if (found > 0 || (mixed && found == 0)) {
                throw new BadDescription(
                        members.place(),
                        "bounds that no value keeps",
                        "a minimum below the maximum");
            }
        }
        return bounds;
    }

    private static <T> Optional<T> bound(
            Members members,
            String name,
            String otherName,
            Function<Json, Optional<T>> reader,
            String expected)
            throws BadDescription {
        Optional<Json> json = members.get(name).or(() -> members.get(otherName));
        if (json.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> bound = reader.apply(json.get());
        if (bound.isEmpty()) {
            members.leniency().passOver(json.get(), expected);
        }
        return bound;
    }
}
