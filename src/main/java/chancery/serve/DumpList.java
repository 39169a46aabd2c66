package chancery.serve;

import chancery.page.DumpsPage;
import chancery.page.Link;
import chancery.release.ReleaseStore.Listed;
import chancery.release.change.Patches;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Lists the files of a folder for people, grouped, with what they are for.
///
/// @param meant the folder
/// @param origin of this server
/// @param patches those that lead to the release
record DumpList(DumpFiles.Meant meant, String origin, List<Patches.Pair> patches) {
    private static final List<String> COPIES = List.of(".zst", ".gz");
    private static final String TABLES = "For a spreadsheet";
    private static final String WHOLE = "The whole graph";
    private static final String PARTS = "Parts of it";
    private static final String CHECKS = "To check what came";
    private static final String CHANGES = "From a former release to this one";

    /// Group and purpose of each file, in the order in which they are shown.
    private static final Map<String, String[]> KNOWN = known();

    private static Map<String, String[]> known() {
        Map<String, String[]> known = new LinkedHashMap<>();
        known.put(
                "tables.zip",
                new String[] {
                    TABLES,
                    "all of it but rows of large tables as tables (CSV), one for each kind of"
                            + " thing, with their description"
                            + " (CSVW)"
                });
        known.put("tables/", new String[] {TABLES, "the same tables one by one"});
        known.put(
                "chancery.ttl",
                new String[] {
                    WHOLE, "what a query sees, to read and for most programs: Turtle (RDF 1.1)"
                });
        known.put(
                "chancery.jsonld",
                new String[] {
                    WHOLE,
                    "the same for programs that know JSON, without rows of large"
                            + " tables: JSON-LD 1.1"
                });
        known.put(
                "chancery.nq",
                new String[] {
                    WHOLE, "with where each statement comes from, as named graphs: N-Quads"
                });
        known.put(
                "chancery.trig",
                new String[] {WHOLE, "with the claims as triple terms: TriG (RDF 1.2)"});
        known.put(
                "chancery-tdb2.tar.gz",
                new String[] {WHOLE, "the database itself: unpack it, start Fuseki on it"});
        known.put("best.ttl", new String[] {PARTS, "only what was accepted, without its evidence"});
        known.put(
                "disagreements.ttl",
                new String[] {PARTS, "what the sources disagree about, and who says what"});
        known.put(
                "links.sssom.tsv",
                new String[] {PARTS, "links to Wikidata, and what is not the same: SSSOM"});
        known.put("states/", new String[] {PARTS, "a file for each state"});
        known.put("sources/", new String[] {PARTS, "a file for each source, with its licence"});
        known.put("classes/", new String[] {PARTS, "a file for each kind of thing"});
        known.put("SHA256SUMS", new String[] {CHECKS, "checksums of all files"});
        return known;
    }

    DumpsPage page(List<Listed> releases) throws IOException {
        return new DumpsPage(
                meant.releaseId(),
                meant.root(),
                meant.below(),
                origin,
                meant.below().isEmpty() && !meant.isPatch()
                        ? groups()
                        : List.of(all("", entries())),
                releases.stream()
                        .map(
                                release ->
                                        new DumpsPage.ReleaseLink(
                                                Link.to(
                                                        release.id(),
                                                        DumpFiles.ROOT + release.id() + "/"),
                                                release.date(),
                                                release.id().equals(meant.releaseId())))
                        .toList());
    }

    private static DumpsPage.Group all(String title, Map<String, DumpsPage.Entry> entries) {
        return new DumpsPage.Group(title, List.copyOf(entries.values()));
    }

    private List<DumpsPage.Group> groups() throws IOException {
        Map<String, DumpsPage.Entry> rest = entries();
        Map<String, List<DumpsPage.Entry>> groups = new LinkedHashMap<>();
        KNOWN.forEach(
                (name, purpose) -> {
                    DumpsPage.Entry entry = rest.remove(name);
                    if (entry != null) {
                        groups.computeIfAbsent(purpose[0], group -> new ArrayList<>()).add(entry);
                    }
                });
        if (!patches.isEmpty()) {
            groups.put(CHANGES, patches.stream().flatMap(pair -> changes(pair)).toList());
        }
        if (!rest.isEmpty()) {
            groups.put("More", List.copyOf(rest.values()));
        }
        return groups.entrySet().stream()
                .map(group -> new DumpsPage.Group(group.getKey(), group.getValue()))
                .toList();
    }

    private static Stream<DumpsPage.Entry> changes(Patches.Pair pair) {
        String folder = DumpFiles.ROOT + Patches.FOLDER + "/" + pair.name() + "/";
        return Stream.of(
                        Map.entry(
                                Patches.CHANGELOG,
                                "what changed since release " + pair.former() + ", in words"),
                        Map.entry(
                                Patches.PATCH,
                                "turns its chancery.nq into that of this release: RDF Patch"))
                .map(
                        file ->
                                new DumpsPage.Entry(
                                        Link.to(file.getKey(), folder + file.getKey()),
                                        size(pair.folder().resolve(file.getKey())),
                                        file.getValue(),
                                        List.of()));
    }

    /// By name; compressed copies stand beside what they are copies of.
    private Map<String, DumpsPage.Entry> entries() throws IOException {
        List<Path> all;
        try (Stream<Path> entries = Files.list(meant.file())) {
            all = entries.sorted().toList();
        }
        Map<String, DumpsPage.Entry> entries = new LinkedHashMap<>();
        for (Path path : all) {
            String name = path.getFileName() + (Files.isDirectory(path) ? "/" : "");
            if (!isCopy(path, name) && !name.startsWith(".")) {
                entries.put(name, entry(path, name));
            }
        }
        return entries;
    }

    private static boolean isCopy(Path path, String name) {
        return COPIES.stream()
                .filter(name::endsWith)
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .anyMatch(plain -> Files.exists(path.resolveSibling(plain)));
    }

    private DumpsPage.Entry entry(Path path, String name) {
        String address = meant.root() + meant.below() + name;
        String[] known = KNOWN.get(name);
        return new DumpsPage.Entry(
                Link.to(name, address),
                Files.isDirectory(path) ? -1 : size(path),
                known == null || !meant.below().isEmpty() ? "" : known[1],
                COPIES.stream()
                        .filter(ending -> Files.isRegularFile(path.resolveSibling(name + ending)))
                        .map(
                                ending ->
                                        new DumpsPage.Packed(
                                                Link.to(ending, address + ending),
                                                size(path.resolveSibling(name + ending))))
                        .toList());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
