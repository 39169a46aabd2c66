package chancery.map.compiled;

import chancery.map.NTriples;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;

/// Where the lines of chunks go.
sealed interface LineSink {
    /// The work on a chunk that needs no order; done by any thread.
    List<Triple> prepared(Bytes lines);

    /// Takes a chunk, in its turn.
    void take(Bytes lines, List<Triple> prepared) throws IOException;

    /// Takes triples that stand between chunks.
    Consumer<Triple> triples();

    /// As they are, into a stream.
    ///
    /// @param end what stands behind the object of every line
    record ToBytes(OutputStream out, String end) implements LineSink {
        @Override
        public List<Triple> prepared(Bytes lines) {
            return List.of();
        }

        @Override
        public void take(Bytes lines, List<Triple> prepared) throws IOException {
            lines.writeTo(out);
        }

        @Override
        public Consumer<Triple> triples() {
            return NTriples.lines(
                    end,
                    line -> {
                        try {
                            out.write(Bytes.of(line));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }

    /// Read back as triples, which is cheap beside what is done with triples: so there is one fast
    /// path, not two.
    record ToTriples(Consumer<Triple> into) implements LineSink {
        @Override
        public List<Triple> prepared(Bytes lines) {
            return new LinesRead().read(lines.array(), lines.length());
        }

        @Override
        public void take(Bytes lines, List<Triple> prepared) {
            prepared.forEach(into);
        }

        @Override
        public Consumer<Triple> triples() {
            return into;
        }
    }
}
