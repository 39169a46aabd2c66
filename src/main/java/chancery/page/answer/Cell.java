package chancery.page.answer;

import chancery.page.Dates;
import chancery.page.Link;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/// A value in a row.
///
/// @param node empty where the variable is unbound
/// @param link how it is shown; an empty text where it is unbound
public record Cell(Optional<Node> node, Link link) {
    static final Cell NONE = new Cell(Optional.empty(), Link.to("", ""));

    private static final String DAY = "\\d{4}-\\d{2}(-\\d{2})?[?~%]?";
    private static final Pattern DATE = Pattern.compile(DAY + "(/" + DAY + ")?");

    boolean isBound() {
        return node.isPresent();
    }

    /// The value of a literal that is a number, and a finite one.
    Optional<Double> number() {
        return node.filter(Node::isLiteral)
                .filter(it -> it.getLiteral().isWellFormed())
                .map(Node::getLiteralValue)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue())
                .filter(Double::isFinite);
    }

    /// The text of a literal; empty for anything else.
    Optional<String> text() {
        return node.filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    /// In words where it is a date: its value stays in [#asWritten].
    public String words() {
        String written = asWritten();
        return written.isEmpty() ? link.text() : Dates.inWords(written);
    }

    /// A date as the graph has it; `""` for anything else.
    public String asWritten() {
        return text().filter(text -> DATE.matcher(text).matches())
                .filter(text -> text.equals(link.text()))
                .filter(text -> !Dates.inWords(text).equals(text))
                .orElse("");
    }
}
