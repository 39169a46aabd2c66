package chancery.follow;

import org.jspecify.annotations.Nullable;

/// What is published cannot be taken over, or cannot be had at present. The message is one line:
/// `where: found …, expected …`.
public final class CannotFollow extends Exception {
    private static final long serialVersionUID = 1L;

    /// What it is about.
    enum Kind {
        /// The other side: it does not answer, or not with what was expected.
        PUBLISHED,
        /// This side: what was fetched cannot be written.
        NO_ROOM
    }

    private final Kind kind;

    CannotFollow(String message) {
        super(message);
        this.kind = Kind.PUBLISHED;
    }

    CannotFollow(String message, @Nullable Throwable cause) {
        this(message, cause, Kind.PUBLISHED);
    }

    private CannotFollow(String message, @Nullable Throwable cause, Kind kind) {
        super(message, cause);
        this.kind = kind;
    }

    static CannotFollow noRoom(String message, Throwable cause) {
        return new CannotFollow(message, cause, Kind.NO_ROOM);
    }

    Kind kind() {
        return kind;
    }
}
