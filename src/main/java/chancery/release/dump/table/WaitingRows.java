package chancery.release.dump.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rows in a file, until it is known what columns there are. Closing deletes the file.
final class WaitingRows implements Closeable {
    private final Path file;
    private final DataOutputStream out;

    /// @param cells values by the index of their column
    record Row(String subject, Map<Integer, List<String>> cells) {}

    /// Takes the rows in the order in which they were kept.
    @FunctionalInterface
    interface Taker {
        void row(Row row) throws IOException;
    }

    WaitingRows(Path file) throws IOException {
        this.file = file;
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    void keep(Row row) throws IOException {
        text(row.subject());
        out.writeInt(row.cells().size());
        for (Map.Entry<Integer, List<String>> cell : row.cells().entrySet()) {
            out.writeInt(cell.getKey());
            out.writeInt(cell.getValue().size());
            for (String value : cell.getValue()) {
                text(value);
            }
        }
    }

    private void text(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// Reads all rows; none can be kept after that.
    void each(Taker taker) throws IOException {
        out.close();
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String subject;
                try {
                    subject = text(in);
                } catch (EOFException end) {
                    return;
                }
                taker.row(new Row(subject, cells(in)));
            }
        }
    }

    private static Map<Integer, List<String>> cells(DataInputStream in) throws IOException {
        Map<Integer, List<String>> cells = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            int index = in.readInt();
            int count = in.readInt();
            List<String> values = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                values.add(text(in));
            }
            cells.put(index, values);
        }
        return cells;
    }

    private static String text(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
