package chancery.evidence;

import chancery.vocab.Base;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// A row of a file of a dataset, as RFC 7111 names it.
///
/// @param source id of the dataset as a source
/// @param file id of the file in IRIs
/// @param record 1-based, the header counted
public record TableRow(String source, String file, long record) {
    public Node node(Base base) {
        return NodeFactory.createURI(base.id("file", file).getURI() + "#row=" + record);
    }
}
