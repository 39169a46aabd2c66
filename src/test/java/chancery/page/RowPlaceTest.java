package chancery.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.page.entity.SmallGraph;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class RowPlaceTest {
    private static final String ROW = "id/file/list-2016-states#row=12";
    private static final GraphView GRAPH =
            SmallGraph.of(
                    """
                    <id/file/list-2016-states> rdfs:label "states.csv" .
                    <id/file/list-2016-states#row=12> a chy:TableRow ;
                        chy:source <id/source/list-2016> .
                    <id/source/list-2016> chy:show "sentence" .
                    <id/passage/gazette-3-9> a chy:Passage ; chy:charStart 3 ; chy:charEnd 9 ;
                        chy:source <id/source/list-2016> .
                    """);

    @Test
    void aRowIsCalledByItsNumberAndTheNameOfItsFile() {
        assertEquals("row 12 of states.csv", GRAPH.link(GRAPH.node(ROW)).text());
    }

    @Test
    void aRowHasNoCharactersAndNoSentence() {
        PassageView view = PassageView.of(GRAPH, GRAPH.node(ROW), Optional.empty());
        assertEquals(Optional.of(new RowPlace(12, "states.csv")), view.row());
        assertEquals(12, view.start(), "rows come in the order of their file");
        assertEquals(Optional.empty(), view.quotation());
        assertTrue(view.absence().contains("row"), view.absence());
    }

    @Test
    void aPassageOfATextIsNoRow() {
        PassageView view =
                PassageView.of(GRAPH, GRAPH.node("id/passage/gazette-3-9"), Optional.empty());
        assertEquals(Optional.empty(), view.row());
        assertEquals(3, view.start());
    }

    @Test
    void anIriThatOnlyLooksLikeARowIsNone() {
        assertEquals(Optional.empty(), RowPlace.of(GRAPH, GRAPH.node("id/file/other#row=3")));
        assertEquals(
                Optional.empty(), RowPlace.of(GRAPH, NodeFactory.createLiteralString("#row=3")));
    }
}
