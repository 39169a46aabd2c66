package chancery.serve;

import chancery.page.DumpsPage;
import chancery.page.Frame;
import chancery.release.Description;
import chancery.release.ReleaseStore;
import chancery.release.change.Patches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// `/dumps/`: the files that were written when a release was built.
///
/// `/dumps/<file>` and `/dumps/latest/<file>` are those of the release being served,
/// `/dumps/<release>/<file>` those of any release in the folder, which never change, and
/// `/dumps/<date>/<file>` leads to those of the newest release of that date.
/// `/dumps/patches/<former>..<later>/<file>` are what leads from one release to another.
final class DumpFiles {
    static final String ROOT = "/dumps/";

    private static final String PATCHES = ROOT + Patches.FOLDER + "/";
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]*");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final List<Offer> PAGE_OR_TURTLE = List.of(Offer.HTML, Offer.TURTLE);

    private final Pages pages;
    private final DumpFile files = new DumpFile();

    DumpFiles(Pages pages) {
        this.pages = pages;
    }

    /// Where a path leads.
    ///
    /// @param dumps  the folder of the release meant
    /// @param root   the path of that folder as it was asked for, ends in `/`
    /// @param steady the path of it that always means this release, ends in `/`
    /// @param below  the rest of the path
    record Meant(String releaseId, Path dumps, String root, String steady, String below) {
        Path file() {
            return dumps.resolve(below);
        }

        boolean isSteady() {
            return root.equals(steady);
        }

        /// Whether it leads to what lies between releases.
        boolean isPatch() {
            return root.startsWith(PATCHES);
        }
    }

    static boolean isFor(String path) {
        return path.equals("/dumps") || path.startsWith(ROOT);
    }

    Reply answer(Request request, Served served) {
        if (request.path().equals("/dumps")) {
            return new Reply.SeeOther(ROOT);
        }
        String below = request.path().substring(ROOT.length());
        if (!isPath(below)) {
            return pages.notFound(request, served);
        }
        try {
            Optional<String> dated = dated(below, served);
            if (dated.isPresent()) {
                return new Reply.SeeOther(dated.get());
            }
            Meant meant = meant(below, served);
            if (!Files.exists(meant.file())) {
                return isCatalogue(meant)
                        ? new Reply.Found(
                                "text/turtle; charset=utf-8", catalogue(request, served), false)
                        : pages.notFound(request, served);
            }
            if (!Files.isDirectory(meant.file())) {
                return files.answer(request, meant, served);
            }
            return meant.below().isEmpty() || meant.below().endsWith("/")
                    ? folder(request, meant, served)
                    : new Reply.SeeOther(request.path() + "/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `/release/<id>` of a release that is not the one being served.
    Optional<Description> description(String id, Served served) {
        return store(served).find(id).map(ReleaseStore.Listed::description);
    }

    private static boolean isPath(String below) {
        String path = below.endsWith("/") ? below.substring(0, below.length() - 1) : below;
        return path.isEmpty()
                ? below.isEmpty()
                : Stream.of(path.split("/", -1)).allMatch(part -> SEGMENT.matcher(part).matches());
    }

    private static Meant meant(String below, Served served) {
        String current = ROOT + served.id() + "/";
        int slash = below.indexOf('/');
        String first = slash < 0 ? below : below.substring(0, slash);
        String rest = slash < 0 ? "" : below.substring(slash + 1);
        Path own = served.release().dumps();
        if (first.equals(Patches.FOLDER)) {
            return patch(rest, served);
        }
        if (first.equals("latest") || first.equals(served.id())) {
            return new Meant(served.id(), own, ROOT + first + "/", current, rest);
        }
        if (!first.isEmpty() && !Files.exists(own.resolve(first))) {
            Optional<ReleaseStore.Listed> other = store(served).find(first);
            if (other.isPresent()) {
                String root = ROOT + first + "/";
                return new Meant(first, other.get().dumps(), root, root, rest);
            }
        }
        return new Meant(served.id(), own, ROOT, current, below);
    }

    /// `patches/<former>..<later>/<file>`, which never changes either.
    private static Meant patch(String below, Served served) {
        String[] parts = below.split("/", 2);
        Path folder = releases(served).resolve(Patches.FOLDER);
        if (parts.length < 2) {
            return new Meant(served.id(), folder, PATCHES, PATCHES, below);
        }
        String root = PATCHES + parts[0] + "/";
        String later = parts[0].replaceFirst("^.*\\.\\.", "");
        return new Meant(later, folder.resolve(parts[0]), root, root, parts[1]);
    }

    private static Patches patches(Served served) {
        return new Patches(releases(served));
    }

    private static Optional<String> dated(String below, Served served) throws IOException {
        String[] parts = below.split("/", 2);
        if (!DAY.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        return listed(served).stream()
                .filter(release -> release.date().equals(parts[0]))
                .findFirst()
                .map(release -> ROOT + release.id() + "/" + (parts.length < 2 ? "" : parts[1]));
    }

    private static ReleaseStore store(Served served) {
        return new ReleaseStore(releases(served));
    }

    private static Path releases(Served served) {
        Path parent = served.release().folder().toAbsolutePath().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    /// The newest first; the one being served is among them even when its folder is gone.
    private static List<ReleaseStore.Listed> listed(Served served) throws IOException {
        ReleaseStore store = store(served);
        ReleaseStore.Listed own =
                new ReleaseStore.Listed(
                        served.id(),
                        served.release().description().date(),
                        served.release().dumps(),
                        served.release().description());
        Stream<ReleaseStore.Listed> others =
                store.list().stream()
                        .map(path -> path.getFileName().toString())
                        .filter(id -> !id.equals(served.id()))
                        .flatMap(id -> store.find(id).stream());
        return Stream.concat(Stream.of(own), others)
                .sorted(Comparator.comparing(ReleaseStore.Listed::date).reversed())
                .toList();
    }

    private static boolean isCatalogue(Meant meant) {
        return meant.root().equals(ROOT) && meant.below().equals("dcat.ttl");
    }

    private static String catalogue(Request request, Served served) throws IOException {
        return RdfText.of(
                new Catalogue(served, request.origin()).of(listed(served), patches(served).list()),
                Offer.TURTLE);
    }

    private Reply folder(Request request, Meant meant, Served served) throws IOException {
        boolean isTop = meant.root().equals(ROOT) && meant.below().isEmpty();
        if (!isTop) {
            return pages.found("dumps", "Dumps", "", list(request, meant, served), served);
        }
        Optional<Offer> offer = new Negotiation(request.accept()).choose(PAGE_OR_TURTLE);
        if (offer.isEmpty()) {
            return new Reply.NotAcceptable(PAGE_OR_TURTLE.stream().map(Offer::type).toList());
        }
        if (offer.get().equals(Offer.TURTLE)) {
            return new Reply.Found(
                    "text/turtle; charset=utf-8",
                    catalogue(request, served),
                    true,
                    ROOT + "dcat.ttl",
                    List.of());
        }
        Frame frame =
                Pages.frame(
                        "Download",
                        List.of(
                                new Frame.Alternate(
                                        "text/turtle", ROOT + "dcat.ttl", "Turtle (DCAT)")),
                        Pages.schema(served).home("Download"),
                        served);
        return new Reply.Found(
                "text/html; charset=utf-8",
                pages.html("dumps", frame, list(request, meant, served), served),
                true,
                "",
                Site.signposts(served));
    }

    private static DumpsPage list(Request request, Meant meant, Served served) throws IOException {
        List<Patches.Pair> leading =
                patches(served).list().stream()
                        .filter(pair -> pair.later().equals(meant.releaseId()))
                        .toList();
        return new DumpList(meant, request.origin(), leading).page(listed(served));
    }
}
