package chancery.table;

/// A table that cannot be read on: no file, no header, a broken encoding, a quote never closed.
public final class MalformedTable extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Position position;

    /// @param what what stands there and what would have been right, without the position
    public MalformedTable(Position position, String what) {
        super(position + ": " + what);
        this.position = position;
    }

    public Position position() {
        return position;
    }
}
