package chancery.serve.sparql;

import chancery.serve.http.Codings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A whole answer, and its compressed forms as they come to be asked for.
///
/// Thread-safe.
public final class KeptAnswer {
    private final String type;
    private final List<String> notes;
    private final String tag;
    private final byte[] bytes;
    private final Map<String, byte[]> coded = new ConcurrentHashMap<>();

    /// @param type  media type with its parameters
    /// @param notes for the reader
    /// @param tag   without quotes, of the answer as it is
    /// @param bytes not copied
    public KeptAnswer(String type, List<String> notes, String tag, byte[] bytes) {
        this.type = type;
        this.notes = List.copyOf(notes);
        this.tag = tag;
        this.bytes = bytes;
    }

    public String type() {
        return type;
    }

    public List<String> notes() {
        return notes;
    }

    public String tag() {
        return tag;
    }

    public int sizeBytes() {
        return bytes.length;
    }

    /// @param coding `""` for none
    /// @return not to be written to
    public byte[] in(String coding) {
        return coding.isEmpty()
                ? bytes
                : coded.computeIfAbsent(coding, name -> Codings.encode(name, bytes));
    }
}
