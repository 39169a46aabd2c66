package chancery.table.bytes;

/// Whole records one after another, comments among them.
///
/// @param bytes in UTF-8; nobody else writes into them until the chunk is given back
/// @param from where the first record starts, inclusive
/// @param to where the last one ends with its line terminator, exclusive
/// @param line 1-based physical line on which the first record starts
/// @param records how many records stand before it, header and comments included
/// @param rows how many rows stand before it
@SuppressWarnings("ArrayRecordComponent") // a record that carries its bytes, never compared
public record Chunk(byte[] bytes, int from, int to, long line, long records, long rows) {}
