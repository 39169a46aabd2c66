package chancery.serve.sparql;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.TextDirection;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;

/// Writes a table as SPARQL 1.1 Query Results JSON, a row on a line; triple terms and the direction
/// of texts as the draft of SPARQL 1.2 has them.
///
/// Jena's writer indents with spaces, which made up a fifth of the time of a large answer.
public final class JsonTable {
    private static final int BUFFER = 16 * 1024;

    /// The longest that one character takes: an escape.
    private static final int CHARACTER = 6;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final Map<Node, String> blankNodes = new HashMap<>();
    private int used;

    private JsonTable(OutputStream out) {
        this.out = out;
    }

    public static void write(RowSet rows, OutputStream out) throws IOException {
        JsonTable table = new JsonTable(out);
        table.write(rows);
        table.flush();
    }

    private void write(RowSet rows) throws IOException {
        plain("{\"head\":{\"vars\":[");
        String separator = "";
        for (Var variable : rows.getResultVars()) {
            plain(separator);
            quoted(variable.getVarName());
            separator = ",";
        }
        plain("]},\"results\":{\"bindings\":[");
        separator = "\n";
        while (rows.hasNext()) {
            plain(separator);
            row(rows.next(), rows);
            separator = ",\n";
        }
        plain("\n]}}\n");
    }

    private void row(Binding row, RowSet rows) throws IOException {
        plain("{");
        String separator = "";
        for (Var variable : rows.getResultVars()) {
            Node term = row.get(variable);
            if (term != null) {
                plain(separator);
                quoted(variable.getVarName());
                plain(":");
                term(term);
                separator = ",";
            }
        }
        plain("}");
    }

    private void term(Node term) throws IOException {
        if (term.isURI()) {
            plain("{\"type\":\"uri\",\"value\":");
            quoted(term.getURI());
        } else if (term.isLiteral()) {
            literal(term);
        } else if (term.isTripleTerm()) {
            Triple triple = term.getTriple();
            plain("{\"type\":\"triple\",\"value\":{\"subject\":");
            term(triple.getSubject());
            plain(",\"predicate\":");
            term(triple.getPredicate());
            plain(",\"object\":");
            term(triple.getObject());
            plain("}");
        } else {
            plain("{\"type\":\"bnode\",\"value\":");
            quoted(blankNodes.computeIfAbsent(term, node -> "b" + blankNodes.size()));
        }
        plain("}");
    }

    private void literal(Node literal) throws IOException {
        plain("{\"type\":\"literal\",\"value\":");
        quoted(literal.getLiteralLexicalForm());
        String language = literal.getLiteralLanguage();
        if (!language.isEmpty()) {
            plain(",\"xml:lang\":");
            quoted(language);
            TextDirection direction = literal.getLiteralBaseDirection();
            if (direction != null) {
                plain(",\"its:dir\":");
                quoted(direction.direction());
            }
        } else if (!XSDDatatype.XSDstring.equals(literal.getLiteralDatatype())) {
            plain(",\"datatype\":");
            quoted(literal.getLiteralDatatypeURI());
        }
    }

    private void quoted(String text) throws IOException {
        plain("\"");
        for (int i = 0; i < text.length(); i++) {
            if (used + CHARACTER > BUFFER) {
                flush();
            }
            char c = text.charAt(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
                buffer[used++] = (byte) c;
            } else if (c < 0x80) {
                escaped(c);
            } else if (c < 0x800) {
                buffer[used++] = (byte) (0xc0 | (c >> 6));
                more(c);
            } else if (!Character.isSurrogate(c)) {
                buffer[used++] = (byte) (0xe0 | (c >> 12));
                more(c >> 6);
                more(c);
            } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                int whole = text.codePointAt(i++);
                buffer[used++] = (byte) (0xf0 | (whole >> 18));
                more(whole >> 12);
                more(whole >> 6);
                more(whole);
            } else {
                // half a pair has no bytes in UTF-8
                escaped(c);
            }
        }
        plain("\"");
    }

    /// A byte of UTF-8 that is not the first of its character.
    private void more(int bits) {
        buffer[used++] = (byte) (0x80 | (bits & 0x3f));
    }

    private void escaped(char c) {
        buffer[used++] = '\\';
        switch (c) {
            case '"', '\\' -> buffer[used++] = (byte) c;
            case '\n' -> buffer[used++] = 'n';
            case '\r' -> buffer[used++] = 'r';
            case '\t' -> buffer[used++] = 't';
            default -> {
                buffer[used++] = 'u';
                for (int shift = 12; shift >= 0; shift -= 4) {
                    buffer[used++] = (byte) HEX[(c >> shift) & 0xf];
                }
            }
        }
    }

    /// @param text short, ASCII
    private void plain(String text) throws IOException {
        int length = text.length();
        if (used + length > BUFFER) {
            flush();
        }
        for (int i = 0; i < length; i++) {
            buffer[used++] = (byte) text.charAt(i);
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
