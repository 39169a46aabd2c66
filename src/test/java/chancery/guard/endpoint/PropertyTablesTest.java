package chancery.guard.endpoint;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

class PropertyTablesTest {
    private static Node property(int number) {
        return NodeFactory.createURI("http://example.org/" + number);
    }

    @Test
    void propertiesWithoutRowsAreForgottenToo() {
        PropertyTables tables = new PropertyTables();
        for (int i = 0; i <= PropertyTables.MOST_TABLES; i++) {
            if (i % 2 == 0) {
                tables.keep(property(i), List.of());
            } else {
                tables.noteMany(property(i));
            }
        }
        assertNull(tables.find(property(0)));
        assertNotNull(tables.find(property(1)));
        assertNotNull(tables.find(property(PropertyTables.MOST_TABLES)));
    }
}
