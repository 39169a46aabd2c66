package chancery.page.entity;

import chancery.page.ClaimRow;
import chancery.page.Dates;
import chancery.page.GraphView;
import chancery.page.Link;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;

/// How names and values are written in lists: dates in words, and nothing without end.
public final class Labels {
    private static final int LONGEST = 160;

    private Labels() {}

    /// A node's label; days and durations in words.
    public static Link shown(GraphView graph, Node node) {
        Link link = graph.link(node);
        if (node.isLiteral()) {
            String type = node.getLiteralDatatypeURI();
            if (type.equals(XSD.date.getURI())) {
                return Link.to(Dates.inWords(link.text()), "");
            }
            if (type.equals(XSD.duration.getURI())) {
                return Link.to(Dates.durationInWords(link.text()), "");
            }
        }
        return cut(link);
    }

    public static Link cut(Link link) {
        return link.shortened(LONGEST);
    }

    /// @return the text, or its beginning with `…` if it is too long for a list
    public static String cut(String text) {
        return cut(text, LONGEST);
    }

    /// @param longest in code points, so that no character is cut in two
    public static String cut(String text, int longest) {
        return Link.to(text, "").shortened(longest).text();
    }

    public static ClaimRow cut(ClaimRow row) {
        return new ClaimRow(
                cut(row.subject()),
                cut(row.property()),
                cut(row.value()),
                row.stance(),
                cut(row.saidBy()),
                cut(row.source()),
                row.verdict(),
                cut(row.disputes()),
                cut(row.gists()),
                cut(row.asWritten()),
                row.start(),
                row.href());
    }

    private static List<Link> cut(List<Link> links) {
        return links.stream().limit(5).map(Labels::cut).toList();
    }
}
