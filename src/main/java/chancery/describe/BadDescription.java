package chancery.describe;

/// Metadata that we cannot go on with: not JSON, or not what the standard or a directive allows.
public final class BadDescription extends Exception {
    private static final long serialVersionUID = 1L;

    /// @param where `file#/json/pointer`, `file:line` or a folder
    /// @param what what stands there and what would have been right
    public BadDescription(String where, String what) {
        super(where + ": " + what);
    }

    BadDescription(Place place, String what) {
        this(place.toString(), what);
    }
}
