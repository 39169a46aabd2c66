package chancery.page;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Where a row of a dataset's file stands, as its IRI says (RFC 7111).
///
/// @param number as RFC 7111 counts: the header is row 1
/// @param file its name
public record RowPlace(int number, String file) {
    private static final Pattern ROW = Pattern.compile("(.*)#row=([0-9]{1,9})");

    /// @return empty if it is no row of a file
    static Optional<RowPlace> of(GraphView graph, Node passage) {
        Matcher row = ROW.matcher(passage.isURI() ? passage.getURI() : "");
        if (!graph.isA(passage, Terms.TABLE_ROW) || !row.matches()) {
            return Optional.empty();
        }
        String file = graph.link(NodeFactory.createURI(row.group(1))).text();
        return Optional.of(new RowPlace(Integer.parseInt(row.group(2)), file));
    }

    @Override
    public String toString() {
        return "row " + number + " of " + file;
    }
}
