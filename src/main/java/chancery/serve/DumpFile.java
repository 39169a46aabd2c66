package chancery.serve;

import chancery.serve.http.ByteRange;
import chancery.serve.http.Codings;
import chancery.serve.http.Validators;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// One file of the dumps, or a part of it.
///
/// Whoever takes zstd or gzip gets the file that was compressed when the release was built, as a
/// coding of the plain one; a name that ends in `.zst` or `.gz` always means the compressed bytes
/// themselves.
final class DumpFile {
    private static final String SUMS = "SHA256SUMS";

    /// Content codings and how their files end, the one that saves more first.
    private static final Map<String, String> ENDINGS =
            new TreeMap<>(Map.of("zstd", ".zst", "gzip", ".gz")).descendingMap();

    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("ttl", "text/turtle; charset=utf-8"),
                    Map.entry("nt", "application/n-triples; charset=utf-8"),
                    Map.entry("nq", "application/n-quads; charset=utf-8"),
                    Map.entry("trig", "application/trig; charset=utf-8"),
                    Map.entry("jsonld", "application/ld+json"),
                    Map.entry("csv", "text/csv; charset=utf-8"),
                    Map.entry("tsv", "text/tab-separated-values; charset=utf-8"),
                    Map.entry("json", "application/csvm+json"),
                    Map.entry("md", "text/markdown; charset=utf-8"),
                    Map.entry("rdfp", "application/rdf-patch; charset=utf-8"),
                    Map.entry("zip", "application/zip"),
                    Map.entry("zst", "application/zstd"),
                    Map.entry("gz", "application/gzip"));

    Reply answer(Request request, DumpFiles.Meant meant, Served served) throws IOException {
        List<String> codings =
                ENDINGS.keySet().stream()
                        .filter(coding -> Files.isRegularFile(coded(meant, coding)))
                        .toList();
        String coding = Codings.choose(request.header("Accept-Encoding"), codings);
        Path file = coding.isEmpty() ? meant.file() : coded(meant, coding);
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        Validators validators =
                new Validators(
                        tag(meant, file, attributes), attributes.lastModifiedTime().toInstant());
        Reply.FileHeaders headers =
                new Reply.FileHeaders(
                        type(meant.file()),
                        coding,
                        !codings.isEmpty(),
                        validators,
                        meant.isSteady() ? "public, max-age=31536000, immutable" : "no-cache",
                        meant.isSteady() ? "" : meant.steady() + meant.below(),
                        links(meant, served));
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

    private static Path coded(DumpFiles.Meant meant, String coding) {
        return meant.file().resolveSibling(meant.file().getFileName() + ENDINGS.get(coding));
    }

    private static String type(Path file) {
        String name = file.getFileName().toString();
        return TYPES.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1), "text/plain; charset=utf-8");
    }

    /// The checksum: the same bytes have the same tag on every server. A file that the list of
    /// checksums does not have goes by its size and age.
    private static String tag(DumpFiles.Meant meant, Path file, BasicFileAttributes attributes)
            throws IOException {
        Optional<String> sum = checksum(meant.dumps(), file);
        return sum.map(hex -> "\"" + hex + "\"")
                .orElseGet(
                        () ->
                                "\"%x-%x\""
                                        .formatted(
                                                attributes.size(),
                                                attributes.lastModifiedTime().toMillis()));
    }

    private static Optional<String> checksum(Path dumps, Path file) throws IOException {
        Path sums = dumps.resolve(SUMS);
        if (!Files.isRegularFile(sums)) {
            return Optional.empty();
        }
        String ending = "  " + dumps.relativize(file).toString().replace('\\', '/');
        try (Stream<String> lines = Files.lines(sums)) {
            return lines.filter(line -> line.endsWith(ending))
                    .map(line -> line.substring(0, line.length() - ending.length()))
                    .filter(sum -> sum.matches("[0-9a-f]{64}"))
                    .findFirst();
        }
    }

    private static List<WebLink> links(DumpFiles.Meant meant, Served served) {
        return List.of(
                WebLink.to(
                        served.release().description().base() + "release/" + meant.releaseId(),
                        "cite-as"),
                new WebLink("/dumps/", "collection", Offer.HTML.type()),
                new WebLink("/dumps/dcat.ttl", "describedby", Offer.TURTLE.type()),
                WebLink.to(Signposts.LICENCE, "license"));
    }
}
