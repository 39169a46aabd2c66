package chancery.follow;

import chancery.release.ReleaseFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Whether a release here still is what was fetched.
///
/// Names, sizes and times of its files are looked at each time; the files are read when one of
/// these has changed, and else so seldom that it takes a hundredth of the time.
final class Wholeness {
    private static final long SHARE = 100;
    private static final Duration SELDOM = Duration.ofMinutes(10);

    /// What can be seen of a file without reading it.
    private record Seen(long size, FileTime modified) {
        static Seen of(BasicFileAttributes attributes) {
            return new Seen(attributes.size(), attributes.lastModifiedTime());
        }
    }

    private Path release = Path.of("");
    private SortedMap<String, Seen> seen = new TreeMap<>();
    private long readNanos;
    private long tookNanos;

    /// @return a line for each file that is not as it should be
    List<String> broken(Path folder) throws IOException {
        SortedMap<String, Seen> now = look(folder);
        boolean isKnown = folder.equals(release);
        if (isKnown && now.equals(seen) && !isDue()) {
            return List.of();
        }
        List<String> broken = new ArrayList<>();
        if (isKnown) {
            for (String name : seen.keySet()) {
                if (!now.containsKey(name)) {
                    broken.add("%s/%s: found no such file".formatted(folder, name));
                }
            }
        }
        if (!ReleaseFiles.areListed(folder)) {
            broken.add(folder + ": found no list of its files");
        }
        long begin = System.nanoTime();
        if (broken.isEmpty()) {
            broken.addAll(ReleaseFiles.broken(folder));
        }
        if (broken.isEmpty()) {
            release = folder;
            seen = now;
            readNanos = System.nanoTime();
            tookNanos = readNanos - begin;
        }
        return broken;
    }

    /// Another one may take its place; what is there then is read.
    void forget() {
        release = Path.of("");
    }

    private boolean isDue() {
        long pause = Math.max(SELDOM.toNanos(), SHARE * tookNanos);
        return System.nanoTime() - readNanos > pause;
    }

    private static SortedMap<String, Seen> look(Path folder) throws IOException {
        SortedMap<String, Seen> looked = new TreeMap<>();
        for (Map.Entry<String, BasicFileAttributes> each : Folder.files(folder).entrySet()) {
            // the lock of a database, and what builds add later, come and go
            if (!each.getKey().endsWith(".lock") && !each.getKey().startsWith("evidence.")) {
                looked.put(each.getKey(), Seen.of(each.getValue()));
            }
        }
        return looked;
    }
}
