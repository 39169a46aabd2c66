package chancery.measure;

import chancery.measure.FigureWords.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads figures as English prose writes them, to see whether quoted words mean a value.
///
/// Other words are passed over. A number without a unit is a count. Where several figures are
/// quoted, each is a reading.
public final class EnglishFigure {
    private EnglishFigure() {}

    /// A figure without its bound, and the bounds that the words set it: none, or more than one
    /// where they are ambiguous.
    private record Reading(Quantity exactly, List<Bound> bounds) {}

    /// @param words a few words quoted from a text, as they stand there
    /// @return every figure that a careful reader would take from them, in their order
    public static List<Quantity> read(String words) {
        List<Quantity> all = new ArrayList<>();
        for (Reading reading : readings(words)) {
            if (reading.bounds.isEmpty()) {
                all.add(reading.exactly);
            }
            reading.bounds.forEach(bound -> all.add(bounded(reading.exactly, bound)));
        }
        return all.stream().distinct().toList();
    }

    /// @return whether the words give the value: the same number, to the same digit, with the same
    ///     unit; words without a bound may still stand in a passage that gives one before them, so
    ///     only another bound is refused
    public static boolean states(String words, Quantity value) {
        Quantity exactly = bounded(value, Bound.EXACTLY);
        return readings(words).stream()
                .filter(reading -> reading.exactly.equals(exactly))
                .anyMatch(r -> r.bounds.isEmpty() || r.bounds.contains(value.bound()));
    }

    private static Quantity bounded(Quantity quantity, Bound bound) {
        return new Quantity(
                bound,
                quantity.value(),
                quantity.upperValue(),
                quantity.unit(),
                quantity.resolution());
    }

    private static List<Reading> readings(String words) {
        FigureWords text = FigureWords.of(words);
        List<Figure> figures = text.figures();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < figures.size(); i++) {
            Figure figure = figures.get(i);
            if (i + 1 < figures.size()) {
                span(text, figure, figures.get(i + 1)).ifPresent(readings::add);
            }
            readings.add(
                    new Reading(
                            quantity(figure.value(), null, FigureUnit.of(text, figure)),
                            FigureBounds.of(text, figure)));
        }
        return readings;
    }

    private static Quantity quantity(BigDecimal value, @Nullable BigDecimal upper, Unit unit) {
        int scale = upper == null ? value.scale() : Math.max(value.scale(), upper.scale());
        BigDecimal resolution = BigDecimal.ONE.scaleByPowerOfTen(-scale);
        return new Quantity(Bound.EXACTLY, value, upper, unit, resolution);
    }

    /// `10–20 million`: the first number takes the power and the unit of the second one.
    private static Optional<Reading> span(FigureWords text, Figure from, Figure to) {
        boolean joined =
                to.start() == from.end() + 1
                        && Set.of("–", "—", "to", "and").contains(text.at(from.end()));
        BigDecimal lower =
                from.power() == 0 ? from.value().scaleByPowerOfTen(to.power()) : from.value();
        return joined && lower.compareTo(to.value()) < 0
                ? Optional.of(
                        new Reading(
                                quantity(lower, to.value(), FigureUnit.of(text, to)),
                                FigureBounds.before(text, from.start())))
                : Optional.empty();
    }
}
