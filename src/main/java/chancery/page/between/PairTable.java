package chancery.page.between;

import chancery.page.GraphView;
import chancery.page.Link;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.Node;

/// All that was chosen of what is between two states, for programs: as CSV, as JSON, or the things
/// alone. `docs/pages.md` names the columns and members.
///
/// Lives as long as the [GraphView].
public final class PairTable {
    private static final String COLUMNS =
            "kind,thing,name,first,last,dates,accepted,stances,sources,disagreements\r\n";

    private final GraphView graph;
    private final PairPage.Pair pair;
    private final Things all;
    private final Choice choice;
    private final List<Item> items;

    /// @param all that is between the two, in the same graph
    public PairTable(GraphView graph, PairPage.Pair pair, Things all, Choice choice) {
        this.graph = graph;
        this.pair = pair;
        this.all = all;
        this.choice = choice;
        this.items = all.chosen(choice);
    }

    /// The things themselves.
    public List<Node> things() {
        return items.stream().map(Item::node).toList();
    }

    /// As RFC 4180 has it; several values of a cell have `; ` between them.
    public String csv() {
        StringBuilder csv = new StringBuilder(COLUMNS);
        for (Item item : items) {
            csv.append(
                            List.of(
                                            item.kind().className(),
                                            item.node().toString(),
                                            graph.link(item.node()).text(),
                                            item.first().map(Object::toString).orElse(""),
                                            item.last().map(Object::toString).orElse(""),
                                            dates(item),
                                            "" + item.isSure(),
                                            names(List.copyOf(item.stances())),
                                            names(List.copyOf(item.sources())),
                                            "" + item.disputes().size())
                                    .stream()
                                    .map(PairTable::cell)
                                    .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private String dates(Item item) {
        return item.dates().stream()
                .map(
                        date ->
                                local(date.property())
                                        + " "
                                        + (date.edtf().isEmpty()
                                                ? graph.link(date.value()).text()
                                                : date.edtf()))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private static String names(List<Node> nodes) {
        return nodes.stream().map(PairTable::local).sorted().collect(Collectors.joining("; "));
    }

    /// The end of an IRI.
    static String local(Node node) {
        String text = node.toString();
        return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('#')) + 1);
    }

    private static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /// @param issued date of the release; `""` if it gives none
    /// @param base   the release's base IRI, ends in `/`
    public String json(String releaseId, String issued, String base) {
        JsonObject answer = new JsonObject();
        answer.put("release", releaseId);
        if (!issued.isEmpty()) {
            answer.put("issued", issued);
        }
        JsonArray states = new JsonArray();
        states.add(named(graph.link(pair.first(graph))));
        states.add(named(graph.link(pair.second(graph))));
        answer.put("between", states);
        answer.put("query", PairPage.query(graph, pair, all, choice, base));
        answer.put("count", items.size());
        JsonArray things = new JsonArray();
        Rows rows = new Rows(graph);
        items.forEach(item -> things.add(thing(item, rows.of(item))));
        answer.put("things", things);
        JsonArray leaders = new JsonArray();
        for (Leaders each : PairPage.leaders(graph, pair, all, choice, items)) {
            each.tenures().forEach(tenure -> leaders.add(tenure(each.state(), tenure)));
        }
        answer.put("leaders", leaders);
        return JSON.toString(answer) + "\n";
    }

    private JsonObject thing(Item item, Row row) {
        JsonObject json = named(row.thing());
        json.put("kind", item.kind().className());
        item.first().ifPresent(day -> json.put("first", day.toString()));
        item.last().ifPresent(day -> json.put("last", day.toString()));
        json.put("dates", dates(row.dates()));
        json.put("accepted", item.isSure());
        JsonArray stances = new JsonArray();
        item.stances().stream().map(PairTable::local).sorted().forEach(stances::add);
        json.put("stances", stances);
        json.put("sources", named(row.sources()));
        json.put("disagreements", named(row.disputes()));
        return json;
    }

    private JsonObject tenure(Link state, Leaders.Tenure tenure) {
        JsonObject json = named(tenure.tenure());
        json.put("state", named(state));
        json.put("holder", named(tenure.holder()));
        json.put("office", named(tenure.office()));
        json.put("dates", dates(tenure.dates()));
        return json;
    }

    private JsonArray dates(List<Row.Date> dates) {
        JsonArray array = new JsonArray();
        for (Row.Date date : dates) {
            JsonObject json = new JsonObject();
            json.put("property", graph.iri(date.property().href()));
            if (!date.edtf().isEmpty()) {
                json.put("edtf", date.edtf());
            }
            json.put("words", date.words().text());
            JsonArray claims = new JsonArray();
            date.marks().forEach(mark -> claims.add(graph.iri(mark.href())));
            json.put("claims", claims);
            array.add(json);
        }
        return array;
    }

    private JsonArray named(List<Link> links) {
        JsonArray array = new JsonArray();
        links.forEach(link -> array.add(named(link)));
        return array;
    }

    private JsonObject named(Link link) {
        JsonObject json = new JsonObject();
        String iri = graph.iri(link.href());
        if (!iri.isEmpty()) {
            json.put("iri", iri);
        }
        json.put("label", link.text());
        return json;
    }
}
