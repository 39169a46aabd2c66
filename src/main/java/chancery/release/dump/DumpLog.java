package chancery.release.dump;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Knows which parts of the dumps are written, also those of a build that was killed. For several
/// threads at once.
public interface DumpLog {
    /// Knows of nothing, and forgets what it is told.
    DumpLog NONE =
            new DumpLog() {
                @Override
                public boolean isDone(String part) {
                    return false;
                }

                @Override
                public List<Logged> files(String part) {
                    return List.of();
                }

                @Override
                public void done(String part, Path dumps, List<Logged> files) {
                    // nobody goes on with this
                }
            };

    /// Whether a part is the compressed copies of one file.
    static boolean isCopies(String part) {
        return part.startsWith(DumpFolder.COPIES);
    }

    /// A file of a part.
    ///
    /// @param isCopied whether there are to be compressed copies of it, which are another part
    record Logged(DumpedFile file, boolean isCopied) {}

    /// Whether all files of a part are there, and whole.
    boolean isDone(String part);

    /// The files of a part that is done.
    List<Logged> files(String part);

    /// Takes down that a part is done, when its files are on the disk.
    ///
    /// @param dumps the folder that their names are relative to
    void done(String part, Path dumps, List<Logged> files) throws IOException;
}
