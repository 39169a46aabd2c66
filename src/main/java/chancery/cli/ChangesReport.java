package chancery.cli;

import chancery.release.ReleaseStore;
import chancery.release.ReleaseStore.Listed;
import chancery.release.change.Patches;
import chancery.release.change.ReleaseChanges;
import chancery.release.change.ReleaseChanges.Kind;
import chancery.release.change.ReleaseComparison;
import chancery.release.change.UnreadableDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Says how a release that was just made differs from the one before it.
final class ChangesReport {
    private static final int SHOWN = 3;

    private final PrintWriter out;
    private final int shown;

    /// @param verbose whether each change is shown, not only the first of a kind
    ChangesReport(PrintWriter out, boolean verbose) {
        this.out = out;
        this.shown = verbose ? Integer.MAX_VALUE : SHOWN;
    }

    /// Also writes patch and changelog beside the releases.
    ///
    /// @param releases folder of both
    /// @param former folder of the release that was current
    /// @param made folder of the new one
    void print(Path releases, Path former, Path made) {
        String id = former.getFileName().toString();
        if (former.equals(made)) {
            out.println("the same as the former release: nothing changed");
            return;
        }
        ReleaseStore store = new ReleaseStore(releases);
        Optional<Listed> old = store.find(id);
        Optional<Listed> fresh = store.find(made.getFileName().toString());
        if (old.isEmpty() || fresh.isEmpty()) {
            out.printf("former release %s: found it not readable, not compared%n", id);
            return;
        }
        try {
            ReleaseChanges changes =
                    ReleaseComparison.between(old.get().dumps(), fresh.get().dumps());
            print(id, changes);
            new Patches(releases).write(old.get(), fresh.get(), changes);
        } catch (UnreadableDump e) {
            out.printf("former release %s: found it not readable, not compared%n", id);
        } catch (IOException e) {
            out.printf("%s: found no way to write patch and changelog%n", e.getMessage());
        }
    }

    /// Writes the patches that builds did not come to write because they were killed right after
    /// their release had become current. What finds no room is left to a later build.
    ///
    /// @param releases folder of all releases
    static void catchUp(Path releases) {
        Patches patches = new Patches(releases);
        try {
            for (Patches.Due due : patches.due()) {
                catchUp(new ReleaseStore(releases), patches, due);
            }
        } catch (IOException e) {
            // the marks stay
        }
    }

    private static void catchUp(ReleaseStore store, Patches patches, Patches.Due due)
            throws IOException {
        Optional<Listed> old = store.find(due.former());
        Optional<Listed> fresh = store.find(due.later());
        try {
            if (old.isPresent() && fresh.isPresent()) {
                patches.write(
                        old.get(),
                        fresh.get(),
                        ReleaseComparison.between(old.get().dumps(), fresh.get().dumps()));
            }
            patches.settle(due.former(), due.later());
        } catch (UnreadableDump e) {
            patches.settle(due.former(), due.later());
        }
    }

    private void print(String former, ReleaseChanges changes) {
        if (changes.none()) {
            out.printf("against release %s: nothing changed but its date%n", former);
            return;
        }
        out.printf("against release %s:%n", former);
        for (Kind kind : Kind.values()) {
            List<String> lines = changes.of(kind);
            if (!lines.isEmpty()) {
                out.printf("  %s%n", kind.counted(lines.size()));
                lines.stream().limit(shown).forEach(line -> out.printf("    %s%n", line));
                if (lines.size() > shown) {
                    out.printf("    … and %,d more%n", lines.size() - shown);
                }
            }
        }
        out.printf(
                "  %,d triples added, %,d gone%n", changes.triplesAdded(), changes.triplesGone());
    }
}
