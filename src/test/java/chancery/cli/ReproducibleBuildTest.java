package chancery.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same input gives the same release, byte for byte, wherever and whenever it is built.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReproducibleBuildTest {
    @TempDir private static Path folder;
    private Map<String, String> expected = Map.of();

    @BeforeAll
    void buildOnce() throws Exception {
        expected = build(folder.resolve("first"), List.of(), List.of());
        assertFalse(expected.isEmpty());
    }

    /// With other digits, another calendar, letters that have other capitals.
    @ParameterizedTest
    @CsvSource({
        "Pacific/Auckland, tr, TR, latn",
        "America/St_Johns, ar, EG, arab",
        "Asia/Kolkata, th, TH, thai"
    })
    void anotherTimeZoneLocaleAndFolderOfTablesMakeNoDifference(
            String zone, String language, String country, String digits) throws Exception {
        List<String> jvm =
                List.of(
                        "-Duser.timezone=" + zone,
                        "-Duser.language=" + language,
                        "-Duser.country=" + country,
                        "-Duser.extensions=u-nu-" + digits);
        Path seeds = Folders.copy(Path.of("seeds"), folder.resolve(language + "/tables/there"));
        Map<String, String> found =
                build(folder.resolve(language), jvm, List.of("--seeds", seeds.toString()));
        assertSame(found);
    }

    private void assertSame(Map<String, String> found) {
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        names.removeIf(name -> Objects.equals(expected.get(name), found.get(name)));
        assertEquals(Set.of(), names);
    }

    @Test
    void anEarlierReleaseMakesNoDifference() throws Exception {
        Path releases = folder.resolve("later");
        build(releases, List.of(), List.of("--date", "2001-02-03"));
        assertSame(build(releases, List.of(), List.of()));
    }

    /// But for the file that says what was verified, and its checksum.
    @Test
    void theTextsMakeNoDifference() throws Exception {
        assumeTrue(Folders.texts().isPresent(), "the source texts are not beside the project");
        String texts = Folders.texts().orElseThrow().toString();
        Map<String, String> files =
                build(folder.resolve("texts"), List.of(), List.of("--texts", texts));
        assertNotNull(files.remove("evidence.ttl"));
        assertNotNull(files.remove("evidence.ttl.sha256"));
        assertSame(files);
    }

    /// Builds in a JVM of its own, and digests every file of the release but the text index, which
    /// has the time and a number by chance in it.
    private static Map<String, String> build(Path releases, List<String> jvm, List<String> options)
            throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvm);
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "chancery.cli.Main",
                        "build",
                        "--releases",
                        releases.toString()));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output =
                new String(
                        process.getInputStream().readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(true, process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue(), output);
        return digests(releases.resolve(Files.readString(releases.resolve("current")).strip()));
    }

    private static Map<String, String> digests(Path release) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        digests.put("release", release.getFileName().toString());
        try (Stream<Path> files = Files.walk(release)) {
            for (Path file :
                    files.filter(Files::isRegularFile)
                            .filter(path -> !release.relativize(path).startsWith("text"))
                            .toList()) {
                digests.put(release.relativize(file).toString(), digest(Files.readAllBytes(file)));
            }
        }
        return digests;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
