package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// A release made with another list of rules: other decisions over the same claims.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherRulesTest {
    private static final Base BASE = Base.DEFAULT;

    private Map<Node, Set<Triple>> before = Map.of();
    private Map<Node, Set<Triple>> after = Map.of();

    @BeforeAll
    void buildWithoutRules(@TempDir Path folder) throws Exception {
        before = graphs(SeedRelease.folder());
        String header =
                Files.readString(Path.of("seeds/rules.csv")).lines().findFirst().orElseThrow();
        Path rules = Files.writeString(folder.resolve("none.csv"), header + "\n");
        Path releases = folder.resolve("releases");
        Result built =
                Result.of("build", "--rules", rules.toString(), "--releases", releases.toString());
        assertEquals(0, built.exit(), built.out() + built.err());
        after = graphs(releases.resolve(Files.readString(releases.resolve("current")).strip()));
    }

    @Test
    void changesNothingButWhatWasDecided() {
        Set<String> changed = new TreeSet<>();
        assertEquals(before.keySet(), after.keySet());
        before.forEach(
                (graph, triples) -> {
                    if (!triples.equals(of(after, graph))) {
                        changed.add(BASE.relative(graph.getURI()));
                    }
                });
        changed.remove("graph/release");
        assertEquals(Set.of("graph/best", "graph/disagreements"), changed);
    }

    @Test
    void leavesOpenWhatTheRulesDecided() {
        Set<Node> rules = new HashSet<>();
        of(after, BASE.graph("disagreements")).stream()
                .filter(triple -> triple.getPredicate().equals(Chy.term("rule")))
                .forEach(triple -> rules.add(triple.getObject()));
        assertEquals(
                Set.of("curator", "undecided"),
                Set.copyOf(rules.stream().map(Node::getLiteralLexicalForm).toList()));
    }

    @Test
    void aPropertyOfOneValueHasNoneWhileItIsDisputed() {
        Set<Triple> decisions = of(after, BASE.graph("disagreements"));
        Set<Node> open = subjects(decisions, Chy.term("kind"), Chy.term("DifferentValues"));
        Set<Triple> disputed = new HashSet<>();
        for (Triple about : decisions) {
            if (open.contains(about.getSubject())
                    && about.getPredicate().equals(Chy.term("about"))) {
                for (Triple property : decisions) {
                    if (property.getSubject().equals(about.getSubject())
                            && property.getPredicate().equals(Chy.term("onProperty"))) {
                        disputed.add(
                                Triple.create(about.getObject(), property.getObject(), Node.ANY));
                    }
                }
            }
        }
        assertFalse(disputed.isEmpty());
        for (Triple pattern : disputed) {
            assertEquals(Set.of(), matching(of(after, BASE.graph("best")), pattern));
        }
        Triple length =
                Triple.create(
                        BASE.id("observation", "length-of-the-agreed-boundary"),
                        Chy.term("quantity"),
                        Node.ANY);
        assertNotEquals(Set.of(), matching(of(before, BASE.graph("best")), length));
    }

    private static Set<Node> subjects(Set<Triple> triples, Node property, Node object) {
        Set<Node> found = new HashSet<>();
        matching(triples, Triple.create(Node.ANY, property, object))
                .forEach(triple -> found.add(triple.getSubject()));
        return found;
    }

    private static Set<Triple> matching(Set<Triple> triples, Triple pattern) {
        Set<Triple> found = new HashSet<>();
        triples.stream().filter(pattern::matches).forEach(found::add);
        return found;
    }

    private static Set<Triple> of(Map<Node, Set<Triple>> graphs, Node graph) {
        return graphs.getOrDefault(graph, Set.of());
    }

    private static Map<Node, Set<Triple>> graphs(Path release) {
        Map<Node, Set<Triple>> graphs = new HashMap<>();
        RDFParser.source(release.resolve("dumps/chancery.nq"))
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void quad(Quad quad) {
                                graphs.computeIfAbsent(quad.getGraph(), g -> new HashSet<>())
                                        .add(quad.asTriple());
                            }
                        });
        return graphs;
    }
}
