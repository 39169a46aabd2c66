package chancery.page;

import chancery.search.Asked;
import chancery.search.Deadline;
import chancery.search.Hit;
import chancery.search.NameMatch;
import chancery.search.Part;
import chancery.search.QuestionWords;
import chancery.search.SearchIndex;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// What a search finds: things whose names are like what was typed, then claims whose gist has its
/// words.
///
/// @param results one page of them, the likest first
/// @param total   how many there are on all pages
/// @param isCut   whether there may be more than were looked at
/// @param kinds   that can be asked for, to choose from
/// @param offers  pages that show what may be meant besides names
public record SearchPage(
        Query query,
        List<Result> results,
        int total,
        boolean isCut,
        List<Choice> kinds,
        List<Offer> offers) {
    /// Texts that are looked at; of more than these a search is too wide to be of use.
    private static final int TEXTS = 1_000;

    /// Of a name that is hardly like it, a gist with the very words goes before.
    private static final double GIST = 0.6;

    private static final List<Node> DATES =
            Stream.of("time", "signed", "published", "date").map(Chy::term).toList();

    private static final Node BEGIN = Chy.term("begin");
    private static final Node END = Chy.term("end");
    private static final Node COVERS = Chy.term("covers");
    private static final Node ATTESTED = Chy.term("attested");

    /// What is looked for.
    ///
    /// @param kind   local name of a class; `""` for any
    /// @param lang   of the text that is found; `""` for any
    /// @param limit  results a page
    /// @param offset results before this page
    public record Query(String text, String kind, String lang, int limit, int offset) {}

    /// A thing that was found.
    ///
    /// @param kinds    its most specific classes
    /// @param part     what matched: `label`, `altLabel` or `gist`
    /// @param matched  the text that did
    /// @param dates    of an event or agreement its day, of a state or tenure begin and end; `""`
    ///                 if it has none
    /// @param others   further claims with the same gist
    /// @param likeness 0 to 1
    public record Result(
            Link thing,
            List<Link> kinds,
            String part,
            Link matched,
            String dates,
            List<Link> wikidata,
            int others,
            double likeness) {
        /// Whether the name shown is another than the one that was found.
        public boolean isByOtherName() {
            return !matched.shortened(GraphView.LONGEST_NAME).text().equals(thing.text());
        }
    }

    /// A page that may show what is meant.
    ///
    /// @param things the first of those on it
    /// @param wider  where more is, if there is nothing
    /// @param said   how many there are that are only said, if nothing of it is accepted
    public record Offer(Link page, int count, List<Named> things, List<Link> wider, int said) {
        public Offer {
            things = List.copyOf(things);
            wider = List.copyOf(wider);
        }
    }

    /// @param dates `""` if it has none
    public record Named(Link thing, String dates) {}

    /// A kind to choose.
    public record Choice(String name, String text, boolean isChosen) {}

    private record Found(Hit hit, double likeness, int others) {}

    /// @param classes those of the release, with their labels
    public static SearchPage of(
            GraphView graph,
            SearchIndex index,
            Query query,
            List<ClassCount> classes,
            Deadline deadline) {
        Set<String> types = query.kind().isEmpty() ? Set.of() : Set.of(Chy.NS + query.kind());
        String words = QuestionWords.without(query.text());
        Asked asked =
                new Asked(words, Asked.Scope.NAMES_AND_GISTS, types, query.lang(), true, TEXTS);
        List<Hit> hits = index.search(asked, deadline);
        List<Found> found = exact(words, ranked(graph, words, hits, deadline));
        return new SearchPage(
                query,
                found.stream()
                        .skip(query.offset())
                        .limit(query.limit())
                        .map(it -> result(graph, it, deadline))
                        .toList(),
                found.size(),
                hits.size() >= TEXTS,
                classes.stream()
                        .map(
                                it ->
                                        new Choice(
                                                it.name(),
                                                it.link().text(),
                                                it.name().equals(query.kind())))
                        .sorted(Comparator.comparing(Choice::text))
                        .toList(),
                List.of());
    }

    /// The same with pages that show what may be meant.
    public SearchPage offering(List<Offer> pages) {
        return new SearchPage(query, results, total, isCut, kinds, List.copyOf(pages));
    }

    /// Where a name has the very words, those that are only like it were not meant.
    private static List<Found> exact(String typed, List<Found> found) {
        List<Found> exact =
                found.stream().filter(it -> NameMatch.hasWords(typed, it.hit().text())).toList();
        return exact.stream().anyMatch(it -> it.hit().part().isName()) ? exact : found;
    }

    /// Names that begin with what was typed so far, each thing once.
    public static List<Result> beginning(
            GraphView graph, SearchIndex index, String typed, int limit, Deadline deadline) {
        Asked asked = new Asked(typed, Asked.Scope.NAMES, Set.of(), "", true, TEXTS);
        return ranked(graph, typed, index.search(asked, deadline), deadline).stream()
                .limit(limit)
                .map(it -> result(graph, it, deadline))
                .toList();
    }

    /// Each thing once, by its likest text; claims with one gist once.
    private static List<Found> ranked(
            GraphView graph, String typed, List<Hit> hits, Deadline deadline) {
        float most = hits.isEmpty() ? 1 : hits.getFirst().score();
        Map<String, Found> best = new LinkedHashMap<>();
        for (Hit hit : hits) {
            deadline.check();
            if (graph.path(hit.iri()).startsWith("/id/")) {
                boolean isName = hit.part().isName();
                double likeness =
                        isName ? NameMatch.answers(typed, hit.text()) : GIST * hit.score() / most;
                best.merge(
                        isName ? hit.iri() : hit.text(),
                        new Found(hit, likeness, 0),
                        (one, other) -> merged(one, other));
            }
        }
        List<Found> all = new ArrayList<>(best.values());
        all.sort(
                Comparator.comparingDouble(Found::likeness)
                        .reversed()
                        .thenComparing(it -> it.hit().part() != Part.LABEL)
                        .thenComparingInt(it -> it.hit().text().length())
                        .thenComparing(it -> it.hit().iri()));
        return all;
    }

    private static Found merged(Found one, Found other) {
        Found better = other.likeness() > one.likeness() ? other : one;
        boolean isClaim = one.hit().part() == Part.GIST;
        return new Found(better.hit(), better.likeness(), isClaim ? one.others() + 1 : 0);
    }

    private static Result result(GraphView graph, Found found, Deadline deadline) {
        deadline.check();
        Node thing = NodeFactory.createURI(found.hit().iri());
        return new Result(
                graph.link(thing),
                graph.kindsOf(thing),
                found.hit().part().field(),
                new Link(found.hit().text(), "", found.hit().lang()),
                dates(graph, thing),
                graph.links(thing, Terms.EXACT_MATCH).stream()
                        .filter(link -> link.href().contains("wikidata.org/"))
                        .toList(),
                found.others(),
                found.likeness());
    }

    /// Properties that date a thing, whether it has a day or a begin and an end.
    static List<Node> dating() {
        return Stream.concat(DATES.stream(), Stream.of(BEGIN, END)).toList();
    }

    /// When a thing is or was; `""` if nothing says.
    public static String dates(GraphView graph, Node thing) {
        Optional<String> day =
                DATES.stream()
                        .map(property -> graph.text(thing, property))
                        .filter(text -> !text.isEmpty())
                        .findFirst();
        if (day.isPresent()) {
            return day.get();
        }
        String begin = graph.text(thing, BEGIN);
        String end = graph.text(thing, END);
        if (!begin.isEmpty() || !end.isEmpty()) {
            return begin + "–" + end;
        }
        String covered = graph.text(thing, COVERS);
        return covered.isEmpty() ? seen(graph, thing) : covered;
    }

    /// Times at which something is told to have been; `""` if only events say so.
    private static String seen(GraphView graph, Node thing) {
        List<Node> times =
                graph.objects(thing, ATTESTED).stream()
                        .filter(time -> !graph.edtf(time).isEmpty())
                        .toList();
        if (times.isEmpty()) {
            return "";
        }
        String first = graph.link(times.getFirst()).text();
        int others = times.size() - 1;
        return "seen "
                + first
                + (others == 0
                        ? ""
                        : others == 1 ? " and one more time" : " and " + others + " more times");
    }

    /// Of the page after this one; -1 if there is none.
    public int next() {
        int next = query.offset() + query.limit();
        return next < total ? next : -1;
    }

    /// Of the page before this one; -1 if there is none.
    public int previous() {
        return query.offset() == 0 ? -1 : Math.max(0, query.offset() - query.limit());
    }
}
