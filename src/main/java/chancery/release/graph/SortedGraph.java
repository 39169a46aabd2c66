package chancery.release.graph;

import chancery.release.CanonicalQuads;
import chancery.release.sort.EntryCursor;
import chancery.release.sort.EntrySort;
import chancery.release.sort.SortedEntries;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// All quads of a release in the order of graph, subject, `rdf:type` first, predicate, object; and
/// its default graph, in the same order, each triple once. The default graph also holds what stands
/// in no named graph: the triples of tables that are too large to be kept twice. Can be read as
/// often as wanted, also by several threads; keeps in memory what its sorts do.
public final class SortedGraph {
    /// The graphs that the default graph does not hold.
    private static final Set<String> APART = Set.of("reifiers", "rows");

    /// What depends on the id, or on line numbers, is not hashed.
    private static final Set<String> NOT_HASHED = Set.of("release", "rows");

    /// The name under which what stands in no named graph is hashed.
    private static final String LIGHT = "tables";

    private static final int ID_LENGTH = 16;

    private final Base base;
    private final SortedEntries named;
    private final SortedEntries plain;
    private final SortedEntries light;

    private SortedGraph(Base base, SortedEntries named, SortedEntries plain, SortedEntries light) {
        this.base = base;
        this.named = named;
        this.plain = plain;
        this.light = light;
    }

    /// @param quads entries of all quads, by [QuadEntries]
    public static SortedGraph of(Base base, EntrySort quads, Workroom room) throws IOException {
        return of(base, quads, room.sort().sorted(), room);
    }

    /// @param quads entries of all quads, by [QuadEntries]
    /// @param more triples of the default graph; those that a named graph has too do not count
    public static SortedGraph of(Base base, EntrySort quads, SortedEntries more, Workroom room)
            throws IOException {
        SortedEntries named = quads.sorted();
        EntrySort plain = room.sort();
        try (EntryCursor all = named.open()) {
            Membership apart = new Membership(base, APART);
            for (byte[] quad = all.next(); quad != null; quad = all.next()) {
                if (!apart.has(quad)) {
                    plain.add(QuadEntries.triple(quad));
                }
            }
        }
        SortedEntries ofNamed = plain.sorted();
        return new SortedGraph(base, named, ofNamed, more.without(ofNamed));
    }

    /// This graph without what stands in no named graph.
    public SortedGraph ofNamed() {
        return new SortedGraph(base, named, plain, SortedEntries.NONE);
    }

    /// Hash of the date and of the quads as lines.
    ///
    /// @return 16 hexadecimal digits
    public static String id(String date, Base base, SortedEntries quads) throws IOException {
        MessageDigest sha = CanonicalQuads.sha256();
        sha.update((date + "\n").getBytes(StandardCharsets.UTF_8));
        try (EntryCursor all = quads.open()) {
            Membership notHashed = new Membership(base, NOT_HASHED);
            for (byte[] quad = all.next(); quad != null; quad = all.next()) {
                if (!notHashed.has(quad)) {
                    sha.update(QuadEntries.line(quad));
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest()).substring(0, ID_LENGTH);
    }

    /// Hash of the date and of the graph.
    public String id(String date) throws IOException {
        String graph = "<" + base.graph(LIGHT).getURI() + ">";
        return id(date, base, named.with(light.behind(graph)));
    }

    /// Hash of what the id does not depend on, but files do.
    ///
    /// @return 64 hexadecimal digits
    public String rest() throws IOException {
        MessageDigest sha = CanonicalQuads.sha256();
        try (EntryCursor all = named.open()) {
            Membership rest = new Membership(base, NOT_HASHED);
            for (byte[] quad = all.next(); quad != null; quad = all.next()) {
                if (rest.has(quad)) {
                    sha.update(QuadEntries.line(quad));
                }
            }
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    /// This graph with some more quads, which all belong into the default graph too.
    ///
    /// @param room with memory for all of them
    public SortedGraph with(List<Quad> more, Workroom room) throws IOException {
        QuadEntries entries = new QuadEntries();
        EntrySort quads = room.sort();
        for (Quad quad : more) {
            quads.add(entries.of(quad));
        }
        SortedGraph others = of(base, quads, room);
        return new SortedGraph(base, named.with(others.named), plain.with(others.plain), light);
    }

    /// The default graph from its start; to be closed.
    public EntryReading<Triple> triples() throws IOException {
        return new EntryReading<>(defaultGraph().open(), new EntryTerms()::triple);
    }

    /// The default graph as entries of triples.
    public SortedEntries defaultGraph() {
        return plain.with(light);
    }

    /// All named graphs from their start; to be closed.
    public EntryReading<Quad> quads() throws IOException {
        return new EntryReading<>(named.open(), new EntryTerms()::quad);
    }

    /// Whether quads are in some graphs; they come graph by graph.
    private static final class Membership {
        private final String prefix;
        private final Set<String> names;
        private byte @Nullable [] graph;
        private boolean isIn;

        Membership(Base base, Set<String> names) {
            this.prefix = "<" + base.iri() + "graph/";
            this.names = names;
        }

        boolean has(byte[] quad) {
            byte[] known = graph;
            if (known == null
                    || quad.length <= known.length
                    || quad[known.length] != 0
                    || !Arrays.equals(known, 0, known.length, quad, 0, known.length)) {
                graph = QuadEntries.graph(quad);
                String iri = new String(graph, StandardCharsets.UTF_8);
                isIn =
                        iri.startsWith(prefix)
                                && names.contains(iri.substring(prefix.length(), iri.length() - 1));
            }
            return isIn;
        }
    }
}
