package chancery.reconcile;

import static chancery.reconcile.Manifest.ordered;

import chancery.reconcile.Candidate.Kind;
import chancery.search.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/// Values of properties for things that have been reconciled.
final class Extension {
    private static final int MOST_THINGS = 1_000;
    private static final int MOST_PROPERTIES = 50;

    /// Offered beside the properties of the ontology.
    private static final List<Kind> NAMES =
            List.of(
                    new Kind("label", "label"),
                    new Kind("altLabel", "other names"),
                    new Kind("type", "type"),
                    new Kind(Scoring.WIKIDATA, "Wikidata item"));

    /// Things that are looked at to see which properties a class has.
    private static final int SAMPLE = 200;

    private final Entities entities;
    private final Deadline deadline;

    Extension(Entities entities, Deadline deadline) {
        this.deadline = deadline;
        this.entities = entities;
    }

    /// What is asked for.
    private record Wanted(List<String> ids, List<String> properties) {}

    private static Wanted wanted(String where, String text) throws BadQuery {
        Map<?, ?> query = QueryReader.object(where, Json.read(where, text));
        List<String> ids = QueryReader.values(query.get("ids"));
        List<String> properties = new ArrayList<>();
        for (Object each : QueryReader.list(query.get("properties"))) {
            Map<?, ?> property = QueryReader.object(where + "/properties", each);
            properties.add(QueryReader.text(where + "/properties/id", property.get("id")));
        }
        if (ids.size() > MOST_THINGS) {
            throw BadQuery.tooMuch(where + "/ids", ids.size() + " ids", "at most " + MOST_THINGS);
        }
        if (properties.isEmpty() || properties.size() > MOST_PROPERTIES) {
            throw new BadQuery(
                    where + "/properties",
                    properties.size() + " properties",
                    "1 to " + MOST_PROPERTIES);
        }
        return new Wanted(ids, properties);
    }

    /// Rows by id, as version 0.2 has them.
    Map<String, Object> ofVersion02(String text) throws BadQuery {
        Wanted wanted = wanted("extend", text);
        Map<String, Object> rows = new LinkedHashMap<>();
        for (String id : wanted.ids()) {
            Map<String, Object> row = new LinkedHashMap<>();
            wanted.properties().forEach(property -> row.put(property, values(id, property)));
            rows.put(id, row);
        }
        return ordered("meta", meta(wanted), "rows", rows);
    }

    /// A list of rows, as the draft has them.
    Map<String, Object> ofDraft(String text) throws BadQuery {
        Wanted wanted = wanted("body", text);
        List<Object> rows = new ArrayList<>();
        for (String id : wanted.ids()) {
            List<Object> properties =
                    wanted.properties().stream()
                            .<Object>map(
                                    property ->
                                            ordered("id", property, "values", values(id, property)))
                            .toList();
            rows.add(ordered("id", id, "properties", properties));
        }
        return ordered("meta", meta(wanted), "rows", rows);
    }

    private List<Object> meta(Wanted wanted) throws BadQuery {
        List<Object> meta = new ArrayList<>();
        for (String id : wanted.properties()) {
            Kind kind =
                    named(id)
                            .or(() -> entities.property(id).map(entities::kind))
                            .orElseThrow(
                                    () ->
                                            new BadQuery(
                                                    "properties",
                                                    "\"" + id + "\"",
                                                    "one of those that /suggest/property lists"));
            meta.add(ordered("id", id, "name", kind.name()));
        }
        return meta;
    }

    private static Optional<Kind> named(String id) {
        return NAMES.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    private List<Object> values(String id, String property) {
        deadline.check();
        Optional<Node> thing = entities.thing(id);
        if (thing.isEmpty()) {
            return List.of();
        }
        return switch (property) {
            case "label" -> strings(entities.labels(thing.get()).map(Node::getLiteralLexicalForm));
            case "altLabel" -> strings(entities.otherNames(thing.get()).stream());
            case "type" -> strings(entities.types(thing.get()).stream().map(Kind::name).limit(1));
            case Scoring.WIKIDATA -> strings(entities.wikidata(thing.get()).stream());
            default ->
                    entities.property(property).stream()
                            .flatMap(it -> entities.values(thing.get(), it))
                            .sorted((a, b) -> a.toString().compareTo(b.toString()))
                            .map(this::value)
                            .toList();
        };
    }

    private static List<Object> strings(Stream<String> texts) {
        return texts.sorted().<Object>map(text -> ordered("str", text)).toList();
    }

    private Object value(Node value) {
        if (value.isLiteral()) {
            String text = value.getLiteralLexicalForm();
            String type = value.getLiteralDatatypeURI();
            boolean isInt =
                    type.equals(XSD.integer.getURI())
                            || type.equals(XSD.nonNegativeInteger.getURI());
            if (isInt && text.matches("-?[0-9]{1,15}")) {
                return ordered("int", Long.valueOf(text));
            }
            return type.equals(XSD.decimal.getURI()) && text.matches("-?[0-9]{1,15}(\\.[0-9]+)?")
                    ? ordered("float", Double.valueOf(text))
                    : ordered("str", text);
        }
        Optional<String> time = entities.edtf(value);
        if (time.isPresent()) {
            return ordered("str", time.get());
        }
        return entities.isOurs(value.getURI())
                ? ordered("id", entities.id(value), "name", entities.name(value))
                : ordered("str", value.getURI());
    }

    /// Properties that things of a class have.
    Map<String, Object> proposed(String type, int limit) {
        List<Object> properties = new ArrayList<>();
        NAMES.forEach(kind -> properties.add(Manifest.kind(kind)));
        entities.type(type).stream()
                .flatMap(node -> entities.some(node, SAMPLE))
                .peek(thing -> deadline.check())
                .flatMap(entities::propertiesOf)
                .distinct()
                .map(entities::kind)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .forEach(kind -> properties.add(Manifest.kind(kind)));
        return ordered(
                "type", type,
                "limit", limit,
                "properties", properties.subList(0, Math.min(limit, properties.size())));
    }

    /// All properties that can be asked for, or that conditions can be about.
    List<Kind> all() {
        List<Kind> all = new ArrayList<>(NAMES);
        all.add(new Kind(Scoring.DATE, "any date (EDTF)"));
        all.add(new Kind(Scoring.COUNTRY, "state it belongs to or is about"));
        all.addAll(entities.allProperties());
        return all;
    }
}
