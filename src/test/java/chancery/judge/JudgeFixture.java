package chancery.judge;

import chancery.evidence.ClaimKey;
import chancery.evidence.Stance;
import chancery.evidence.ValueNodes;
import chancery.measure.BadQuantity;
import chancery.measure.Quantity;
import chancery.time.BadTime;
import chancery.time.Edtf;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/// Claims in a short notation, and what a judge has to know of them.
final class JudgeFixture {
    static final Base BASE = Base.DEFAULT;

    private static final String PREFIXES =
            """
            BASE <https://w3id.org/chancery/id/>
            PREFIX chy: <https://w3id.org/chancery/ontology#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            """;

    private static final String ONTOLOGY =
            """
            chy:signed chy:singleValued true .
            chy:time chy:singleValued true .
            chy:quantity chy:singleValued true .
            chy:ordinal chy:singleValued true .
            chy:place chy:singleValued true .
            chy:quality chy:evaluative true .
            """;

    private final ValueNodes values = new ValueNodes(BASE);
    private final List<ClaimKey> claims = new ArrayList<>();

    /// @param lines each `source[:statement][!] | subject | property | object`; `!` denies; an
    ///     object is a thing (`kind/id`), a time, or a figure with its unit
    static JudgeFixture claims(String... lines) {
        JudgeFixture fixture = new JudgeFixture();
        Arrays.stream(lines).forEach(fixture::claim);
        return fixture;
    }

    private void claim(String line) {
        String[] parts = line.split(" *\\| *", -1);
        boolean denies = parts[0].endsWith("!");
        String[] voice = parts[0].replace("!", "").split(":", -1);
        claims.add(
                new ClaimKey(
                        Triple.create(thing(parts[1]), Chy.term(parts[2]), object(parts[3])),
                        voice[0],
                        denies ? Stance.DENIES : Stance.ASSERTS,
                        voice.length > 1 ? voice[1] : ""));
    }

    static Node thing(String id) {
        return NodeFactory.createURI(BASE.iri() + "id/" + id);
    }

    private Node object(String text) {
        if (text.matches("[a-z-]+/.*")) {
            return thing(text);
        }
        try {
            if (text.contains(" ")) {
                Quantity quantity = Quantity.parse(text);
                Node node = BASE.id("quantity", quantity.pathSafe());
                values.add(node, quantity);
                return node;
            }
            Edtf time = Edtf.parse(text);
            Node node = BASE.id("time", time.pathSafe());
            values.add(node, time);
            return node;
        } catch (BadTime | BadQuantity e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    List<ClaimKey> keys() {
        return claims;
    }

    ClaimKey key(int index) {
        return claims.get(index);
    }

    ValueNodes values() {
        return values;
    }

    /// @param register Turtle, with names relative to `id/`
    Judgement judge(String register, List<Rule> rules) {
        return new Judge(brief(values, register, rules)).judge(claims);
    }

    Judgement judge() {
        return judge("", List.of());
    }

    /// The verdicts in the order of the claims.
    List<Verdict> verdicts(Judgement judgement) {
        return claims.stream().map(judgement::of).toList();
    }

    static Brief brief(ValueNodes values, String register, List<Rule> rules) {
        return brief(values, register, rules, List.of(), List.of());
    }

    static Brief brief(
            ValueNodes values,
            String register,
            List<Rule> rules,
            List<CuratorsRow> curators,
            List<Constraint> constraints) {
        return new Brief(
                BASE,
                new OntologyMarks(graph(ONTOLOGY)),
                values,
                triples(register),
                rules,
                curators,
                constraints);
    }

    private static Collection<Triple> triples(String turtle) {
        return graph(turtle).find().toList();
    }

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createGraphMem();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }
}
