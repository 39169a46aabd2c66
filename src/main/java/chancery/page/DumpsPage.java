package chancery.page;

import java.util.List;

/// The files of `dumps/` or of one folder in it.
///
/// @param folder path below `dumps/`, `""` or ending in `/`
public record DumpsPage(String folder, List<Entry> entries) {
    /// @param sizeBytes -1 for a folder
    public record Entry(Link link, long sizeBytes) {
        public boolean isFolder() {
            return sizeBytes < 0;
        }
    }
}
