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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/// Claims as many as wanted, made up from a seed: events, agreements, tenures, observations and
/// conditions, most of them told by several sources, of which some are editions of one work. One
/// value in a hundred is another than the other sources have, one claim in five hundred a denial,
/// one in ten only somebody's word.
final class SyntheticClaims {
    private static final Base BASE = Base.DEFAULT;
    private static final int SOURCES = 24;
    private static final int EDITIONS = 6;
    private static final int STATES = 200;
    private static final int TENURES_OF_AN_OFFICE = 12;
    private static final List<String> QUALITIES =
            List.of("friendly", "sour", "allied", "non-aligned", "close", "neutral", "support");

    final ValueNodes values = new ValueNodes(BASE);
    final Set<ClaimKey> claims = new LinkedHashSet<>();
    final Set<Triple> register = new LinkedHashSet<>();
    private final Random random;
    private int things;

    SyntheticClaims(int size, long seed) {
        random = new Random(seed);
        register();
        while (claims.size() < size) {
            things++;
            switch (things % 5) {
                case 0 -> event();
                case 1 -> agreement();
                case 2 -> tenure();
                case 3 -> observation();
                default -> condition();
            }
        }
    }

    private void register() {
        for (int edition = 0; edition < EDITIONS; edition++) {
            Node source = thing("source", "s" + edition);
            register.add(Triple.create(source, Chy.term("origin"), thing("work", "w")));
            if (edition > 0) {
                Node earlier = thing("source", "s" + (edition - 1));
                register.add(Triple.create(source, Chy.term("revisionOf"), earlier));
            }
        }
        opposed("friendly", "sour");
        opposed("allied", "non-aligned");
        opposed("neutral", "support");
        register.add(
                Triple.create(
                        thing("concept", "visit"), Chy.term("functionalRole"), Chy.term("agent")));
        for (int state = 0; state < STATES; state++) {
            register.add(
                    Triple.create(thing("state", "x" + state), RDF.Nodes.type, Chy.term("State")));
            say(thing("state", "x" + state), "begin", time("1900"));
        }
    }

    private void opposed(String one, String other) {
        Node a = thing("concept", one);
        Node b = thing("concept", other);
        register.add(Triple.create(a, Chy.term("opposedTo"), b));
        register.add(Triple.create(b, Chy.term("opposedTo"), a));
    }

    private void event() {
        Node event = thing("event", "e" + things);
        tell(event, "eventType", thing("concept", "visit"));
        tell(event, "time", day());
        tell(event, "place", thing("place", "p" + random.nextInt(5000)));
        tell(event, "agent", thing("person", "h" + random.nextInt(20000)));
        tell(event, "participant", state());
    }

    private void agreement() {
        Node agreement = thing("agreement", "a" + things);
        tell(agreement, "party", state());
        tell(agreement, "party", state());
        tell(agreement, "signed", day());
    }

    private void tenure() {
        Node tenure = thing("tenure", "t" + things);
        int number = things / 5;
        Node office = thing("office", "o" + number / TENURES_OF_AN_OFFICE);
        Node seats = NodeFactory.createLiteralByValue(1);
        register.add(Triple.create(office, Chy.term("seats"), seats));
        int year = 1930 + 7 * (number % TENURES_OF_AN_OFFICE);
        tell(tenure, "office", office);
        tell(tenure, "holder", thing("person", "h" + random.nextInt(20000)));
        tell(tenure, "begin", time(Integer.toString(year)));
        tell(tenure, "end", time(Integer.toString(year + 6)));
        tell(tenure, "attested", time(year + random.nextInt(8) + "-0" + (1 + random.nextInt(9))));
    }

    private void observation() {
        Node observation = thing("observation", "q" + things);
        tell(observation, "concerns", state());
        tell(observation, "indicator", thing("concept", "length"));
        tell(observation, "quantity", figure());
        tell(observation, "time", time(Integer.toString(1950 + random.nextInt(70))));
    }

    private void condition() {
        Node condition = thing("condition", "c" + things);
        tell(condition, "bearer", state());
        tell(condition, "toward", thing("state", "x" + random.nextInt(10)));
        String quality = QUALITIES.get(random.nextInt(QUALITIES.size()));
        tell(condition, "quality", thing("concept", quality));
        tell(condition, "attested", time(Integer.toString(1950 + random.nextInt(70))));
    }

    /// What one to three sources say, one in a hundred times with another value.
    private void tell(Node subject, String property, Node value) {
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            say(subject, property, random.nextInt(100) == 0 ? other(property, value) : value);
        }
    }

    private void say(Node subject, String property, Node value) {
        boolean denies = random.nextInt(500) == 0;
        String statement = random.nextInt(10) == 0 ? "said-" + random.nextInt(50_000) : "";
        claims.add(
                new ClaimKey(
                        Triple.create(subject, Chy.term(property), value),
                        "s" + source(),
                        denies ? Stance.DENIES : Stance.ASSERTS,
                        statement));
    }

    /// One thing in three is told by editions of one work.
    private int source() {
        return things % 3 == 0
                ? random.nextInt(EDITIONS)
                : EDITIONS + random.nextInt(SOURCES - EDITIONS);
    }

    private Node other(String property, Node value) {
        return switch (property) {
            case "time", "signed", "attested", "begin", "end" -> day();
            case "quantity" -> figure();
            default -> NodeFactory.createURI(value.getURI() + "-or-not");
        };
    }

    private Node state() {
        return thing("state", "x" + random.nextInt(STATES));
    }

    private Node day() {
        return time(
                "%d-%02d-%02d"
                        .formatted(
                                1930 + random.nextInt(90),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28)));
    }

    private Node time(String edtf) {
        try {
            Edtf time = Edtf.parse(edtf);
            Node node = BASE.id("time", time.pathSafe());
            values.add(node, time);
            return node;
        } catch (BadTime e) {
            throw new IllegalArgumentException(edtf, e);
        }
    }

    private Node figure() {
        String text = (1 + random.nextInt(9999)) + (random.nextBoolean() ? " km" : " mi");
        try {
            Quantity quantity = Quantity.parse(text);
            Node node = BASE.id("quantity", quantity.pathSafe());
            values.add(node, quantity);
            return node;
        } catch (BadQuantity e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Node thing(String kind, String id) {
        return BASE.id(kind, id);
    }
}
