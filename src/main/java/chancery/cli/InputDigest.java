package chancery.cli;

import chancery.pack.PackStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Digest of all that goes into a release, kept beside the releases (`.inputs`), so that `serve`
/// knows whether it has to build.
record InputDigest(String hex) {
    private static final String FILE = ".inputs";

    static InputDigest of(Places places) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String settings = Version.NUMBER + "\n" + places.base().iri();
            sha.update(settings.getBytes(StandardCharsets.UTF_8));
            for (Path folder : List.of(places.seeds(), places.ontology(), places.queries())) {
                add(sha, folder);
            }
            addPacks(sha, places.packStore());
            Path rules = places.rules();
            if (rules != null) {
                sha.update(Files.readAllBytes(rules));
            }
            return new InputDigest(HexFormat.of().formatHex(sha.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (Refusal | IOException | UncheckedIOException e) {
            return new InputDigest("");
        }
    }

    /// The files of packs are large, and their lists hold their checksums.
    private static void addPacks(MessageDigest sha, PackStore store) throws IOException {
        for (String pack : store.names()) {
            sha.update((pack + "\n").getBytes(StandardCharsets.UTF_8));
            sha.update(store.list(pack).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(MessageDigest sha, Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sha.update(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                sha.update(Files.readAllBytes(file));
            }
        }
    }

    void remember(Path releases, String id) throws IOException {
        Files.writeString(releases.resolve(FILE), hex + " " + id + "\n");
    }

    /// @param folder of the releases
    /// @return whether the current release was made of this input
    boolean isOf(Path folder) {
        try {
            String[] kept = Files.readString(folder.resolve(FILE)).strip().split(" ");
            String current = Files.readString(folder.resolve("current")).strip();
            return kept.length == 2
                    && kept[0].equals(hex)
                    && kept[1].equals(current)
                    && Files.exists(folder.resolve(current).resolve("release.ttl"));
        } catch (IOException e) {
            return false;
        }
    }
}
