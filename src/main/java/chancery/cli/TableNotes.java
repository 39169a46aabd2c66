package chancery.cli;

import chancery.check.Findings;
import chancery.check.FindingsFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// What is to be said of a large table besides its triples, so that it need not be mapped again.
///
/// @param times that its triples name, as IRIs behind `…/id/time/`, in the order in which they come
record TableNotes(long rows, Collection<String> times, Findings findings) {
    byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(rows);
            out.writeInt(times.size());
            for (String time : times) {
                byte[] text = time.getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
            }
            FindingsFile.write(findings, out);
        }
        return bytes.toByteArray();
    }

    /// @return empty if they are no notes of this kind
    static Optional<TableNotes> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            long rows = in.readLong();
            List<String> times = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                byte[] text = in.readNBytes(in.readInt());
                times.add(new String(text, StandardCharsets.UTF_8));
            }
            return Optional.of(new TableNotes(rows, times, FindingsFile.read(in)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
