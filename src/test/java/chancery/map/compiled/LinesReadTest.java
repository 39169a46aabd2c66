package chancery.map.compiled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chancery.map.NTriples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDFBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesReadTest {
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "plain",
                    "two\nlines\r\n",
                    "a \"quoted\" word",
                    "\\",
                    "ends in a backslash\\",
                    " . ",
                    "> . <",
                    "Füzuli Фузули 福",
                    "\uD83D\uDE00 \t\f\b\0",
                    "\"@en",
                    "\"^^<http://example.org/t>");

    private static final List<Node> OBJECTS = objects();

    private static List<Node> objects() {
        List<Node> objects = new ArrayList<>();
        for (String text : TEXTS) {
            objects.add(NodeFactory.createLiteralString(text));
            objects.add(NodeFactory.createLiteralLang(text, "en"));
            objects.add(NodeFactory.createLiteralLang(text, "az-Cyrl-AZ"));
            objects.add(NodeFactory.createLiteralDirLang(text, "ar", "rtl"));
            objects.add(NodeFactory.createLiteralDT(text, XSDDatatype.XSDdate));
        }
        objects.add(NodeFactory.createURI("http://example.org/o"));
        objects.add(NodeFactory.createURI("http://example.org/ö#row=7"));
        objects.add(NodeFactory.createBlankNode("b0"));
        objects.add(
                NodeFactory.createTripleTerm(
                        NodeFactory.createURI("http://example.org/s"),
                        NodeFactory.createURI("http://example.org/p"),
                        NodeFactory.createLiteralString("inner")));
        return objects;
    }

    private static byte[] lines(List<Triple> triples) {
        StringBuilder lines = new StringBuilder();
        triples.forEach(NTriples.lines(NTriples.end(Optional.empty()), lines::append));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Triple> byJena(byte[] lines) {
        List<Triple> triples = new ArrayList<>();
        RDFParser.source(new ByteArrayInputStream(lines))
                .lang(Lang.NTRIPLES)
                .checking(false)
                .labelToNode(LabelToNode.createUseLabelEncoded())
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                triples.add(triple);
                            }
                        });
        return triples;
    }

    @Test
    void readsWhatJenaReads() {
        Random random = new Random(11);
        List<Triple> triples = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            Node subject =
                    i % 50 == 0
                            ? NodeFactory.createBlankNode("b" + i)
                            : NodeFactory.createURI("http://example.org/s" + i / 7);
            triples.add(
                    Triple.create(
                            subject,
                            NodeFactory.createURI("http://example.org/p" + random.nextInt(5)),
                            random.nextInt(4) == 0
                                    ? NodeFactory.createLiteralString("number " + i)
                                    : OBJECTS.get(random.nextInt(OBJECTS.size()))));
        }
        byte[] lines = lines(triples);
        assertEquals(byJena(lines), new LinesRead().read(lines, lines.length));
    }

    @Test
    void whatStandsBehindTheLinesIsNotRead() {
        List<Triple> one =
                List.of(
                        Triple.create(
                                NodeFactory.createURI("http://example.org/s"),
                                NodeFactory.createURI("http://example.org/p"),
                                NodeFactory.createURI("http://example.org/o")));
        byte[] lines = lines(one);
        byte[] more = java.util.Arrays.copyOf(lines, lines.length + 100);
        assertEquals(one, new LinesRead().read(more, lines.length));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://example.org/s> <http://example.org/p> <http://example.org/a b> .\n",
                "<http://example.org/s> <http://example.org/p> <http://example.org/a>b> .\n",
                "<http://example.org/s> <http://example.org/p> .\n",
                "<http://example.org/s> <http://example.org/p> \"never closed .\n",
                "<http://example.org/s> <http://example.org/p> \"a\"^^<http://example.org/t .\n",
                "<http://example.org/s> \"p\" <http://example.org/o> .\n",
            })
    void whatJenaRefusesIsRefused(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assertThrows(RuntimeException.class, () -> byJena(bytes));
        assertThrows(RuntimeException.class, () -> new LinesRead().read(bytes, bytes.length));
    }
}
