package chancery.evidence;

import chancery.check.Value;
import chancery.map.Statement;
import chancery.measure.Quantity;
import chancery.time.Bounds;
import chancery.time.Edtf;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.jspecify.annotations.Nullable;

/// Times and quantities are resources named after their content: this describes each one that
/// occurs, once.
public final class ValueNodes {
    private final Base base;
    private final Map<Node, Edtf> times = new LinkedHashMap<>();
    private final Map<Node, Quantity> quantities = new LinkedHashMap<>();

    public ValueNodes(Base base) {
        this.base = base;
    }

    /// Remembers the object of the statement if it is a time or a quantity.
    public void add(Statement statement) {
        Node object = statement.triple().getObject();
        if (statement.value() instanceof Value.Time time && object.isURI()) {
            times.put(object, time.edtf());
        } else if (statement.value() instanceof Value.Quantity amount && object.isURI()) {
            quantities.put(object, amount.quantity());
        }
    }

    /// Remembers a time that is known by another way than a table.
    public void add(Node node, Edtf time) {
        times.put(node, time);
    }

    /// Remembers a figure that is known by another way than a table.
    public void add(Node node, Quantity quantity) {
        quantities.put(node, quantity);
    }

    public Optional<Edtf> time(Node node) {
        return Optional.ofNullable(times.get(node));
    }

    public Optional<Quantity> quantity(Node node) {
        return Optional.ofNullable(quantities.get(node));
    }

    public void describe(Consumer<Triple> out) {
        times.forEach((node, edtf) -> describeTime(node, edtf, out));
        quantities.forEach((node, quantity) -> describeQuantity(node, quantity, out));
    }

    private static void describeTime(Node node, Edtf edtf, Consumer<Triple> out) {
        Bounds bounds = edtf.bounds();
        out.accept(Triple.create(node, RDF.Nodes.type, Chy.TIME));
        out.accept(Triple.create(node, Chy.term("edtf"), text(edtf.toString())));
        out.accept(Triple.create(node, RDFS.label.asNode(), text(edtf.toString())));
        bound(node, "startEarliest", bounds.startEarliest(), out);
        bound(node, "startLatest", bounds.startLatest(), out);
        bound(node, "endEarliest", bounds.endEarliest(), out);
        bound(node, "endLatest", bounds.endLatest(), out);
    }

    private static void bound(
            Node node, String property, @Nullable LocalDate day, Consumer<Triple> out) {
        if (day != null) {
            out.accept(Triple.create(node, Chy.term(property), date(day)));
        }
    }

    /// The literal of a day.
    public static Node date(LocalDate day) {
        // xsd:date has no plus before a year of more than four digits
        String written = day.toString().replace("+", "");
        return NodeFactory.createLiteralDT(written, XSDDatatype.XSDdate);
    }

    private void describeQuantity(Node node, Quantity quantity, Consumer<Triple> out) {
        out.accept(Triple.create(node, RDF.Nodes.type, Chy.QUANTITY));
        out.accept(Triple.create(node, RDFS.label.asNode(), text(quantity.label())));
        out.accept(Triple.create(node, Chy.term("value"), decimal(quantity.value())));
        BigDecimal upper = quantity.upperValue();
        if (upper != null) {
            out.accept(Triple.create(node, Chy.term("upperValue"), decimal(upper)));
        }
        out.accept(
                Triple.create(
                        node, Chy.term("unit"), NodeFactory.createURI(quantity.unit().iri())));
        out.accept(
                Triple.create(
                        node, Chy.term("bound"), base.id("concept", quantity.bound().slug())));
        out.accept(Triple.create(node, Chy.term("resolution"), decimal(quantity.resolution())));
    }

    private static Node decimal(BigDecimal number) {
        // the canonical form, which is the one the database gives back
        BigDecimal plain = number.stripTrailingZeros();
        BigDecimal canonical = plain.scale() < 1 ? plain.setScale(1) : plain;
        return NodeFactory.createLiteralDT(canonical.toPlainString(), XSDDatatype.XSDdecimal);
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
