package chancery.release.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import chancery.release.ReleaseBuild;
import chancery.vocab.Base;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.optimizer.StatsMatcher;
import org.apache.jena.sparql.sse.SSE;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatisticsTest {
    private static final String BASE = Base.DEFAULT.iri();

    @TempDir private Path folder;

    /// Lines about what stands in the release's own description are left out.
    private List<String> written(String trig) throws Exception {
        try (ReleaseBuild build =
                new ReleaseBuild(
                        folder.resolve("releases"), Base.DEFAULT, LocalDate.of(2026, 1, 31))) {
            RDFParser.fromString("BASE <" + BASE + ">" + trig, Lang.TRIG).parse(build.sink());
            Path release = build.finish().folder();
            return Files.readAllLines(release.resolve("tdb2/Data-0001/" + Statistics.FILE));
        }
    }

    @Test
    void whatIsInSeveralGraphsIsCountedOnce() throws Exception {
        List<String> lines =
                written(
                        """
                        GRAPH <graph/register> { <a> <p> <x>, <y> . <b> <p> <x> . <c> <p> <x> }
                        GRAPH <graph/best> { <a> <p> <x> . <b> <p> <x> }
                        GRAPH <graph/rows> { <b> <p> <x> . <a> <q> <a>, <b>, <c> }
                        """);
        assertEquals(
                List.of(
                        "  ((TERM <%sp> ANY) 1.33)".formatted(BASE),
                        "  ((ANY <%sp> TERM) 2.00)".formatted(BASE),
                        "  ((ANY <%sp> ANY) 4.00)".formatted(BASE),
                        "  ((TERM <%sq> ANY) 3.00)".formatted(BASE),
                        "  ((ANY <%sq> TERM) 1.00)".formatted(BASE),
                        "  ((ANY <%sq> ANY) 3.00)".formatted(BASE)),
                lines.stream()
                        .filter(it -> it.contains(BASE + "p>") || it.contains(BASE + "q>"))
                        .toList());
    }

    @Test
    void jenaFindsEachClassInIt() throws Exception {
        List<String> lines =
                written("GRAPH <graph/register> { <a> a <A> . <b> a <B>, <A> . <c> a <A> }");
        StatsMatcher read = new StatsMatcher(SSE.parse(String.join("\n", lines)));
        assertEquals(3, read.match(SSE.parseTriple("(?x <%s> <%sA>)".formatted(RDF.type, BASE))));
        assertEquals(1, read.match(SSE.parseTriple("(?x <%s> <%sB>)".formatted(RDF.type, BASE))));
    }

    @Test
    void patternsWithAPredicateStillToBeFoundHaveAPlaceToo() throws Exception {
        List<String> lines = written("GRAPH <graph/register> { <a> <p> <x>, <y>, <z> }");
        StatsMatcher read = new StatsMatcher(SSE.parse(String.join("\n", lines)));
        double ofOne = read.match(SSE.parseTriple("(<%sa> ?p ?o)".formatted(BASE)));
        double all = read.match(SSE.parseTriple("(?s ?p ?o)"));
        assertEquals(true, ofOne > 0 && ofOne < all, ofOne + " of one, " + all + " at all");
    }

    @Test
    void namesThatAreUnusualAreReadAsTheyWere() {
        StatisticsText text = new StatisticsText();
        List<String> names =
                List.of("http://x/é", "http://x/'a", "http://x/a\\b", "http://x/a b", "urn:x?y=#z");
        for (int i = 0; i < names.size(); i++) {
            text.ofPredicate(NodeFactory.createURI(names.get(i)), new PredicateCount(i + 1, 1, 1));
        }
        StatsMatcher read = new StatsMatcher(SSE.parse(text.toString()));
        for (int i = 0; i < names.size(); i++) {
            Quad asked =
                    Quad.create(
                            Quad.defaultGraphIRI,
                            SSE.parseNode("?s"),
                            NodeFactory.createURI(names.get(i)),
                            SSE.parseNode("?o"));
            assertEquals(i + 1, read.match(asked.asTriple()), names.get(i));
        }
    }
}
