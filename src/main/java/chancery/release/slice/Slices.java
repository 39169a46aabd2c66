package chancery.release.slice;

import chancery.release.dump.SubjectSink;
import chancery.release.graph.SortedGraph;
import chancery.release.sort.Entry;
import chancery.release.sort.EntryCursor;
import chancery.release.sort.EntrySort;
import chancery.release.sort.SortedEntries;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Cuts the default graph into parts that are whole by themselves: what one source says, what there
/// is about one state, what the sources disagree about. Each also holds the labels of the things it
/// names.
///
/// It knows which things are members of which slice, joins that with the graph, and sorts what
/// comes of it by slice.
public final class Slices {
    static final String DISAGREEMENTS = "disagreements";
    static final String SOURCES = "sources/";
    static final String STATES = "states/";

    private static final Set<String> LABELS =
            Stream.of(RDFS.label.asNode(), SKOS.prefLabel.asNode(), Chy.term("edtf"))
                    .map(Statement::term)
                    .collect(Collectors.toUnmodifiableSet());

    private final SortedGraph graph;
    private final Workroom room;
    private final Map<String, byte[]> names = new HashMap<>();

    /// Where the triples of a slice go.
    @FunctionalInterface
    public interface Files {
        /// @param name such as `states/russia`
        SubjectSink open(String name) throws IOException;
    }

    private Slices(SortedGraph graph, Workroom room) {
        this.graph = graph;
        this.room = room;
    }

    /// Writes all slices, one after the other by name; that of disagreements also when there are
    /// none.
    public static void write(Base base, SortedGraph graph, Workroom room, Files files)
            throws IOException {
        SortedEntries members = new Members(base, graph, room).sorted();
        SortedEntries slices = new Slices(graph, room).of(members);
        members.delete();
        SliceFiles.write(slices, files);
        slices.delete();
    }

    /// @param members the subjects of each slice, as pairs of subject and slice
    /// @return slice and triple
    private SortedEntries of(SortedEntries members) throws IOException {
        EntrySort slices = room.sort();
        Pairs named = new Pairs(room);
        join(
                members,
                (entry, in) -> {
                    String object = Statement.thingNamed(entry);
                    for (String slice : in) {
                        slices.add(in(slice, entry));
                        if (!object.isEmpty()) {
                            named.add(object, slice);
                        }
                    }
                });
        SortedEntries labelled = named.sorted();
        join(
                labelled,
                (entry, in) -> {
                    if (LABELS.contains(Statement.of(entry).predicate())) {
                        for (String slice : in) {
                            slices.add(in(slice, entry));
                        }
                    }
                });
        labelled.delete();
        return slices.sorted();
    }

    private byte[] in(String slice, byte[] entry) {
        return Entry.joined(names.computeIfAbsent(slice, Entry::of), entry);
    }

    /// Is told a triple with the slices that its subject is in.
    private interface Told {
        void of(byte[] entry, List<String> slices) throws IOException;
    }

    /// @param pairs of a subject and a slice
    private void join(SortedEntries pairs, Told told) throws IOException {
        try (EntryCursor triples = graph.defaultGraph().open();
                PairGroups groups = PairGroups.open(pairs)) {
            byte[] subject = new byte[0];
            List<String> slices = List.of();
            for (byte[] entry = triples.next(); entry != null; entry = triples.next()) {
                if (!Statement.hasSubject(entry, subject)) {
                    subject = Arrays.copyOf(entry, Entry.end(entry, 0));
                    slices = groups.of(new String(subject, StandardCharsets.UTF_8));
                }
                if (!slices.isEmpty()) {
                    told.of(entry, slices);
                }
            }
        }
    }
}
