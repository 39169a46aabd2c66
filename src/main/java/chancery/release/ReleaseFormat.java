package chancery.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// How the folder of a release is laid out (docs/publishing.md). The number changes when a program
/// that knows the former layout would misread a release; a file that is merely new changes nothing.
public final class ReleaseFormat {
    /// What this program writes, and the newest that it reads.
    public static final int VERSION = 1;

    /// Holds the number; a release without it is of version 1.
    static final String FILE = "format";

    private static final String NAMES = "https://w3id.org/chancery/release-format/";

    private ReleaseFormat() {}

    /// What a release says that it conforms to.
    static Node name() {
        return NodeFactory.createURI(NAMES + VERSION);
    }

    static void write(Path release) throws IOException {
        Files.writeString(release.resolve(FILE), VERSION + "\n");
    }

    /// @param release its folder; it may lack anything
    /// @throws BrokenRelease when it is of a newer format, or says nothing that can be understood
    public static void require(Path release) throws BrokenRelease {
        Path file = release.resolve(FILE);
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (NoSuchFileException first) {
            return;
        } catch (IOException e) {
            throw new BrokenRelease(file + ": found no readable file", e);
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            String shown = text.substring(0, Math.min(80, text.length()));
            throw new BrokenRelease(file + ": found \"" + shown + "\", expected a number");
        }
        if (Integer.parseInt(text) > VERSION) {
            throw new BrokenRelease(
                    "%s: found a release of format %s, expected %d or older: a newer Chancery reads it"
                            .formatted(release, text, VERSION));
        }
    }
}
