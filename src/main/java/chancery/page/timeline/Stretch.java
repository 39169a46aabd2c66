package chancery.page.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Days in a row, both ends among them.
record Stretch(LocalDate first, LocalDate last) {
    Stretch {
        if (first.isAfter(last)) {
            throw new IllegalArgumentException(first + " is after " + last);
        }
    }

    long days() {
        return last.toEpochDay() - first.toEpochDay() + 1;
    }

    /// From the first day of its first year to the last day of its last.
    Stretch wholeYears() {
        return new Stretch(
                LocalDate.of(first.getYear(), 1, 1), LocalDate.of(last.getYear(), 12, 31));
    }

    /// What is left when long empty times between the spans are cut out.
    ///
    /// @param years an empty time of so many years or fewer is kept
    static List<Stretch> busy(List<Span> spans, int years) {
        List<Stretch> all =
                spans.stream()
                        .filter(Span::isKnown)
                        .map(it -> new Stretch(it.first().orElseThrow(), it.last().orElseThrow()))
                        .map(Stretch::wholeYears)
                        .sorted(Comparator.comparing(Stretch::first))
                        .toList();
        List<Stretch> busy = new ArrayList<>();
        for (Stretch next : all) {
            Stretch last = busy.isEmpty() ? null : busy.getLast();
            if (last == null || next.first().getYear() - last.last().getYear() - 1 > years) {
                busy.add(next);
            } else if (next.last().isAfter(last.last())) {
                busy.set(busy.size() - 1, new Stretch(last.first(), next.last()));
            }
        }
        return List.copyOf(busy);
    }
}
