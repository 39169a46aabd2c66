package chancery.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static Thing thing(String id, Set<String> known, Label... labels) {
        return new Thing(
                id,
                List.of(labels),
                "Q6256",
                Set.of("Q6256", "Q3624078"),
                List.of(
                        new Property("P571", "", "1991"),
                        new Property("P17", "Q227", "Azerbaijan"),
                        new Property("P36", "Q9248", "Baku")),
                known);
    }

    private static String answer(String id, String name, int score, String more) {
        return "{\"q0\": {\"result\": [{\"id\": \"%s\", \"name\": \"%s\", \"score\": %d%s}]}}"
                .formatted(id, name, score, more);
    }

    private static Map<Thing, List<Offer>> run(RecordedService recorded, Thing... things)
            throws IOException, ServiceFailure, InterruptedException {
        Map<Thing, List<Offer>> found = new LinkedHashMap<>();
        Patience patience = new Patience(Duration.ZERO, Duration.ofSeconds(20), 1, Duration.ZERO);
        try (Service service =
                new Service(recorded.address(), patience, Waiting.REAL, text -> {})) {
            new Search(service, Protocol.V0_2, 10, 5).run(List.of(things), found::putAll);
        }
        return found;
    }

    @Test
    void aThingIsAskedForInEachLanguageAndOneItemIsOneOffer() throws Exception {
        try (RecordedService recorded =
                new RecordedService(
                        RecordedService.json(answer("Q5", "Northland", 70, "")),
                        RecordedService.json(
                                answer(
                                        "Q5",
                                        "Northland",
                                        95,
                                        ", \"match\": true, \"type\": [{\"id\": \"Q3624078\"}],"
                                                + " \"features\": [{\"id\": \"P571\", \"value\": 100},"
                                                + " {\"id\": \"P17\", \"value\": 0}]")))) {
            Thing north =
                    thing(
                            "state/north",
                            Set.of(),
                            new Label("en", "Northland"),
                            new Label("ru", "Север"));
            List<Offer> offers = run(recorded, north).get(north);
            assertEquals(
                    "[Offer[item=Q5, name=Northland, description=, score=95, reasons=agrees: name,"
                            + " kind, P571 1991; differs: P17 Azerbaijan; not known: P36 Baku; the"
                            + " service is sure; found by \"Northland\"@en, \"Север\"@ru]]",
                    String.valueOf(offers));
            assertEquals(
                    List.of("POST /api en", "POST /api ru"),
                    recorded.requests().stream().map(it -> it.substring(0, 12)).toList());
        }
    }

    @Test
    void whatIsKnownNotToBeItIsNotOffered() throws Exception {
        try (RecordedService recorded =
                new RecordedService(RecordedService.json(answer("Q5", "Samur", 100, "")))) {
            Thing samur = thing("place/samur", Set.of("Q5"), new Label("en", "Samur"));
            assertEquals(Map.of(samur, List.of()), run(recorded, samur));
        }
    }

    @Test
    void namesAreComparedWithoutCaseAccentsAndDots() {
        assertEquals(Reasons.fold("Xocalı-rayonu."), Reasons.fold("xocalı  RAYONU"));
        assertEquals("qəbələ", Reasons.fold("Qəbələ"));
        assertEquals("elcibey", Reasons.fold("Elçibey"));
    }

    @Test
    void noRequestIsLongerThanABatchAndNoThingIsLost() throws Exception {
        Patience patience = new Patience(Duration.ZERO, Duration.ofSeconds(20), 1, Duration.ZERO);
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            things.add(
                    thing(
                            "state/s" + i,
                            Set.of(),
                            new Label("en", "a" + i),
                            new Label("en", "b" + i),
                            new Label("az", "c" + i),
                            new Label("en", "d" + i),
                            new Label("en", "fourth, not asked " + i)));
        }
        try (Service service = new Service("http://x/", patience, Waiting.REAL, text -> {})) {
            Search search = new Search(service, Protocol.V0_2, 10, 5);
            List<Thing> all = new ArrayList<>();
            for (List<Thing> group : search.groups(things)) {
                all.addAll(group);
                for (List<Question> request : search.requests(group)) {
                    assertEquals(true, request.size() <= 10);
                    assertEquals(1, request.stream().map(q -> q.label().lang()).distinct().count());
                }
            }
            assertEquals(things, all);
        }
    }
}
