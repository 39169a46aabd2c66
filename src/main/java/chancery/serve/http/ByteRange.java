package chancery.serve.http;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What of a file is asked for (RFC 9110, section 14).
public sealed interface ByteRange {
    /// All of it: nothing else was asked for, or nothing that is understood.
    record Whole() implements ByteRange {}

    /// A part.
    ///
    /// @param from first byte, 0-based
    /// @param to   the one after the last
    record Part(long from, long to) implements ByteRange {
        public Part {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException(from + " to " + to + ": runs backwards");
            }
        }
    }

    /// A part that the file does not have.
    record Nowhere() implements ByteRange {}

    /// Where several parts are asked for, all of it is given.
    ///
    /// @param header    `Range`; `""` if there is none
    /// @param sizeBytes of the file
    static ByteRange of(String header, long sizeBytes) {
        Matcher asked = Syntax.ONE.matcher(header.strip());
        if (!asked.matches()) {
            return new Whole();
        }
        String first = asked.group(1);
        String last = asked.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : lastBytes(Long.parseLong(last), sizeBytes);
        }
        long from = Long.parseLong(first);
        long to = last.isEmpty() ? sizeBytes : Math.min(sizeBytes, Long.parseLong(last) + 1);
        if (!last.isEmpty() && Long.parseLong(last) < from) {
            return new Whole();
        }
        return from < sizeBytes ? new Part(from, to) : new Nowhere();
    }

    private static ByteRange lastBytes(long count, long sizeBytes) {
        return count == 0 || sizeBytes == 0
                ? new Nowhere()
                : new Part(Math.max(0, sizeBytes - count), sizeBytes);
    }

    /// Interfaces have no private fields.
    final class Syntax {
        private static final Pattern ONE = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})-(\\d{0,18})");

        private Syntax() {}
    }
}
