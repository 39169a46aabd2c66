package chancery.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// The triples of an event as N-Triples, straight from its cells, by hand and without a check.
final class EventTriples {
    static final int COLUMNS = 11;

    private static final int LONGEST_ROW = 1 << 13;
    private static final String TERM = "> <https://b.example/term/";
    private static final String XSD = "\"^^<http://www.w3.org/2001/XMLSchema#";
    private static final String GEO = "> <http://www.w3.org/2003/01/geo/wgs84_pos#";

    private static final byte[] SUBJECT = utf8("<https://b.example/event/");
    private static final byte[][] BEFORE = {
        utf8(TERM + "id> \""),
        utf8(TERM + "date> \""),
        utf8("> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>" + " <https://b.example/type/"),
        utf8(TERM + "initiator> <https://b.example/actor/"),
        utf8(TERM + "counterpart> <https://b.example/actor/"),
        utf8("> <http://www.w3.org/2000/01/rdf-schema#label> \""),
        utf8(TERM + "amount> \""),
        utf8(TERM + "people> \""),
        utf8(GEO + "lat> \""),
        utf8(GEO + "long> \""),
        utf8(TERM + "source> <")
    };
    private static final byte[][] BEHIND = {
        utf8("\" .\n"),
        utf8(XSD + "date> .\n"),
        utf8("> .\n"),
        utf8("> .\n"),
        utf8("> .\n"),
        utf8("\"@en .\n"),
        utf8(XSD + "decimal> .\n"),
        utf8(XSD + "integer> .\n"),
        utf8(XSD + "double> .\n"),
        utf8(XSD + "double> .\n"),
        utf8("> .\n")
    };

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private int end;

    EventTriples(OutputStream out) {
        this.out = out;
    }

    void write(String[] cells) throws IOException {
        if (end > buffer.length - LONGEST_ROW) {
            flush();
        }
        for (int column = 0; column < COLUMNS; column++) {
            if (!cells[column].isEmpty()) {
                put(SUBJECT);
                put(cells[0]);
                put(BEFORE[column]);
                put(cells[column]);
                put(BEHIND[column]);
            }
        }
    }

    void flush() throws IOException {
        out.write(buffer, 0, end);
        end = 0;
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    private void put(String text) {
        int start = end;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character >= 0x80) {
                end = start;
                put(utf8(text.replace("\\", "\\\\").replace("\"", "\\\"")));
                return;
            }
            if (character == '"' || character == '\\') {
                buffer[end++] = '\\';
            }
            buffer[end++] = (byte) character;
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
