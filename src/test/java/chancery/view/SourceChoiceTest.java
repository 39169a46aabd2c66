package chancery.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.evidence.ValueNodes;
import chancery.time.BadTime;
import chancery.time.Edtf;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/// Which sources were known on a day.
class SourceChoiceTest {
    private static final Base BASE = Base.DEFAULT;

    private final List<Triple> register = new ArrayList<>();
    private final ValueNodes values = new ValueNodes(BASE);

    @Test
    void dayOfPublicationGoesBeforeTheDayOfTheData() throws BadTime {
        source("late").dated("published", "2010").dated("dataAsOf", "1994");
        source("early").dated("dataAsOf", "1994");
        assertEquals(Set.of("early"), knownOn("2000-01-01"));
        assertEquals(Set.of("early", "late"), knownOn("2010-01-01"));
        assertEquals(List.of(), passedOver("2000-01-01"));
    }

    @Test
    void undatedEditionIsAsOldAsTheDatedOneBeforeItAtLeast() throws BadTime {
        source("first").dated("published", "2010");
        source("second").revising("first");
        source("third").revising("second");
        assertEquals(Set.of(), knownOn("2009-12-31"));
        assertEquals(Set.of("first", "second", "third"), knownOn("2010-01-01"));
    }

    @Test
    void sourceThatNothingDatesIsPassedOverAndNamed() throws BadTime {
        source("dated").dated("published", "2010");
        source("article");
        source("its-revision").revising("article");
        assertEquals(Set.of("dated"), knownOn("2020-01-01"));
        assertEquals(List.of("article", "its-revision"), passedOver("2020-01-01"));
        assertEquals(List.of(), passedOver(""), "only where a day is asked for");
    }

    @Test
    void editionsThatReviseOneAnotherInACircleEnd() {
        source("hen").revising("egg");
        source("egg").revising("hen");
        assertEquals(List.of("egg", "hen"), passedOver("2020-01-01"));
    }

    private Set<String> knownOn(String day) {
        return new TreeSet<>(choice().of(PointOfView.of("", "", day)));
    }

    private List<String> passedOver(String day) {
        return choice().passedOver(PointOfView.of("", "", day));
    }

    private SourceChoice choice() {
        return new SourceChoice(BASE, register, values);
    }

    private Registered source(String id) {
        Node node = BASE.id("source", id);
        register.add(Triple.create(node, RDF.Nodes.type, Chy.SOURCE));
        return new Registered(node);
    }

    private final class Registered {
        private final Node source;

        private Registered(Node source) {
            this.source = source;
        }

        private Registered dated(String property, String edtf) throws BadTime {
            Node time = NodeFactory.createURI(BASE.iri() + "id/time/" + edtf);
            values.add(time, Edtf.parse(edtf));
            register.add(Triple.create(source, Chy.term(property), time));
            return this;
        }

        private void revising(String other) {
            register.add(Triple.create(source, Chy.term("revisionOf"), BASE.id("source", other)));
        }
    }
}
