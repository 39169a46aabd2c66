package chancery.follow;

import chancery.release.sum.Checksums;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All files of a published release, as its lists name them: each with its digest, the lists
/// themselves among them.
///
/// The list of the folder names that of `dumps/`; that of `text/` stands alone, and a release need
/// not have it. What was found out with the texts (`evidence.ttl`) has a digest of its own.
record Contents(String id, SortedMap<String, String> sums) {
    private static final int MOST_BYTES = 32 << 20;
    private static final String EVIDENCE = "evidence.ttl";
    private static final String LINE = "[0-9a-f]{64}  .+";
    private static final int HEX = 64;

    Contents {
        sums = Collections.unmodifiableSortedMap(sums);
    }

    /// Reads the lists of a release, and nothing else.
    static Contents of(String id, Texts texts, Origin origin) throws CannotFollow {
        SortedMap<String, String> sums = new TreeMap<>();
        Optional<byte[]> found = texts.find(id + "/" + Checksums.FILE, MOST_BYTES);
        if (found.isEmpty()) {
            throw new CannotFollow(
                    ("%s: found no such file, expected a list of all files of the release: build"
                                    + " makes one")
                            .formatted(origin.of(id + "/" + Checksums.FILE)));
        }
        byte[] own = found.get();
        sums.put(Checksums.FILE, sha256(own));
        sums.putAll(read(own, id + "/", "", origin));
        String dumps = "dumps/" + Checksums.FILE;
        if (!sums.containsKey(dumps)) {
            throw new CannotFollow(
                    "%s: found no %s in it, expected it among the files of a release"
                            .formatted(origin.of(id + "/" + Checksums.FILE), dumps));
        }
        for (String folder : new String[] {"dumps/", "text/"}) {
            String name = folder + Checksums.FILE;
            Optional<byte[]> list = texts.find(id + "/" + name, MOST_BYTES);
            if (list.isEmpty() && folder.equals("dumps/")) {
                throw new CannotFollow(origin.of(id + "/" + name) + ": found no such file");
            }
            if (list.isPresent()) {
                // the digest that the list above has for it, if any, is the one that counts
                sums.putIfAbsent(name, sha256(list.get()));
                sums.putAll(read(list.get(), id + "/" + folder, folder, origin));
            }
        }
        addEvidence(id, texts, sums);
        return new Contents(id, sums);
    }

    /// Whether a release here has the same lists, the one that need not be there among them.
    boolean areIn(Path release) throws IOException {
        for (String folder : new String[] {"", "text/"}) {
            String name = folder + Checksums.FILE;
            Path list = release.resolve(name);
            String here = Files.isRegularFile(list) ? Checksums.sha256(list) : "";
            if (!here.equals(sums.getOrDefault(name, ""))) {
                return false;
            }
        }
        return true;
    }

    private static void addEvidence(String id, Texts texts, Map<String, String> sums)
            throws CannotFollow {
        Optional<byte[]> sum = texts.find(id + "/" + EVIDENCE + ".sha256", 1_000);
        if (sum.isPresent()) {
            String line = new String(sum.get(), StandardCharsets.UTF_8).strip();
            if (line.matches("[0-9a-f]{64}  evidence\\.ttl")) {
                sums.put(EVIDENCE, line.substring(0, HEX));
                sums.put(EVIDENCE + ".sha256", sha256(sum.get()));
            }
        }
    }

    private static Map<String, String> read(byte[] list, String where, String below, Origin origin)
            throws CannotFollow {
        Map<String, String> read = new TreeMap<>();
        int number = 0;
        for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
            number++;
            String name = line.length() > HEX + 2 ? line.substring(HEX + 2) : "";
            if (!line.matches(LINE) || !isInside(name)) {
                throw new CannotFollow(
                        ("%s:%d: found \"%s\", expected a checksum and the path of a file in the"
                                        + " folder")
                                .formatted(
                                        origin.of(where + Checksums.FILE),
                                        number,
                                        Origin.shown(line)));
            }
            read.put(below + name, line.substring(0, HEX));
        }
        return read;
    }

    /// Whether a path leads to a file below its folder, on any system.
    static boolean isInside(String name) {
        if (name.length() > 1_000 || name.matches("(?s).*[\\\\:\\p{Cntrl}].*")) {
            return false;
        }
        for (String segment : name.split("/", -1)) {
            if (segment.isEmpty() || segment.startsWith(".") || segment.length() > 255) {
                return false;
            }
        }
        return true;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
