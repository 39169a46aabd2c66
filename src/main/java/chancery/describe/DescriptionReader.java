package chancery.describe;

import java.nio.file.Path;
import java.util.List;

/// Reads metadata files.
public final class DescriptionReader {
    private DescriptionReader() {}

    /// Reads one metadata file.
    ///
    /// @return the tables it describes, in its order; at least one
    public static List<TableDescription> read(Path metadata) throws BadDescription {
        throw new UnsupportedOperationException(metadata.toString());
    }

    /// Reads all `<name>.csv-metadata.json` of a folder, and holds their foreign keys together.
    ///
    /// @return the tables in the order of their files' names; may be empty
    public static List<TableDescription> readFolder(Path folder) throws BadDescription {
        throw new UnsupportedOperationException(folder.toString());
    }
}
