package chancery.table;

/// Where a record of a table stands. Line, record and row are three different numbers.
///
/// @param file the file's name as messages show it, such as `seeds/states.csv`
/// @param line 1-based physical line on which the record starts; 0 if only the file is known
/// @param record 1-based number of the record, header included (RFC 7111 `#row=`); 0 if unknown
/// @param row 1-based number of the row, header not included (CSVW's row number); 0 if none
public record Position(String file, long line, long record, long row) {
    public Position {
        if (line < 0 || record < 0 || row < 0) {
            throw new IllegalArgumentException("negative position in " + file);
        }
    }

    /// The file as a whole.
    public static Position of(String file) {
        return new Position(file, 0, 0, 0);
    }

    /// @return `file:line`, or the file alone
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
