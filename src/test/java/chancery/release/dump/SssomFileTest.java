package chancery.release.dump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

class SssomFileTest {
    private static final String LINKS =
            """
            <id/link/a> a chy:Link ; chy:linkSubject state:north ; chy:linkRelation skos:exactMatch ;
              chy:linkObject <http://www.wikidata.org/entity/Q1> ; chy:itemLabel "North|South" ;
              chy:linkMethod <https://w3id.org/semapv/vocab/ManualMappingCuration> ;
              chy:linkAuthor "one|two", "three" .
            <id/link/b> a chy:Link ; chy:linkSubject state:north ; chy:linkRelation skos:exactMatch ;
              chy:linkObject <http://www.wikidata.org/entity/Q1> ;
              chy:linkMethod <https://w3id.org/semapv/vocab/CompositeMatching> .
            <id/link/c> a chy:Link ; chy:linkSubject state:north ; chy:linkRelation chy:notSameAs ;
              chy:linkObject <http://www.wikidata.org/entity/Q1> ;
              chy:linkMethod <https://w3id.org/semapv/vocab/ManualMappingCuration> .
            """;

    @Test
    void linksOfOnePairByOtherMethodsOrDeniedHaveALineEach() throws IOException {
        List<String> lines = lines();
        assertEquals(3, lines.size(), lines.toString());
        assertEquals(1, lines.stream().filter(line -> line.contains("\tNot\t")).count());
        assertEquals(
                1,
                lines.stream().filter(line -> line.contains("semapv:CompositeMatching")).count());
    }

    @Test
    void aBarIsEscapedOnlyWhereBarsStandBetweenValues() throws IOException {
        String line =
                lines().stream().filter(each -> each.contains("North")).findFirst().orElse("");
        assertTrue(line.contains("\tNorth|South\t"), line);
        assertTrue(line.contains("one\\|two") && line.contains("three"), line);
    }

    /// The lines below the names of the columns.
    private static List<String> lines() throws IOException {
        Graph graph = Dumped.graph(LINKS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (SssomFile file = new SssomFile(bytes, Dumped.EDITION)) {
            for (Node subject : graph.find().mapWith(Triple::getSubject).toSet()) {
                file.subject(subject, graph.find(subject, Node.ANY, Node.ANY).toList());
            }
        }
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("state:"))
                .toList();
    }
}
