package chancery.evidence;

import chancery.time.BadTime;
import chancery.time.Edtf;
import chancery.vocab.Base;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// The times that rows of large tables name, each of which is described once, behind all rows. So
/// many are kept; the others are not described. Used by one thread.
public final class NamedTimes {
    private static final int MOST = 1 << 20;

    private final Base base;
    private final String prefix;
    private final Set<String> times = new TreeSet<>();

    public NamedTimes(Base base) {
        this.base = base;
        this.prefix = base.iri() + "id/time/";
    }

    /// Looks at the object of a triple.
    public void see(Node object) {
        if (object.isURI() && object.getURI().startsWith(prefix)) {
            add(object.getURI().substring(prefix.length()));
        }
    }

    /// Adds times that others have seen, as IRIs end with them.
    public void addAll(Collection<String> seen) {
        seen.forEach(this::add);
    }

    private void add(String time) {
        if (times.size() < MOST) {
            times.add(time);
        }
    }

    /// The times seen so far, as IRIs end with them, sorted.
    public Set<String> seen() {
        return Collections.unmodifiableSet(times);
    }

    /// Passes lines of N-Triples or N-Quads on and looks at their objects.
    ///
    /// @param end of every line, see [chancery.map.NTriples#end]
    /// @return takes whole lines
    public OutputStream seeing(OutputStream out, String end) {
        return new Lines(out, bytes("<" + prefix), bytes(">" + end));
    }

    /// Describes the times that are not known.
    ///
    /// @param known described elsewhere
    public void describe(ValueNodes known, Consumer<Triple> into) {
        ValueNodes more = new ValueNodes(base);
        for (String time : times) {
            Node node = NodeFactory.createURI(prefix + time);
            if (known.time(node).isEmpty()) {
                add(more, node, time);
            }
        }
        more.describe(into);
    }

    private static void add(ValueNodes into, Node node, String time) {
        try {
            into.add(node, Edtf.parse(time));
        } catch (BadTime e) {
            // a template that names no time, which the shapes of a small table would tell
            return;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private final class Lines extends FilterOutputStream {
        private final byte[] before;
        private final byte[] behind;
        private byte[] last = {};

        Lines(OutputStream out, byte[] before, byte[] behind) {
            super(out);
            this.before = before;
            this.behind = behind;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int from = offset;
            for (int at = offset; at < offset + length; at++) {
                if (bytes[at] == '\n') {
                    look(bytes, from, at + 1);
                    from = at + 1;
                }
            }
            out.write(bytes, offset, length);
        }

        /// The object of a line is what stands between the last `<` and its end.
        private void look(byte[] bytes, int from, int to) {
            int end = to - behind.length;
            if (end < from || !Arrays.equals(bytes, end, to, behind, 0, behind.length)) {
                return;
            }
            int start = end - 1;
            while (start >= from && bytes[start] != '<') {
                start--;
            }
            int time = start + before.length;
            if (start < from
                    || time > end
                    || !Arrays.equals(bytes, start, time, before, 0, before.length)
                    || Arrays.equals(bytes, time, end, last, 0, last.length)) {
                return;
            }
            last = Arrays.copyOfRange(bytes, time, end);
            add(new String(last, StandardCharsets.UTF_8));
        }
    }
}
