package chancery.describe.json;

/// Where a value stands in a metadata file.
///
/// @param file the file's name as messages show it
/// @param pointer JSON pointer (RFC 6901), `""` for the whole document
/// @param line 1-based line on which the value starts
public record Place(String file, String pointer, long line) {
    /// The place of a member or an item of this value.
    public Place child(String token, long childLine) {
        String escaped = token.replace("~", "~0").replace("/", "~1");
        return new Place(file, pointer + "/" + escaped, childLine);
    }

    /// @return `file#/json/pointer`
    @Override
    public String toString() {
        return pointer.isEmpty() ? file : file + "#" + pointer;
    }
}
