package chancery.map;

import chancery.describe.Annotations;
import chancery.describe.datatype.BaseTypes;
import chancery.describe.iri.CompactIri;
import chancery.describe.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.XSD;

/// Common properties and notes as triples (Generating RDF from Tabular Data, section 6; the
/// values are read as JSON-LD reads them).
record AnnotationTriples(Annotations annotations, BlankNodes names, Consumer<Triple> into) {
    private static final String CSVW = "http://www.w3.org/ns/csvw#";
    private static final Node NOTE = NodeFactory.createURI(CSVW + "note");
    private static final String UNDETERMINED = "und";

    /// Everything the metadata annotate a group or a table with.
    void write(Node subject) {
        for (Json note : annotations.notes()) {
            values(subject, NOTE, note);
        }
        annotations
                .properties()
                .forEach((name, value) -> values(subject, NodeFactory.createURI(name), value));
    }

    private void values(Node subject, Node predicate, Json json) {
        if (json instanceof Json.Arr array) {
            array.items().forEach(item -> values(subject, predicate, item));
            return;
        }
        node(json).ifPresent(object -> into.accept(Triple.create(subject, predicate, object)));
    }

    private Optional<Node> node(Json json) {
        return switch (json) {
            case Json.Str text -> Optional.of(text(text.text(), annotations.language()));
            case Json.Num number -> Optional.of(number(number.number()));
            case Json.Bool flag ->
                    Optional.of(literal(String.valueOf(flag.truth()), XSD.xboolean.getURI()));
            case Json.Null nothing -> Optional.empty();
            case Json.Arr array -> Optional.empty();
            case Json.Obj object ->
                    object.members().containsKey("@value")
                            ? value(object.members())
                            : Optional.of(thing(object.members()));
        };
    }

    private Optional<Node> value(Map<String, Json> members) {
        if (!(members.get("@value") instanceof Json.Str text)) {
            Json plain = members.get("@value");
            return plain == null ? Optional.empty() : node(plain);
        }
        if (members.get("@type") instanceof Json.Str type) {
            return Optional.of(literal(text.text(), BaseTypes.iri(type.text())));
        }
        return Optional.of(
                members.get("@language") instanceof Json.Str language
                        ? text(text.text(), language.text())
                        : NodeFactory.createLiteralString(text.text()));
    }

    private Node thing(Map<String, Json> members) {
        Node thing =
                members.get("@id") instanceof Json.Str id
                        ? NodeFactory.createURI(annotations.resolve(id.text()))
                        : names.annotation();
        members.forEach(
                (name, value) -> {
                    if (name.equals("@type")) {
                        types(thing, value);
                    } else if (name.indexOf(':') > 0) {
                        values(thing, NodeFactory.createURI(CompactIri.expand(name)), value);
                    }
                });
        return thing;
    }

    private void types(Node thing, Json json) {
        if (json instanceof Json.Arr array) {
            array.items().forEach(item -> types(thing, item));
        } else if (json instanceof Json.Str type) {
            String iri =
                    type.text().indexOf(':') > 0
                            ? CompactIri.expand(type.text())
                            : CSVW + type.text();
            into.accept(Triple.create(thing, RDF.type.asNode(), NodeFactory.createURI(iri)));
        }
    }

    private static Node text(String text, String language) {
        return language.equals(UNDETERMINED)
                ? NodeFactory.createLiteralString(text)
                : NodeFactory.createLiteralLang(text, language);
    }

    private static Node number(BigDecimal number) {
        boolean whole = number.scale() <= 0 && number.precision() - number.scale() <= 21;
        return whole
                ? literal(number.toPlainString(), XSD.integer.getURI())
                : literal(number.toString(), XSD.xdouble.getURI());
    }

    private static Node literal(String lexical, String datatype) {
        return NodeFactory.createLiteralDT(lexical, NodeFactory.getType(datatype));
    }
}
