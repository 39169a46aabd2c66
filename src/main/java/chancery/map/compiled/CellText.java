package chancery.map.compiled;

import java.nio.charset.StandardCharsets;

/// The text of one cell of the row at hand, and what became of it. Used again for every row.
final class CellText {
    /// The text as written at first; then the lexical form of its value.
    byte[] bytes = {};

    int from;
    int to;

    /// The value in the form that templates and keys use.
    byte[] canonical = {};

    int canonicalFrom;
    int canonicalTo;

    /// Whether there is no value.
    boolean absent;

    /// Room for a text that is not in the file as it is needed.
    Bytes scratch = new Bytes(64);

    void set(byte[] text, int start, int end) {
        bytes = text;
        from = start;
        to = end;
        absent = false;
    }

    /// A quoted text whose quotes are written twice.
    void setUndoubled(byte[] text, int start, int end, byte quote) {
        scratch.cutTo(0);
        for (int i = start; i < end; i++) {
            scratch.put(text[i]);
            i += text[i] == quote ? 1 : 0;
        }
        set(scratch.array(), 0, scratch.length());
    }

    /// The canonical form is the lexical one.
    void canonicalAsIs() {
        canonical = bytes;
        canonicalFrom = from;
        canonicalTo = to;
    }

    /// @return `""` if there is no value
    String canonicalText() {
        return absent
                ? ""
                : new String(
                        canonical,
                        canonicalFrom,
                        canonicalTo - canonicalFrom,
                        StandardCharsets.UTF_8);
    }

    void setAbsent() {
        absent = true;
        canonicalFrom = 0;
        canonicalTo = 0;
    }

    boolean is(byte[] other) {
        int length = to - from;
        if (length != other.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[from + i] != other[i]) {
                return false;
            }
        }
        return true;
    }

    private byte[] own = {};

    /// Room for a lexical form.
    ///
    /// @param shape what it holds at first
    byte[] lexical(byte[] shape) {
        if (own.length != shape.length) {
            own = shape.clone();
        } else {
            System.arraycopy(shape, 0, own, 0, shape.length);
        }
        return own;
    }

    int length() {
        return to - from;
    }
}
