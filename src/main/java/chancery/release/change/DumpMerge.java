package chancery.release.change;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Reads two dumps side by side and tells what differs, in the order of the lines; keeps one line
/// of each.
final class DumpMerge {
    private DumpMerge() {}

    /// Is told a line that only one of the two has.
    @FunctionalInterface
    interface Told {
        void line(QuadLine line) throws IOException;
    }

    /// @param former folder of the dumps of a release
    /// @param later that of another one
    /// @throws IOException when a dump cannot be read or is none, or by what is told
    static void of(Path former, Path later, Told gone, Told added) throws IOException {
        try (DumpLines left = DumpLines.open(former);
                DumpLines right = DumpLines.open(later)) {
            Optional<QuadLine> old = left.next();
            Optional<QuadLine> fresh = right.next();
            while (old.isPresent() || fresh.isPresent()) {
                int order =
                        old.isEmpty() ? 1 : fresh.isEmpty() ? -1 : old.get().compareTo(fresh.get());
                if (order < 0) {
                    gone.line(old.orElseThrow());
                } else if (order > 0) {
                    added.line(fresh.orElseThrow());
                }
                old = order <= 0 ? left.next() : old;
                fresh = order >= 0 ? right.next() : fresh;
            }
        }
    }
}
