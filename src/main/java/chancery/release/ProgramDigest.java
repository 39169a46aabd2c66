package chancery.release;

import chancery.release.sum.Checksums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.query.ARQ;

/// A digest of this program, its Jena and its Java: what another one has left half made, this one
/// may not go on with.
public final class ProgramDigest {
    private static final class Once {
        private static final String HEX = of();
    }

    private ProgramDigest() {}

    /// @return 64 hexadecimal digits
    public static String hex() {
        return Once.HEX;
    }

    private static String of() {
        try {
            MessageDigest sha = CanonicalQuads.sha256();
            add(sha, ARQ.VERSION);
            add(sha, Runtime.version().toString());
            Optional<CodeSource> source =
                    Optional.ofNullable(ProgramDigest.class.getProtectionDomain().getCodeSource());
            if (source.isPresent()) {
                Path program = Path.of(source.get().getLocation().toURI());
                if (Files.isDirectory(program)) {
                    addFolder(sha, program.resolve("chancery"));
                } else {
                    add(sha, Checksums.sha256(program));
                }
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a program lies somewhere", e);
        }
    }

    private static void addFolder(MessageDigest sha, Path folder) throws IOException {
        List<Path> classes;
        try (Stream<Path> all = Files.walk(folder)) {
            classes = all.filter(it -> it.toString().endsWith(".class")).sorted().toList();
        }
        for (Path each : classes) {
            add(sha, folder.relativize(each).toString());
            add(sha, Checksums.sha256(each));
        }
    }

    private static void add(MessageDigest sha, String text) {
        sha.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
