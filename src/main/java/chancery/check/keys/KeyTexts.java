package chancery.check.keys;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where keys stand and how they are written, for those few that something is said of: in memory up
/// to a bound, then in a temporary file that is gone when it is closed. Used by one thread.
public final class KeyTexts implements AutoCloseable {
    private static final int FEWEST = 1 << 8;
    private static final int IN_MEMORY = 1 << 16;
    private static final int READ_AT_ONCE = 1 << 13;
    private static final int HEAD = 3 * Long.BYTES + Integer.BYTES;

    private final Path folder;
    private ByteBuffer tail = ByteBuffer.allocate(FEWEST);
    private @Nullable FileChannel file;
    private long written;

    /// A key as it stands in its table.
    ///
    /// @param line 1-based line on which its record starts
    /// @param record 1-based number of the record
    /// @param row 1-based number of the row
    public record Noted(long line, long record, long row, String text) {}

    /// @param folder where the file goes
    public KeyTexts(Path folder) {
        this.folder = folder;
    }

    /// Notes have their files in the usual folder for temporary files.
    public static KeyTexts create() {
        return new KeyTexts(Path.of(System.getProperty("java.io.tmpdir")));
    }

    /// @return the place at which a reader finds it again; later ones have larger places
    /// @throws IOException if there is no room on disk
    public long add(Noted noted) throws IOException {
        byte[] text = noted.text().getBytes(StandardCharsets.UTF_8);
        makeRoom(HEAD + text.length);
        long place = written + tail.position();
        tail.putLong(noted.line())
                .putLong(noted.record())
                .putLong(noted.row())
                .putInt(text.length)
                .put(text);
        return place;
    }

    private void makeRoom(int bytes) throws IOException {
        if (tail.remaining() >= bytes) {
            return;
        }
        if (tail.position() + bytes > IN_MEMORY) {
            write();
        }
        int wanted = tail.position() + bytes;
        if (tail.capacity() < wanted) {
            int capacity = Math.max(wanted, Math.min(2 * tail.capacity(), IN_MEMORY));
            ByteBuffer larger = ByteBuffer.allocate(capacity);
            tail = larger.put(tail.flip());
        }
    }

    private void write() throws IOException {
        FileChannel to = file;
        if (to == null) {
            to =
                    FileChannel.open(
                            Files.createTempFile(folder, "chancery-keys", ".text"),
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            file = to;
        }
        tail.flip();
        while (tail.hasRemaining()) {
            written += to.write(tail, written);
        }
        tail.clear();
    }

    /// Reads what was noted; best asked in order of the places. To be used before more is added.
    public Reader reader() {
        return new Reader();
    }

    /// Keeps a few thousand bytes around the place asked for last.
    public final class Reader {
        private byte[] window = new byte[0];
        private long from;

        private Reader() {}

        /// @param place as [#add] has returned it
        public Noted at(long place) throws IOException {
            load(place, HEAD);
            ByteBuffer head = ByteBuffer.wrap(window, (int) (place - from), HEAD);
            long line = head.getLong();
            long record = head.getLong();
            long row = head.getLong();
            int length = head.getInt();
            load(place, HEAD + length);
            int start = (int) (place - from) + HEAD;
            String text = new String(window, start, length, StandardCharsets.UTF_8);
            return new Noted(line, record, row, text);
        }

        private void load(long place, int length) throws IOException {
            if (place >= written) {
                from = written;
                window = tail.array();
                return;
            }
            if (place >= from && place + length <= from + window.length) {
                return;
            }
            from = place;
            int count = (int) Math.min(Math.max(length, READ_AT_ONCE), written - place);
            ByteBuffer bytes = ByteBuffer.allocate(count);
            while (file != null && bytes.hasRemaining()) {
                if (file.read(bytes, from + bytes.position()) < 0) {
                    throw new EOFException("the temporary file has become shorter");
                }
            }
            window = Arrays.copyOf(bytes.array(), bytes.position());
        }
    }

    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
