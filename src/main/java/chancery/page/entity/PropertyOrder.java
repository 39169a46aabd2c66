package chancery.page.entity;

import chancery.vocab.Chy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// In which order a table of facts tells: what it is, who takes part, when, where, the rest.
public final class PropertyOrder {
    private static final List<List<String>> GROUPS =
            List.of(
                    List.of(
                            "stateKind",
                            "officeKind",
                            "agreementType",
                            "eventType",
                            "organisationKind",
                            "placeKind",
                            "facilityType",
                            "membershipKind",
                            "provisionType",
                            "provisionOf",
                            "ofKind",
                            "indicator",
                            "quantity",
                            "status",
                            "quality"),
                    List.of(
                            "party",
                            "signatory",
                            "between",
                            "holder",
                            "office",
                            "officeOf",
                            "seats",
                            "member",
                            "organisation",
                            "bearer",
                            "toward",
                            "agent",
                            "target",
                            "host",
                            "participant",
                            "speaker",
                            "addressee"),
                    List.of(
                            "time",
                            "signed",
                            "entryIntoForce",
                            "begin",
                            "end",
                            "ended",
                            "attested",
                            "duration",
                            "covers"),
                    List.of("place", "signedAt", "locatedIn", "capital"));

    private static final List<String> LAST = List.of("earliest", "latest", "holds", "linkEvidence");

    private static final Map<Node, Integer> RANKS = ranks();
    private static final int OTHERS = 500;

    private PropertyOrder() {}

    public static int rank(Node property) {
        return RANKS.getOrDefault(property, OTHERS);
    }

    private static Map<Node, Integer> ranks() {
        Map<Node, Integer> ranks = new HashMap<>();
        Stream<String> first = GROUPS.stream().flatMap(List::stream);
        first.forEach(name -> ranks.put(Chy.term(name), ranks.size()));
        LAST.forEach(name -> ranks.put(Chy.term(name), 2 * OTHERS + ranks.size()));
        return Map.copyOf(ranks);
    }
}
