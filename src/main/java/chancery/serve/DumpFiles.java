package chancery.serve;

import chancery.page.DumpsPage;
import chancery.page.Link;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.stream.Stream;

/// `/dumps/`: the files that were written when the release was built.
final class DumpFiles {
    private static final String ROOT = "/dumps/";
    private static final Map<String, String> TYPES =
            Map.of(
                    "ttl", "text/turtle; charset=utf-8",
                    "nt", "application/n-triples; charset=utf-8",
                    "nq", "application/n-quads; charset=utf-8",
                    "trig", "application/trig; charset=utf-8",
                    "csv", "text/csv; charset=utf-8",
                    "gz", "application/gzip");

    private final Pages pages;

    DumpFiles(Pages pages) {
        this.pages = pages;
    }

    Reply answer(Request request, Served served) {
        if (request.path().equals("/dumps")) {
            return new Reply.SeeOther(ROOT);
        }
        String below = request.path().substring(ROOT.length());
        Path file = served.release().dumps().resolve(below);
        if (!below.matches("([A-Za-z0-9_][A-Za-z0-9._-]*/?)*") || !Files.exists(file)) {
            return pages.notFound(request, served);
        }
        try {
            if (!Files.isDirectory(file)) {
                return file(request, file);
            }
            return below.isEmpty() || below.endsWith("/")
                    ? pages.found("dumps", "Dumps", "", list(below, file), served)
                    : new Reply.SeeOther(request.path() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reply file(Request request, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long modified = attributes.lastModifiedTime().toMillis();
        String tag = "\"%x-%x\"".formatted(attributes.size(), modified);
        if (request.header("If-None-Match").contains(tag)
                || request.header("If-None-Match").equals("*")) {
            return new Reply.NotModified(tag);
        }
        String name = file.getFileName().toString();
        String type =
                TYPES.getOrDefault(
                        name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
        return new Reply.FoundFile(
                type, file, attributes.size(), attributes.lastModifiedTime().toInstant(), tag);
    }

    private static DumpsPage list(String folder, Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return new DumpsPage(
                    folder, entries.sorted().map(path -> entry(folder, path)).toList());
        }
    }

    private static DumpsPage.Entry entry(String folder, Path path) {
        boolean isFolder = Files.isDirectory(path);
        String name = path.getFileName() + (isFolder ? "/" : "");
        try {
            return new DumpsPage.Entry(
                    Link.to(name, ROOT + folder + name), isFolder ? -1 : Files.size(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
