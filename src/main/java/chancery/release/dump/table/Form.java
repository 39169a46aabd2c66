package chancery.release.dump.table;

import java.util.Comparator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// A property and the form of its values, which all values of a column share.
///
/// @param property its IRI
/// @param kind `""` for IRIs, `@` and a language tag for texts in a language, `^^` and an IRI for
///     literals of a datatype
record Form(String property, String kind) implements Comparable<Form> {
    private static final Comparator<Form> ORDER =
            Comparator.comparing(Form::property).thenComparing(Form::kind);
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    static Form of(Triple triple) {
        Node value = triple.getObject();
        String property = triple.getPredicate().getURI();
        if (value.isURI()) {
            return new Form(property, "");
        }
        String language = value.getLiteralLanguage();
        return new Form(
                property,
                language.isEmpty() ? "^^" + value.getLiteralDatatypeURI() : "@" + language);
    }

    static String text(Node value) {
        return value.isURI() ? value.getURI() : value.getLiteralLexicalForm();
    }

    boolean isIri() {
        return kind.isEmpty();
    }

    /// The tag; `""` if the values have none.
    String language() {
        return kind.startsWith("@") ? kind.substring(1) : "";
    }

    /// The IRI of the datatype; `""` of IRIs and of texts in a language.
    String datatype() {
        return kind.startsWith("^^") ? kind.substring(2) : "";
    }

    boolean isPlainText() {
        return datatype().equals(XSD + "string");
    }

    /// The name that CSV on the Web has for the datatype, which is that of XML Schema; `""` if it
    /// has none.
    String builtIn() {
        return datatype().startsWith(XSD) ? datatype().substring(XSD.length()) : "";
    }

    @Override
    public int compareTo(Form other) {
        return ORDER.compare(this, other);
    }
}
