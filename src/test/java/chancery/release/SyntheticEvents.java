package chancery.release;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/// Events between states as a mapped table has them: ten triples each, ids in no order; one in a
/// hundred is claimed by a source, and one claim in ten disputed. The same from the same seed.
final class SyntheticEvents {
    private static final Base BASE = Base.DEFAULT;
    private static final int STATES = 200;
    private static final int SOURCES = 24;
    private static final int DAYS = 20_000;
    private static final int TRIPLES_AN_EVENT = 10;
    private static final int CLAIMED_ONE_IN = 100;
    private static final int DISPUTED_ONE_IN = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    private static final String[] WORDS = {
        "talks",
        "visit",
        "agreement",
        "protest",
        "note",
        "summit",
        "aid",
        "embargo",
        "treaty",
        "border",
        "gas",
        "loan",
        "exercise",
        "mediation",
        "ceasefire",
        "élection"
    };

    private final long wanted;
    private final SplittableRandom random;
    private long written;

    /// @param triples how many, about; a few more
    SyntheticEvents(long triples, long seed) {
        this.wanted = triples;
        this.random = new SplittableRandom(seed);
    }

    void writeTo(StreamRDF sink) {
        Node register = BASE.graph("register");
        for (int i = 0; i < STATES; i++) {
            thing(sink, register, state(i), "State", "State " + i);
        }
        for (int i = 0; i < SOURCES; i++) {
            thing(sink, register, source(i), "Source", "Source " + i);
        }
        for (int i = 0; i < DAYS; i++) {
            thing(sink, register, day(i), "Time", FIRST_DAY.plusDays(i).toString());
        }
        for (long i = 0; written < wanted; i++) {
            event(sink, i);
        }
    }

    private void put(StreamRDF sink, Node graph, Node subject, Node predicate, Node object) {
        sink.quad(Quad.create(graph, subject, predicate, object));
        written++;
    }

    private void thing(StreamRDF sink, Node graph, Node thing, String type, String label) {
        put(sink, graph, thing, RDF.Nodes.type, Chy.term(type));
        put(sink, graph, thing, RDFS.label.asNode(), NodeFactory.createLiteralLang(label, "en"));
    }

    private static Node state(int number) {
        return BASE.id("state", "state-" + number);
    }

    private static Node source(int number) {
        return BASE.id("source", "source-" + number);
    }

    private static Node day(int number) {
        return BASE.id("time", FIRST_DAY.plusDays(number).toString());
    }

    private void event(StreamRDF sink, long number) {
        Node graph = BASE.graph("best");
        // a step that no power of two divides goes through all numbers of 64 bits, in no order
        Node event = BASE.id("event", "e-" + Long.toHexString(number * 0x9E3779B97F4A7C15L));
        Node first = state(random.nextInt(STATES));
        Node second = state(random.nextInt(STATES));
        Node day = day(random.nextInt(DAYS));
        String label = words() + " between " + slug(first) + " and " + slug(second);
        thing(sink, graph, event, "Event", label);
        List<Triple> more = new ArrayList<>();
        more.add(triple(event, "initiator", first));
        more.add(triple(event, "target", second));
        more.add(triple(event, "time", day));
        more.add(triple(event, "kind", BASE.id("concept", "kind-" + random.nextInt(300))));
        more.add(triple(event, "number", integer(random.nextInt(1_000_000))));
        more.add(triple(event, "amount", decimal(random.nextInt(100_000_000))));
        more.add(triple(event, "latitude", decimal(random.nextInt(18_000))));
        more.add(triple(event, "longitude", decimal(random.nextInt(36_000))));
        for (Triple triple : more) {
            put(sink, graph, triple.getSubject(), triple.getPredicate(), triple.getObject());
        }
        assert more.size() + 2 == TRIPLES_AN_EVENT;
        if (number % CLAIMED_ONE_IN == 0) {
            claim(sink, number / CLAIMED_ONE_IN, more.get(2));
        }
    }

    private void claim(StreamRDF sink, long number, Triple triple) {
        int in = random.nextInt(SOURCES);
        Node graph = BASE.graph("source/source-" + in);
        Node claim = BASE.id("claim", "c-" + number);
        Node passage = BASE.id("passage", "p-" + number);
        put(sink, graph, claim, RDF.Nodes.type, Chy.term("Claim"));
        put(sink, graph, claim, RDF.Nodes.subject, triple.getSubject());
        put(sink, graph, claim, RDF.Nodes.predicate, triple.getPredicate());
        put(sink, graph, claim, RDF.Nodes.object, triple.getObject());
        put(sink, graph, claim, Chy.term("statedIn"), source(in));
        put(sink, graph, claim, Chy.term("passage"), passage);
        put(sink, graph, passage, RDF.Nodes.type, Chy.term("Passage"));
        put(sink, graph, passage, Chy.term("source"), source(in));
        if (number % DISPUTED_ONE_IN == 0) {
            Node disputes = BASE.graph("disagreements");
            Node disagreement = BASE.id("disagreement", "d-" + number);
            put(sink, disputes, disagreement, RDF.Nodes.type, Chy.term("Disagreement"));
            put(sink, disputes, disagreement, Chy.term("position"), claim);
            put(sink, disputes, disagreement, Chy.term("about"), triple.getSubject());
        }
    }

    private String words() {
        return WORDS[random.nextInt(WORDS.length)] + " and " + WORDS[random.nextInt(WORDS.length)];
    }

    private static String slug(Node state) {
        return state.getURI().substring(state.getURI().lastIndexOf('/') + 1);
    }

    private static Triple triple(Node subject, String property, Node value) {
        return Triple.create(subject, Chy.term(property), value);
    }

    private static Node integer(int value) {
        return NodeFactory.createLiteralDT(Integer.toString(value), XSDDatatype.XSDinteger);
    }

    private static Node decimal(int hundredths) {
        return NodeFactory.createLiteralDT(
                hundredths / 100 + "." + (hundredths / 10 % 10) + (hundredths % 10),
                XSDDatatype.XSDdecimal);
    }
}
