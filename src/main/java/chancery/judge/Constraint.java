package chancery.judge;

import chancery.vocab.Base;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// A query of `queries/constraints/`: it selects claims that do not go together.
///
/// Variables whose names begin with `claim` are the claims, those that begin with `about` the
/// things, `rationale` says in words what stands against what. Rows about the same things are one
/// disagreement. It runs over the registers, the bounds of times, the numbers of figures and every
/// asserted claim (in its form for RDF 1.1), whoever makes it.
///
/// @param name of the file, without `.rq`
/// @param text of the file
/// @param query a SELECT
/// @param isCertain false when the header of the file says `# certainty: unlikely`
public record Constraint(String name, String text, Query query, boolean isCertain) {
    private static final String UNLIKELY = "# certainty: unlikely";

    /// Describes the constraint in a release, so that it can be read and run there.
    public void write(Base base, Consumer<Triple> out) {
        Node node = base.id("constraint", name);
        String question = text.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
        out.accept(Triple.create(node, RDF.Nodes.type, ReleasedRules.CONSTRAINT));
        out.accept(
                Triple.create(node, SKOS.notation.asNode(), NodeFactory.createLiteralString(name)));
        out.accept(
                Triple.create(
                        node, RDFS.label.asNode(), NodeFactory.createLiteralLang(question, "en")));
        out.accept(
                Triple.create(node, ReleasedRules.SELECT, NodeFactory.createLiteralString(text)));
    }

    /// @param text of the file
    /// @throws org.apache.jena.query.QueryException when it is no query
    /// @throws IllegalArgumentException when it selects no claims or no things
    public static Constraint of(String name, String text) {
        Query query = QueryFactory.create(text);
        boolean selects =
                query.isSelectType()
                        && query.getResultVars().stream().anyMatch(v -> v.startsWith("claim"))
                        && query.getResultVars().stream().anyMatch(v -> v.startsWith("about"));
        if (!selects) {
            throw new IllegalArgumentException(
                    "a query without them, expected SELECT with variables ?about… and ?claim…");
        }
        return new Constraint(name, text, query, text.lines().noneMatch(UNLIKELY::equals));
    }
}
