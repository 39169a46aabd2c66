package chancery.serve.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.ResultSetMgr;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.junit.jupiter.api.Test;

class JsonTableTest {
    private static final Var A = Var.alloc("a");
    private static final Var B = Var.alloc("b");

    @Test
    void everyKindOfTermIsReadBackByJena() throws IOException {
        Node iri = NodeFactory.createURI("https://a.example/Əliyev?x=\"1\"");
        List<Node> terms =
                List.of(
                        iri,
                        NodeFactory.createLiteralString("a \"b\" \\ c\n\r\t\u0001\u007f é Ж 中 😀"),
                        NodeFactory.createLiteralString(""),
                        NodeFactory.createLiteralLang("Баку", "ru"),
                        NodeFactory.createLiteralDirLang("باكو", "ar", TextDirection.RTL),
                        NodeFactory.createLiteralDT("1991", XSDDatatype.XSDgYear),
                        NodeFactory.createTripleTerm(
                                Triple.create(
                                        iri,
                                        iri,
                                        NodeFactory.createTripleTerm(
                                                iri, iri, NodeFactory.createLiteralString("x")))));
        List<Binding> rows = new ArrayList<>();
        for (Node term : terms) {
            rows.add(Binding.builder().add(A, term).build());
        }
        assertEquals(rows, readBack(rows));
    }

    @Test
    void aRowWithoutValuesAndATableWithoutRowsAreRight() throws IOException {
        List<Binding> rows = List.of(BindingFactory.empty());
        assertEquals(rows, readBack(rows));
        assertEquals(List.of(), readBack(List.of()));
    }

    @Test
    void theSameBlankNodeHasTheSameNameAndAnotherHasAnother() throws IOException {
        Node one = NodeFactory.createBlankNode("x/y");
        Node other = NodeFactory.createBlankNode("x/z");
        List<Binding> read =
                readBack(
                        List.of(
                                Binding.builder().add(A, one).add(B, other).build(),
                                Binding.builder().add(A, one).add(B, one).build()));
        assertEquals(read.get(0).get(A), read.get(1).get(B));
        assertEquals(
                2, List.of(read.get(0).get(A), read.get(0).get(B)).stream().distinct().count());
    }

    @Test
    void textsOfAnyLengthPassTheEndOfTheBuffer() throws IOException {
        Random random = new Random(7);
        List<Binding> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(400), 1, 0x20000)
                    .filter(c -> c < 0xd800 || c > 0xdfff)
                    .forEach(text::appendCodePoint);
            BindingBuilder row =
                    Binding.builder().add(A, NodeFactory.createLiteralString(text.toString()));
            if (random.nextBoolean()) {
                row.add(B, NodeFactory.createLiteralString("\\".repeat(random.nextInt(20_000))));
            }
            rows.add(row.build());
        }
        assertEquals(rows, readBack(rows));
    }

    private static List<Binding> readBack(List<Binding> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonTable.write(RowSetStream.create(List.of(A, B), rows.iterator()), out);
        RowSet read =
                RowSet.adapt(
                        ResultSetMgr.read(
                                new ByteArrayInputStream(out.toByteArray()),
                                ResultSetLang.RS_JSON));
        assertEquals(List.of(A, B), read.getResultVars());
        List<Binding> all = new ArrayList<>();
        read.forEachRemaining(all::add);
        return all;
    }
}
