package chancery.describe.metadata;

import chancery.describe.BadDescription;
import chancery.describe.Notice;
import chancery.describe.json.Json;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What becomes of metadata that the standard forbids but lets a processor pass over with a
/// warning (Metadata Vocabulary, section 5.1): refused, or told and passed over.
final class Leniency {
    /// Our own tables: a mistyped word would else change the graph silently.
    static final Leniency NONE = new Leniency(null);

    private final @Nullable Consumer<Notice> warnings;

    /// What a group says is read again for each of its tables, and told once.
    private final Set<Notice> told = new HashSet<>();

    private Leniency(@Nullable Consumer<Notice> warnings) {
        this.warnings = warnings;
    }

    static Leniency ofTheStandard(Consumer<Notice> warnings) {
        return new Leniency(warnings);
    }

    /// Whether more is asked than the standard asks.
    boolean isStrict() {
        return warnings == null;
    }

    /// Call where a value is about to be left out or replaced by its default.
    void passOver(Json found, String expected) throws BadDescription {
        passOver(new Notice(found.place(), found.shown(), expected));
    }

    void passOver(Notice notice) throws BadDescription {
        if (warnings == null) {
            throw new BadDescription(notice);
        }
        if (told.add(notice)) {
            warnings.accept(notice);
        }
    }
}
