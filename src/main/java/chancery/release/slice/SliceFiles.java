package chancery.release.slice;

import chancery.release.dump.SubjectSink;
import chancery.release.graph.EntryTerms;
import chancery.release.sort.Entry;
import chancery.release.sort.EntryCursor;
import chancery.release.sort.SortedEntries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.jena.graph.Triple;

/// Gives the triples of each slice to its file, subject by subject.
final class SliceFiles {
    private final Slices.Files files;
    private final EntryTerms terms = new EntryTerms();
    private final List<Triple> same = new ArrayList<>();

    private SliceFiles(Slices.Files files) {
        this.files = files;
    }

    /// @param slices entries of slice and triple
    static void write(SortedEntries slices, Slices.Files files) throws IOException {
        SliceFiles writing = new SliceFiles(files);
        boolean disagreed = false;
        try (EntryCursor entries = slices.open()) {
            byte[] entry = entries.next();
            while (entry != null) {
                String name = name(entry);
                disagreed |= name.equals(Slices.DISAGREEMENTS);
                entry = writing.slice(name, entry, entries);
            }
        }
        if (!disagreed) {
            files.open(Slices.DISAGREEMENTS).close();
        }
    }

    private static String name(byte[] entry) {
        return new String(entry, 0, Entry.end(entry, 0), StandardCharsets.UTF_8);
    }

    /// @param first of the slice
    /// @return first of the next slice; empty at the end
    private byte @org.jspecify.annotations.Nullable [] slice(
            String name, byte[] first, EntryCursor entries) throws IOException {
        int from = Entry.end(first, 0) + 1;
        byte[] entry = first;
        try (SubjectSink sink = files.open(name)) {
            while (entry != null
                    && Arrays.equals(first, 0, from, entry, 0, Math.min(from, entry.length))) {
                take(terms.triple(Arrays.copyOfRange(entry, from, entry.length)), sink);
                entry = entries.next();
            }
            pass(sink);
        }
        return entry;
    }

    private void take(Triple triple, SubjectSink sink) throws IOException {
        if (!same.isEmpty() && !same.getFirst().getSubject().equals(triple.getSubject())) {
            pass(sink);
        }
        same.add(triple);
    }

    private void pass(SubjectSink sink) throws IOException {
        if (!same.isEmpty()) {
            sink.subject(same.getFirst().getSubject(), List.copyOf(same));
            same.clear();
        }
    }
}
