package chancery.serve.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

        public long sizeBytes() {
            return to - from;
        }
    }

    /// Two parts or more, in the order asked for, none of which overlaps another.
    record Parts(List<Part> parts) implements ByteRange {
        public Parts {
            parts = List.copyOf(parts);
        }
    }

    /// A part that the file does not have.
    record Nowhere() implements ByteRange {}

    /// The unit may be written in capitals, and elements of the list may be empty (sections 14.1
    /// and 5.6.1).
    ///
    /// Parts that the file does not have are left out where it has others. Who asks for more than
    /// 16 parts, or for some bytes twice, gets all of it: that is how a server is made to send many
    /// times what it has (RFC 9110, section 17.15).
    ///
    /// @param header    `Range`; `""` if there is none
    /// @param sizeBytes of the file
    static ByteRange of(String header, long sizeBytes) {
        Matcher asked = Syntax.RANGES.matcher(header.strip());
        if (!asked.matches()) {
            return new Whole();
        }
        List<Part> parts = new ArrayList<>();
        List<String> all =
                Arrays.stream(asked.group(1).split(","))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
        if (all.isEmpty()) {
            return new Whole();
        }
        for (String each : all) {
            Matcher one = Syntax.ONE.matcher(each);
            if (!one.matches() || Syntax.isBackwards(one)) {
                return new Whole();
            }
            Syntax.part(one, sizeBytes).ifPresent(parts::add);
        }
        if (parts.isEmpty()) {
            return new Nowhere();
        }
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return parts.size() > Syntax.AT_MOST || Syntax.overlap(parts)
                ? new Whole()
                : new Parts(parts);
    }

    /// Interfaces have no private methods that only their own static ones see.
    final class Syntax {
        private static final int AT_MOST = 16;
        private static final Pattern RANGES =
                Pattern.compile("bytes\\s*=([0-9,\\s-]+)", Pattern.CASE_INSENSITIVE);
        private static final Pattern ONE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

        private Syntax() {}

        private static boolean isBackwards(Matcher one) {
            String first = one.group(1);
            String last = one.group(2);
            return first.isEmpty()
                    ? last.isEmpty()
                    : !last.isEmpty() && Long.parseLong(last) < Long.parseLong(first);
        }

        private static Optional<Part> part(Matcher one, long sizeBytes) {
            String first = one.group(1);
            String last = one.group(2);
            if (first.isEmpty()) {
                long count = Long.parseLong(last);
                return count == 0 || sizeBytes == 0
                        ? Optional.empty()
                        : Optional.of(new Part(Math.max(0, sizeBytes - count), sizeBytes));
            }
            long from = Long.parseLong(first);
            long to = last.isEmpty() ? sizeBytes : Math.min(sizeBytes, Long.parseLong(last) + 1);
            return from < sizeBytes ? Optional.of(new Part(from, to)) : Optional.empty();
        }

        private static boolean overlap(List<Part> parts) {
            List<Part> sorted =
                    parts.stream().sorted(java.util.Comparator.comparingLong(Part::from)).toList();
            for (int i = 1; i < sorted.size(); i++) {
                if (sorted.get(i).from() < sorted.get(i - 1).to()) {
                    return true;
                }
            }
            return false;
        }
    }
}
