package chancery.release.change;

import chancery.release.ReleaseStore.Listed;
import chancery.release.change.ReleaseChanges.Kind;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// What one release has otherwise than another, whole, as Markdown that can be read as it is.
public final class Changelog {
    private Changelog() {}

    /// @throws IOException when a dump cannot be read
    public static String of(Listed from, Listed to) throws IOException {
        return of(from, to, ReleaseComparison.between(from.dumps(), to.dumps()));
    }

    /// @param changes between the two
    static String of(Listed from, Listed to, ReleaseChanges changes) {
        StringBuilder text = new StringBuilder();
        text.append("# Release %s\n\n".formatted(dated(to)));
        text.append("Against release %s: ".formatted(dated(from)));
        text.append(
                changes.none()
                        ? "nothing changed.\n"
                        : String.format(
                                Locale.ROOT,
                                "%,d triples added, %,d gone.\n",
                                changes.triplesAdded(),
                                changes.triplesGone()));
        for (Kind kind : Kind.values()) {
            List<String> lines = changes.of(kind);
            if (!lines.isEmpty()) {
                text.append("\n## %s\n\n".formatted(kind.counted(lines.size())));
                lines.forEach(line -> text.append("- %s\n".formatted(line)));
            }
        }
        return text.toString();
    }

    private static String dated(Listed release) {
        return release.date().isEmpty() ? release.id() : release.id() + " (" + release.date() + ")";
    }
}
