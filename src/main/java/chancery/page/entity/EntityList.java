package chancery.page.entity;

import chancery.page.ClaimRow;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.entity.Row.Value;
import chancery.page.entity.picture.TimeLine;
import chancery.vocab.Chy;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// One page of a list that is too long for the page of its thing.
///
/// @param heading  the thing
/// @param property by which the list is; empty where it is by none
/// @param values   of a property, or things that lead here
/// @param rows     claims
/// @param times    dated things
/// @param total    how many there are on all pages
/// @param first    number of the first one here, from 1; 0 if there is none
/// @param previous address of the page before; `""` for none
/// @param next     address of the page behind; `""` for none
/// @param query    in SPARQL, finds them all
public record EntityList(
        String path,
        ListKind kind,
        Link heading,
        Optional<Link> property,
        List<Value> values,
        List<ClaimRow> rows,
        List<TimeLine.Entry> times,
        int total,
        int first,
        int page,
        int pages,
        String previous,
        String next,
        String query) {
    private static final int VALUES = 100;
    private static final int CLAIMS = 50;

    public EntityList {
        values = List.copyOf(values);
        rows = List.copyOf(rows);
        times = List.copyOf(times);
    }

    /// @param of   local name of a property of ours, or an IRI; `""` where the list needs none
    /// @param page the first is 1
    /// @return empty if there is no such list, or no such page of it
    public static Optional<EntityList> of(
            GraphView graph, Node thing, String path, ListKind kind, String of, int page) {
        Surroundings it = new Surroundings(graph, thing);
        Node property = of.contains("://") ? graph.named(of) : Chy.term(of);
        Tables tables = new Tables(it, path);
        Queries queries = new Queries(graph, thing);
        Maker maker = new Maker(it, path, kind, property, page);
        Optional<EntityList> list =
                switch (kind) {
                    case VALUES -> {
                        List<Node> all = it.ordered(it.values(property));
                        yield maker.values(
                                all.size(),
                                tables.values(property, maker.slice(all, VALUES)),
                                queries.values(property));
                    }
                    case INCOMING -> {
                        List<Node> all =
                                it.ordered(it.pointing().getOrDefault(property, List.of()));
                        yield maker.values(
                                all.size(),
                                tables.things(property, maker.slice(all, VALUES)),
                                queries.incoming(property));
                    }
                    case SAID -> {
                        List<Node> all = tables.notAccepted(it.claims());
                        yield maker.claims(
                                all.size(),
                                tables.rows(maker.slice(all, CLAIMS)),
                                queries.said(Terms.SUBJECT));
                    }
                    case ELSEWHERE -> {
                        List<Node> all = tables.notAccepted(it.elsewhere());
                        yield maker.claims(
                                all.size(),
                                tables.rows(maker.slice(all, CLAIMS)),
                                queries.said(Terms.OBJECT));
                    }
                    case TIMES ->
                            maker.times(
                                    TimeLine.count(it),
                                    TimeLine.entries(it, (page - 1) * VALUES, VALUES),
                                    TimeLine.queryOf(it));
                };
        return list.filter(made -> made.total() > 0 && page <= made.pages());
    }

    /// What it lists, in a line.
    public String title() {
        return Labels.cut(heading.text()) + ": " + what();
    }

    public String what() {
        return switch (kind) {
            case VALUES -> property.map(Link::text).orElse("");
            case INCOMING ->
                    "what points here by “%s”".formatted(property.map(Link::text).orElse(""));
            case SAID -> "also said, not accepted";
            case ELSEWHERE -> "said of other things with its name, not accepted";
            case TIMES -> "time line";
        };
    }

    public int last() {
        return first + Math.max(values.size(), Math.max(rows.size(), times.size())) - 1;
    }

    /// What all kinds of lists have in common.
    private record Maker(Surroundings it, String path, ListKind kind, Node property, int page) {
        <T> List<T> slice(List<T> all, int size) {
            return all.stream().skip((long) (page - 1) * size).limit(size).toList();
        }

        Optional<EntityList> values(int total, List<Value> values, String query) {
            return make(values, List.of(), List.of(), total, VALUES, query);
        }

        Optional<EntityList> claims(int total, List<ClaimRow> rows, String query) {
            return make(List.of(), rows, List.of(), total, CLAIMS, query);
        }

        Optional<EntityList> times(int total, List<TimeLine.Entry> times, String query) {
            return make(List.of(), List.of(), times, total, VALUES, query);
        }

        private Optional<EntityList> make(
                List<Value> values,
                List<ClaimRow> rows,
                List<TimeLine.Entry> times,
                int total,
                int size,
                String query) {
            int pages = (total + size - 1) / size;
            String of = kind.needsProperty() ? property.toString() : "";
            return Optional.of(
                    new EntityList(
                            path,
                            kind,
                            EntityPage.heading(it, EntityPage.types(it)),
                            kind.needsProperty()
                                    ? Optional.of(it.graph().link(property))
                                    : Optional.empty(),
                            values,
                            rows,
                            times,
                            total,
                            total == 0 ? 0 : (page - 1) * size + 1,
                            page,
                            pages,
                            page > 1 ? kind.address(path, of, page - 1) : "",
                            page < pages ? kind.address(path, of, page + 1) : "",
                            query));
        }
    }
}
