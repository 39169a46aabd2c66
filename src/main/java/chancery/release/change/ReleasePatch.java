package chancery.release.change;

import chancery.release.ReleaseStore.Listed;
import chancery.release.dump.Edition;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.vocabulary.XSD;

/// Writes what turns the N-Quads of one release into those of another, as RDF Patch: one
/// transaction, in the order of the dumps, with each term as the dumps write it.
///
/// `H id` names the release that comes of it, `H prev` the one that it is for, so a chain of
/// patches can be checked link by link; `H issued` is the date of the one that comes of it, and
/// `H license` the licence of what is stated.
public final class ReleasePatch {
    private ReleasePatch() {}

    /// How much a patch changes.
    ///
    /// @param deleted quads that only the former release has
    /// @param added quads that only the later one has
    public record Size(long deleted, long added) {}

    private static final class Rows {
        private final Writer out;
        private final String code;
        private long count;

        Rows(Writer out, String code) {
            this.out = out;
            this.code = code;
        }

        void write(QuadLine line) throws IOException {
            count++;
            out.write(code);
            for (String term :
                    List.of(line.subject(), line.predicate(), line.object(), line.graph())) {
                out.write(' ');
                out.write(term);
            }
            out.write(" .\n");
        }
    }

    /// Keeps one line of each dump in memory, however large they are.
    ///
    /// @param out gets UTF-8 and is flushed, not closed
    /// @throws UnreadableDump when a dump cannot be read or is none
    /// @throws IOException when `out` cannot be written
    public static Size write(Listed former, Listed later, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write("H id <%s> .\n".formatted(iri(later)));
        text.write("H prev <%s> .\n".formatted(iri(former)));
        if (!later.date().isEmpty()) {
            text.write("H issued \"%s\"^^<%s> .\n".formatted(later.date(), XSD.date.getURI()));
        }
        text.write("H license <%s> .\n".formatted(Edition.LICENCE));
        text.write("TX .\n");
        Rows deleted = new Rows(text, "D");
        Rows added = new Rows(text, "A");
        DumpMerge.of(former.dumps(), later.dumps(), deleted::write, added::write);
        text.write("TC .\n");
        text.flush();
        return new Size(deleted.count, added.count);
    }

    private static String iri(Listed release) {
        return release.description().base() + "release/" + release.description().id();
    }
}
