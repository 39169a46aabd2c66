package chancery.serve;

import chancery.release.ReleaseFiles;
import chancery.release.ReleaseStore;
import chancery.serve.http.ByteRange;
import chancery.serve.http.Validators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;

/// `/releases/`: the folder of releases as it is, for servers that follow this one.
///
/// `/releases/current` names the current release, `/releases/<id>/<file>` is a file of one: those
/// that the lists of checksums name, and the lists.
final class ReleaseFolder {
    private static final String ROOT = "/releases/";
    private static final String TYPE = "application/octet-stream";

    private final Pages pages;

    ReleaseFolder(Pages pages) {
        this.pages = pages;
    }

    static boolean isFor(String path) {
        return path.startsWith(ROOT);
    }

    Reply answer(Request request, Served served) {
        String below = request.path().substring(ROOT.length());
        try {
            return below.equals("current")
                    ? current(request, served)
                    : file(request, below, served).orElseGet(() -> pages.notFound(request, served));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reply current(Request request, Served served) throws IOException {
        Path file = releases(served).resolve("current");
        return Files.isRegularFile(file)
                ? reply(request, file, "")
                : pages.notFound(request, served);
    }

    private static Optional<Reply> file(Request request, String below, Served served)
            throws IOException {
        int slash = below.indexOf('/');
        if (slash < 0
                || new ReleaseStore(releases(served)).find(below.substring(0, slash)).isEmpty()) {
            return Optional.empty();
        }
        Path release = releases(served).resolve(below.substring(0, slash));
        Optional<ReleaseFiles.Listed> listed =
                ReleaseFiles.find(release, below.substring(slash + 1));
        return listed.isEmpty()
                ? Optional.empty()
                : Optional.of(reply(request, listed.get().file(), listed.get().sha256()));
    }

    private static Path releases(Served served) {
        Path parent = served.release().folder().toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    /// @param sha256 the entity tag; without one it is made of size and age
    private static Reply reply(Request request, Path file, String sha256) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        String tag =
                sha256.isEmpty()
                        ? "%x-%x"
                                .formatted(
                                        attributes.size(), attributes.lastModifiedTime().toMillis())
                        : sha256;
        Validators validators =
                new Validators("\"" + tag + "\"", attributes.lastModifiedTime().toInstant());
        Reply.FileHeaders headers =
                new Reply.FileHeaders(TYPE, "", false, validators, "no-cache", "", List.of());
        if (validators.isKnown(
                request.header("If-None-Match"), request.header("If-Modified-Since"))) {
            return new Reply.NotModified(headers);
        }
        boolean mayBePart =
                request.method().equals("GET") && validators.isSame(request.header("If-Range"));
        ByteRange range =
                mayBePart
                        ? ByteRange.of(request.header("Range"), attributes.size())
                        : new ByteRange.Whole();
        return range instanceof ByteRange.Nowhere
                ? new Reply.NoSuchRange(attributes.size())
                : new Reply.FoundFile(headers, file, attributes.size(), range);
    }
}
