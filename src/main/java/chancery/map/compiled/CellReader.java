package chancery.map.compiled;

/// Reads the text of a cell as a value of its column's datatype, where it is written in the most
/// usual way.
@FunctionalInterface
interface CellReader {
    /// Puts the lexical and the canonical form into the cell.
    ///
    /// @return false if the text is written in another way or does not fit: then nothing is said
    ///     about it, and the reference path reads the row
    boolean read(CellText cell);
}
