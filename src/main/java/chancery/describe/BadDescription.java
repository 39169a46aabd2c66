package chancery.describe;

import chancery.describe.json.Json;
import chancery.describe.json.Place;

/// Metadata that we cannot go on with: not JSON, or not what the standard or a directive allows.
public final class BadDescription extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Notice notice;

    public BadDescription(Notice notice) {
        this(notice.toString(), notice);
    }

    public BadDescription(Place place, String found, String expected) {
        this(new Notice(place, found, expected));
    }

    private BadDescription(String message, Notice notice) {
        super(message);
        this.notice = notice;
    }

    /// @param found what stands there
    public static BadDescription of(Json found, String expected) {
        return new BadDescription(new Notice(found.place(), found.shown(), expected));
    }

    /// A file or folder as a whole, or a line of it.
    ///
    /// @param line 1-based; 0 if the whole is meant
    public static BadDescription of(String file, long line, String found, String expected) {
        String where = line == 0 ? file : file + ":" + line;
        Notice notice = new Notice(new Place(file, "", line), found, expected);
        return new BadDescription(
                where + ": found " + notice.found() + ", expected " + expected, notice);
    }

    public Notice notice() {
        return notice;
    }
}
