package chancery.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A copy of a release folder made of hard links, so that opening its database locks nothing.
///
/// `tdb.lock` is left out, and the journal (which a database may write to) is copied. Where hard
/// links cannot be made, database and text index are copied and the dumps are left out.
final class LinkedCopy {
    /// Copies stand beside the releases (the same file system, so that links work); then the id of
    /// the process that made them.
    static final String PREFIX = ".serving-";

    /// Copies that are no links: the number of the process follows.
    private static final String TEMPORARY = "chancery-serving-";

    private static final Pattern TEMPORARY_NAME =
            Pattern.compile(Pattern.quote(TEMPORARY) + "([0-9]{1,18})-.*");

    private LinkedCopy() {}

    static Path make(Path release) throws IOException {
        try {
            return make(release, besideTheReleases(release), true);
        } catch (IOException | UnsupportedOperationException noLinks) {
            return make(release, Files.createTempDirectory(temporaryPrefix()), false);
        }
    }

    private static String temporaryPrefix() {
        return TEMPORARY + ProcessHandle.current().pid() + "-";
    }

    /// Deletes copies in the folder for temporary files whose processes are gone.
    static void sweepTemporary() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        List<Path> all;
        try (Stream<Path> entries = Files.list(temporary)) {
            all = entries.toList();
        }
        for (Path path : all) {
            Matcher name = TEMPORARY_NAME.matcher(path.getFileName().toString());
            if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                delete(path);
            }
        }
    }

    private static Path besideTheReleases(Path release) throws IOException {
        Path parent = Optional.ofNullable(release.toAbsolutePath().getParent()).orElse(release);
        return Files.createTempDirectory(parent, PREFIX + ProcessHandle.current().pid() + "-");
    }

    private static Path make(Path release, Path copy, boolean links) throws IOException {
        try {
            copyTree(release.resolve(Release.DATABASE), copy.resolve(Release.DATABASE), links);
            Path text = release.resolve(Release.TEXT);
            if (Files.isDirectory(text)) {
                copyTree(text, copy.resolve(Release.TEXT), links);
            }
            if (links) {
                copyTree(release.resolve(Release.DUMPS), copy.resolve(Release.DUMPS), true);
            }
            return copy;
        } catch (IOException | UnsupportedOperationException e) {
            delete(copy);
            throw e;
        }
    }

    private static void copyTree(Path from, Path to, boolean links) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(dir)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        String name = file.getFileName().toString();
                        Path target = to.resolve(from.relativize(file));
                        if (links && !name.endsWith(".jrnl") && !name.equals("tdb.lock")) {
                            Files.createLink(target, file);
                        } else if (!name.equals("tdb.lock")) {
                            Files.copy(file, target);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Deletes a copy as far as it is still there.
    static void delete(Path copy) throws IOException {
        try {
            Files.walkFileTree(copy, new Deletion());
        } catch (NoSuchFileException alreadyGone) {
            // somebody cleared the folder: what we wanted
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(
                Path dir, @org.jspecify.annotations.Nullable IOException e) throws IOException {
            Files.deleteIfExists(dir);
            return FileVisitResult.CONTINUE;
        }
    }
}
