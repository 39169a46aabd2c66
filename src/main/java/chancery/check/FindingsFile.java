package chancery.check;

import chancery.check.Finding.Code;
import chancery.table.Position;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;

/// Writes findings as bytes and reads them again: all that they tell stays the same.
public final class FindingsFile {
    private FindingsFile() {}

    public static void write(Findings findings, DataOutputStream out) throws IOException {
        out.writeLong(findings.size);
        out.writeLong(findings.errors);
        out.writeInt(findings.kept.size());
        for (Finding finding : findings.kept) {
            write(finding, out);
        }
        out.writeInt(findings.counters.size());
        for (Map.Entry<Findings.Kind, Findings.Counter> each : findings.counters.entrySet()) {
            write(each.getKey().code().name(), out);
            write(each.getKey().file(), out);
            out.writeInt(each.getKey().column());
            out.writeLong(each.getValue().count);
            out.writeInt(each.getValue().kept);
        }
        out.writeInt(findings.places.size());
        for (Findings.Places each : findings.places.values()) {
            write(each.first(), out);
            out.writeLong(each.count);
            out.writeLong(each.kept);
            out.writeInt(each.positions.size());
            for (Position position : each.positions) {
                write(position, out);
            }
        }
    }

    /// @param in of what [#write] wrote; what follows is not read
    /// @throws IOException when it is nothing of that kind
    public static Findings read(DataInputStream in) throws IOException {
        try {
            return findings(in);
        } catch (IllegalArgumentException e) {
            throw new IOException("found no findings", e);
        }
    }

    private static Findings findings(DataInputStream in) throws IOException {
        Findings findings = new Findings();
        findings.size = in.readLong();
        findings.errors = in.readLong();
        for (int left = in.readInt(); left > 0; left--) {
            findings.kept.add(finding(in));
        }
        for (int left = in.readInt(); left > 0; left--) {
            Findings.Kind kind = new Findings.Kind(Code.valueOf(text(in)), text(in), in.readInt());
            Findings.Counter counter = new Findings.Counter();
            counter.count = in.readLong();
            counter.kept = in.readInt();
            findings.counters.put(kind, counter);
        }
        for (int left = in.readInt(); left > 0; left--) {
            Finding first = finding(in);
            Findings.Places places = new Findings.Places(first);
            places.count = in.readLong();
            places.kept = in.readLong();
            for (int more = in.readInt(); more > 0; more--) {
                places.positions.add(position(in));
            }
            findings.places.put(Findings.Same.of(first), places);
        }
        return findings;
    }

    private static void write(Finding finding, DataOutputStream out) throws IOException {
        write(finding.code().name(), out);
        write(finding.severity().name(), out);
        write(finding.position(), out);
        out.writeInt(finding.columnNumber());
        write(finding.columnName(), out);
        write(finding.found(), out);
        write(finding.expected(), out);
    }

    private static Finding finding(DataInputStream in) throws IOException {
        return new Finding(
                Code.valueOf(text(in)),
                Severity.valueOf(text(in)),
                position(in),
                in.readInt(),
                text(in),
                text(in),
                text(in));
    }

    private static void write(Position position, DataOutputStream out) throws IOException {
        write(position.file(), out);
        out.writeLong(position.line());
        out.writeLong(position.record());
        out.writeLong(position.row());
    }

    private static Position position(DataInputStream in) throws IOException {
        return new Position(text(in), in.readLong(), in.readLong(), in.readLong());
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        // char by char: lone surrogates stay what they are, and length has no limit
        out.writeInt(text.length());
        out.writeChars(text);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(in.readChar());
        }
        return text.toString();
    }
}
