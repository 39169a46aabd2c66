package chancery.page.between;

import chancery.page.timeline.Span;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// One date of a thing.
///
/// @param property such as `chy:signed`
/// @param value    a time, or what is attested instead of one: an event, an agreement, a statement
/// @param edtf     of the time; `""` if there is none
/// @param span     what is known of it
record Dated(Node property, Node value, String edtf, Span span) {
    /// When it was, for what has one date: the first of these that it has places it.
    private static final List<String> ONE_DATE =
            List.of("time", "signed", "entryIntoForce", "covers", "ended");

    private static final List<String> LASTING = List.of("begin", "end", "attested");

    static final Node BEGIN = Chy.term("begin");
    static final Node END = Chy.term("end");
    static final Node ATTESTED = Chy.term("attested");

    /// When what is attested instead of a time was.
    static final List<Node> OF_ATTESTED = List.of(Chy.term("time"), Chy.term("signed"));

    /// In the order in which they place a thing.
    static final List<Node> PROPERTIES =
            Stream.concat(ONE_DATE.stream(), LASTING.stream()).map(Chy::term).toList();

    private static final Set<Node> LASTING_NODES = Set.of(BEGIN, END, ATTESTED);

    static final Set<Node> ALL = Set.copyOf(PROPERTIES);

    /// Whether a period is touched by one of the dates, or by the time from a begin to an end. What
    /// was signed in one year and covers others was not there in those between.
    static boolean touch(List<Dated> dates, Optional<LocalDate> from, Optional<LocalDate> to) {
        LocalDate first = null;
        LocalDate last = null;
        for (Dated date : dates) {
            if (!date.span().isKnown()) {
                continue;
            }
            LocalDate earliest = date.span().first().orElseThrow();
            LocalDate latest = date.span().last().orElseThrow();
            if (!LASTING_NODES.contains(date.property())) {
                if (touches(earliest, latest, from, to)) {
                    return true;
                }
                continue;
            }
            first = first == null || earliest.isBefore(first) ? earliest : first;
            last = last == null || latest.isAfter(last) ? latest : last;
        }
        return first != null && last != null && touches(first, last, from, to);
    }

    /// Whether days from the first to the last touch a period.
    static boolean touches(
            LocalDate first, LocalDate last, Optional<LocalDate> from, Optional<LocalDate> to) {
        return from.map(day -> !last.isBefore(day)).orElse(true)
                && to.map(day -> !first.isAfter(day)).orElse(true);
    }

    /// From a thing to its times, in SPARQL.
    static String path() {
        return Stream.concat(ONE_DATE.stream(), LASTING.stream())
                .map(name -> "chy:" + name)
                .collect(Collectors.joining("|", "(", "|(chy:attested/(chy:time|chy:signed)))"));
    }

    /// Properties by which a claim dates a thing, as SPARQL lists them.
    static String names() {
        return namesOfOne() + " " + namesOfLasting();
    }

    /// The same of what has a date.
    static String namesOfOne() {
        return names(ONE_DATE);
    }

    /// The same of what lasts.
    static String namesOfLasting() {
        return names(LASTING);
    }

    /// From what lasts to its times, in SPARQL.
    static String lastingPath() {
        return "(chy:begin|chy:end|chy:attested|(chy:attested/(chy:time|chy:signed)))";
    }

    private static String names(List<String> properties) {
        return properties.stream().map(name -> "chy:" + name).collect(Collectors.joining(" "));
    }

    /// Whether it is a day or a month of a year that nobody knows.
    boolean isYearless() {
        return edtf.startsWith("XXXX");
    }

    /// When the thing was, by all its dates.
    static Span place(List<Dated> dates) {
        for (Node property : PROPERTIES) {
            if (property.equals(BEGIN)) {
                break;
            }
            List<Span> all = known(dates, property);
            if (!all.isEmpty()) {
                return Span.oneOf(all);
            }
        }
        List<Span> begin = known(dates, BEGIN);
        List<Span> end = known(dates, END);
        return Span.lasting(
                begin.isEmpty() ? Span.NONE : Span.oneOf(begin),
                end.isEmpty() ? Span.NONE : Span.oneOf(end),
                known(dates, ATTESTED));
    }

    static List<Span> known(List<Dated> dates, Node property) {
        return dates.stream()
                .filter(it -> it.property().equals(property))
                .map(Dated::span)
                .filter(Span::isKnown)
                .toList();
    }
}
