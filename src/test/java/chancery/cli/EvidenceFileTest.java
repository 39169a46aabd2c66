package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a build leaves beside a release of what it verified.
class EvidenceFileTest {
    @TempDir private Path folder;

    private Path build(String... more) throws IOException {
        List<String> line = List.of("build", "--releases", folder.toString());
        Result built =
                Result.of(Stream.concat(line.stream(), Stream.of(more)).toArray(String[]::new));
        assertEquals(0, built.exit(), built.out() + built.err());
        return folder.resolve(Files.readString(folder.resolve("current")).strip());
    }

    @Test
    void onlyABuildWithTheTextsSaysWhatItVerified() throws IOException {
        Path texts = Folders.texts().orElse(null);
        Assumptions.assumeTrue(texts != null, "the texts are not there");
        Path release = build();
        Path evidence = release.resolve("evidence.ttl");
        assertFalse(Files.exists(evidence));

        assertEquals(release, build("--texts", String.valueOf(texts)));
        String verified = Files.readString(evidence);
        assertTrue(verified.contains("release/" + release.getFileName()), verified);
        assertTrue(verified.contains("passagesSupported"), verified);

        build();
        assertEquals(verified, Files.readString(evidence));
        try (Stream<Path> files = Files.list(release)) {
            assertEquals(
                    List.of(
                            "SHA256SUMS",
                            "dumps",
                            "evidence.ttl",
                            "evidence.ttl.sha256",
                            "format",
                            "release.ttl",
                            "tdb2",
                            "text"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }
}
