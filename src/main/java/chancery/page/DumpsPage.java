package chancery.page;

import java.util.List;
import java.util.Locale;

/// The files of a release's dumps or of one folder in them.
///
/// @param releaseId whose dumps they are
/// @param root      path of the dumps shown, ends in `/`
/// @param folder    path below it, `""` or ending in `/`
/// @param origin    of this server, without a slash at its end
/// @param groups    those with files in them; one alone below a folder
/// @param releases  all whose dumps can be had, the newest first
public record DumpsPage(
        String releaseId,
        String root,
        String folder,
        String origin,
        List<Group> groups,
        List<ReleaseLink> releases) {
    public DumpsPage {
        groups = List.copyOf(groups);
        releases = List.copyOf(releases);
    }

    /// @param title of a part of the list; `""` if it is the whole list
    public record Group(String title, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /// @param sizeBytes -1 for a folder
    /// @param what      is in it and what for; `""` where the name says it
    /// @param packed    the same compressed, the smallest first
    public record Entry(Link link, long sizeBytes, String what, List<Packed> packed) {
        public Entry {
            packed = List.copyOf(packed);
        }

        public boolean isFolder() {
            return sizeBytes < 0;
        }

        /// For people.
        public String size() {
            return isFolder() ? "" : words(sizeBytes);
        }
    }

    /// A compressed copy; its text is the ending.
    public record Packed(Link link, long sizeBytes) {
        public String size() {
            return words(sizeBytes);
        }
    }

    /// @param date of the release; `""` if it gives none
    public record ReleaseLink(Link link, String date, boolean isShown) {}

    private static String words(long bytes) {
        String[] units = {"bytes", "kB", "MB", "GB", "TB"};
        double size = bytes;
        int unit = 0;
        while (size >= 999.5 && unit < units.length - 1) {
            size /= 1000;
            unit++;
        }
        boolean isShort = unit > 0 && size < 9.95;
        return String.format(Locale.ROOT, isShort ? "%.1f %s" : "%.0f %s", size, units[unit]);
    }
}
