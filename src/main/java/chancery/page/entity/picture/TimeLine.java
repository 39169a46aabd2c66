package chancery.page.entity.picture;

import chancery.page.Backing;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.entity.Labels;
import chancery.page.entity.Least;
import chancery.page.entity.ListKind;
import chancery.page.entity.Queries;
import chancery.page.entity.Surroundings;
import chancery.page.entity.picture.Chronology.Dated;
import chancery.page.entity.picture.Chronology.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// The dated things that touch a thing, in their order; what has a day but no year comes last.
///
/// @param entries those that are shown
/// @param total   how many there are
/// @param isCut   whether more things touch it than were looked at
/// @param all     address of the whole list; `""` if all are shown
/// @param query   in SPARQL, finds them all
/// @param drawing all of them on one axis; empty where there is nothing to compare
public record TimeLine(
        List<Entry> entries,
        int total,
        boolean isCut,
        String all,
        String query,
        Optional<TimeDrawing> drawing) {
    private static final int SHOWN = 30;

    /// Things that are asked for their dates.
    private static final int LOOKED_AT = 3_000;

    /// They tell what of a thing is known, not what happened.
    private static final Set<String> LEFT_OUT =
            Set.of("claim", "passage", "disagreement", "source", "work", "concept", "time", "link");

    public TimeLine {
        entries = List.copyOf(entries);
    }

    /// A time of something.
    ///
    /// @param time  in words, leads to the time
    /// @param word  what happened then, such as `signed`; `""` where the thing itself did
    /// @param thing what is dated; a plain text if it is the thing of the page
    /// @param role  by which property it touches the thing of the page; `""` for itself
    /// @param span  for the drawing; empty for a day without a year
    public record Entry(
            Link time, String word, Link thing, Link role, Backing backing, Optional<Span> span) {}

    private record Touching(Dated dated, Optional<Node> role) {}

    public static TimeLine of(Surroundings it, String path) {
        Map<Node, Node> things = things(it);
        List<Touching> all = touching(it, things);
        List<Entry> shown = entries(it, all.subList(0, Math.min(SHOWN, all.size())));
        List<Span> spans = all.stream().flatMap(t -> t.dated().span().stream()).toList();
        boolean isCut = things.size() > LOOKED_AT;
        String more = shown.size() == all.size() ? "" : ListKind.TIMES.address(path, "", 1);
        return new TimeLine(shown, all.size(), isCut, more, queryOf(it), TimeDrawing.of(spans));
    }

    public static String queryOf(Surroundings it) {
        return new Queries(it.graph(), it.thing()).times(Chronology.dates(), LEFT_OUT);
    }

    /// @return all entries in their order, as many as asked for
    public static List<Entry> entries(Surroundings it, int from, int count) {
        return entries(it, touching(it, things(it)).stream().skip(from).limit(count).toList());
    }

    public static int count(Surroundings it) {
        return touching(it, things(it)).size();
    }

    private static List<Entry> entries(Surroundings it, List<Touching> some) {
        return some.stream().map(touching -> entry(it, touching)).toList();
    }

    private static Entry entry(Surroundings it, Touching touching) {
        GraphView graph = it.graph();
        Dated dated = touching.dated();
        boolean isItself = dated.thing().equals(it.thing());
        Link thing = Labels.cut(graph.link(dated.thing()));
        return new Entry(
                Labels.shown(graph, dated.time()),
                dated.word(),
                isItself ? new Link(thing.text(), "", thing.lang()) : thing,
                touching.role().map(graph::link).orElse(Link.to("", "")),
                isItself
                        ? it.evidence().of(dated.thing(), dated.property(), dated.time())
                        : it.evidence().pointing(dated.thing(), dated.property(), dated.time()),
                dated.span());
    }

    private static List<Touching> touching(Surroundings it, Map<Node, Node> things) {
        Chronology chronology = new Chronology(it.graph());
        List<Touching> all = new ArrayList<>();
        chronology.of(it.thing()).stream()
                .filter(dated -> isTime(it, dated))
                .forEach(dated -> all.add(new Touching(dated, Optional.empty())));
        things.entrySet().stream()
                .limit(LOOKED_AT)
                .forEach(
                        thing ->
                                chronology.of(thing.getKey()).stream()
                                        .filter(dated -> isTime(it, dated))
                                        .forEach(
                                                dated ->
                                                        all.add(
                                                                new Touching(
                                                                        dated,
                                                                        Optional.of(
                                                                                thing
                                                                                        .getValue())))));
        Map<Node, String> labels = new HashMap<>();
        all.sort(
                Comparator.comparingLong((Touching t) -> from(t.dated()))
                        .thenComparingLong(t -> t.dated().span().map(Span::to).orElse(0L))
                        // days without a year in the order of the year
                        .thenComparing(
                                t ->
                                        t.dated().span().isPresent()
                                                ? ""
                                                : t.dated().time().toString())
                        .thenComparing(
                                t ->
                                        labels.computeIfAbsent(
                                                t.dated().thing(), n -> it.graph().link(n).text()))
                        .thenComparing(t -> t.dated().toString()));
        return all;
    }

    private static long from(Dated dated) {
        return dated.span().map(Span::from).orElse(Long.MAX_VALUE);
    }

    private static boolean isTime(Surroundings it, Dated dated) {
        return it.kind(dated.time()).equals("time");
    }

    /// Thing → by which property it touches this one; of several the most telling. One more than
    /// are looked at, if there are more.
    private static Map<Node, Node> things(Surroundings it) {
        Map<Node, Node> things = new LinkedHashMap<>();
        for (Node property : it.pointingByRank()) {
            Least.of(
                            it.pointing().getOrDefault(property, List.of()),
                            LOOKED_AT + 1 - things.size(),
                            thing -> !things.containsKey(thing) && isHappening(it, thing))
                    .forEach(thing -> things.put(thing, property));
        }
        return things;
    }

    private static boolean isHappening(Surroundings it, Node thing) {
        String kind = it.kind(thing);
        return !thing.equals(it.thing()) && !kind.isEmpty() && !LEFT_OUT.contains(kind);
    }
}
