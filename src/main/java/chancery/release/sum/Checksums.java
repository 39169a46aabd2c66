package chancery.release.sum;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `SHA256SUMS` of a folder: a line for each file, digest and path below the folder.
///
/// Any bytes may stand in the list, for it may be damaged itself: a line that is none is told, and
/// a path that leads out of the folder is not followed.
public final class Checksums {
    public static final String FILE = "SHA256SUMS";

    private static final String LINE = "[0-9a-f]{64}  .+";
    private static final int HEX = 64;
    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final SortedMap<String, String> sums = new TreeMap<>();
    private final List<String> noChecksums = new ArrayList<>();

    private Checksums(Path folder) {
        this.folder = folder;
    }

    /// @param folder with a list; see [#isIn]
    public static Checksums read(Path folder) throws IOException {
        Checksums read = new Checksums(folder);
        Path list = folder.resolve(FILE);
        // what is no UTF-8 becomes a name that no file has
        String text = new String(Files.readAllBytes(list), StandardCharsets.UTF_8);
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            if (line.matches(LINE)) {
                read.sums.put(line.substring(HEX + 2), line.substring(0, HEX));
            } else {
                read.noChecksums.add(
                        "%s:%d: found no checksum, expected one a line".formatted(list, number));
            }
        }
        return read;
    }

    public static boolean isIn(Path folder) {
        return Files.isRegularFile(folder.resolve(FILE));
    }

    /// Writes the list.
    ///
    /// @param names of files below the folder, with `/` between folders
    public static void write(Path folder, Collection<String> names) throws IOException {
        Map<String, String> found = of(folder, names);
        StringBuilder text = new StringBuilder();
        for (String name : new TreeSet<>(names)) {
            text.append(found.get(name)).append("  ").append(name).append('\n');
        }
        Files.write(folder.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Digests by name.
    public SortedMap<String, String> sums() {
        return Collections.unmodifiableSortedMap(sums);
    }

    /// A line for each line of the list that is none, `where: found …, expected …`.
    public List<String> noChecksums() {
        return List.copyOf(noChecksums);
    }

    /// A line for each file that is not what the list says, after those of [#noChecksums].
    public List<String> broken() throws IOException {
        return broken("");
    }

    /// The same without the files of one folder below, which are not read.
    ///
    /// @param besides beginning of their names, such as `tdb2/`; `""` for none
    public List<String> broken(String besides) throws IOException {
        List<String> broken = new ArrayList<>(noChecksums);
        SortedMap<String, String> looked = new TreeMap<>(sums);
        looked.keySet().removeIf(name -> !besides.isEmpty() && name.startsWith(besides));
        Map<String, String> found = of(folder, looked.keySet());
        looked.forEach(
                (name, expected) -> {
                    String is = found.getOrDefault(name, "no such file");
                    if (!is.equals(expected)) {
                        broken.add(
                                "%s/%s: found %s, expected %s as %s says"
                                        .formatted(folder, name, is, expected, FILE));
                    }
                });
        return broken;
    }

    /// The digests of those files that are there.
    private static Map<String, String> of(Path folder, Collection<String> names)
            throws IOException {
        Map<String, Future<String>> running = new TreeMap<>();
        int threads = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
        try (ExecutorService readers = Executors.newFixedThreadPool(threads)) {
            for (String name : Set.copyOf(names)) {
                if (isFile(folder, name)) {
                    Callable<String> task = () -> sha256(folder.resolve(name));
                    running.put(name, readers.submit(task));
                }
            }
            Map<String, String> found = new TreeMap<>();
            for (Map.Entry<String, Future<String>> each : running.entrySet()) {
                found.put(each.getKey(), each.getValue().get());
            }
            return found;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static boolean isFile(Path folder, String name) {
        try {
            Path file = folder.resolve(name).normalize();
            return file.startsWith(folder.normalize()) && Files.isRegularFile(file);
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    /// @return 64 hexadecimal digits
    public static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] part = new byte[BUFFER];
            for (int length = in.read(part); length >= 0; length = in.read(part)) {
                sha.update(part, 0, length);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
