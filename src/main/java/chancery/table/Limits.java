package chancery.table;

/// How much of a table is held at once: beyond it the table is refused, whatever the memory.
///
/// @param fieldCharacters of the longest field or comment
/// @param recordCharacters of all fields of a record
/// @param recordFields how many fields a record has at most
public record Limits(int fieldCharacters, int recordCharacters, int recordFields) {
    /// 64 Mi characters for a field, twice that and a million fields for a record.
    public static final Limits USUAL = new Limits(1 << 26, 1 << 27, 1 << 20);

    public Limits {
        if (fieldCharacters < 1 || recordCharacters < 1 || recordFields < 1) {
            throw new IllegalArgumentException("a limit below 1");
        }
    }
}
