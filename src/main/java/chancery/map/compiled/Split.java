package chancery.map.compiled;

import java.io.Serializable;

/// A part of a table that begins and ends where records do.
///
/// @param from first byte, in the table as it is read
/// @param to behind the last byte; [#END] for the end of the table
/// @param line 1-based line on which its first record starts
/// @param records how many stand before it, header and comments included
/// @param rows how many rows stand before it
/// @param cut whether it can be cut into records as bytes; if not, the reference path reads it
public record Split(long from, long to, long line, long records, long rows, boolean cut)
        implements Serializable {
    /// The end of the table, wherever that is.
    public static final long END = Long.MAX_VALUE;
}
