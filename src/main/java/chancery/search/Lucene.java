package chancery.search;

import java.util.logging.Level;
import java.util.logging.Logger;

/// Lucene says by java.util.logging which instructions of the processor it has found; nobody who
/// runs a command wants to know.
final class Lucene {
    /// Kept: a logger that nobody holds is forgotten with its level.
    private static final Logger LOG = Logger.getLogger("org.apache.lucene");

    private Lucene() {}

    static void quiet() {
        LOG.setLevel(Level.SEVERE);
    }
}
