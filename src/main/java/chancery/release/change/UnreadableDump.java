package chancery.release.change;

import java.io.IOException;

/// A dump that is not there, cannot be read, or holds something else than sorted quads.
///
/// The message is one line, `where: found …, expected …`.
public final class UnreadableDump extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableDump(String message) {
        super(message);
    }

    UnreadableDump(String message, IOException cause) {
        super(message, cause);
    }
}
