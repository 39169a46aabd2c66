package chancery.page;

import java.util.List;

/// The files of a release's dumps or of one folder in them.
///
/// @param releaseId whose dumps they are
/// @param root      path of the dumps shown, ends in `/`
/// @param folder    path below it, `""` or ending in `/`
/// @param releases  all whose dumps can be had, the newest first
public record DumpsPage(
        String releaseId,
        String root,
        String folder,
        List<Entry> entries,
        List<ReleaseLink> releases) {
    /// @param sizeBytes -1 for a folder
    /// @param zipped    the same compressed; an empty text if there is none
    public record Entry(Link link, long sizeBytes, Link zipped, long zippedBytes) {
        public boolean isFolder() {
            return sizeBytes < 0;
        }
    }

    /// @param date of the release; `""` if it gives none
    public record ReleaseLink(Link link, String date, boolean isShown) {}
}
