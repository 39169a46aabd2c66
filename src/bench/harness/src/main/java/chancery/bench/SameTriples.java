package chancery.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;

/// `SameTriples EXPECTED OTHER…`: whether the files of N-Triples hold the same set of triples,
/// term by term.
///
/// Both sets are in memory, so it is for small tables. Ends with 1 if a file differs, after
/// naming how.
public final class SameTriples {
    private static final int SHOWN = 3;

    private SameTriples() {}

    public static void main(String[] files) {
        Read expected = read(files[0]);
        System.out.println(files[0] + ": " + expected);
        boolean same = true;
        for (int at = 1; at < files.length; at++) {
            Read found = read(files[at]);
            List<Triple> missing = without(expected.triples(), found.triples());
            List<Triple> surplus = without(found.triples(), expected.triples());
            System.out.println(
                    files[at]
                            + ": "
                            + found
                            + (missing.isEmpty() && surplus.isEmpty()
                                    ? ", the same"
                                    : ", lacks "
                                            + missing.size()
                                            + ", has "
                                            + surplus.size()
                                            + " others"));
            missing.stream()
                    .limit(SHOWN)
                    .forEach(triple -> System.out.println("  lacks " + triple));
            surplus.stream().limit(SHOWN).forEach(triple -> System.out.println("  has " + triple));
            same &= missing.isEmpty() && surplus.isEmpty();
        }
        System.exit(same ? 0 : 1);
    }

    private static List<Triple> without(Set<Triple> all, Set<Triple> others) {
        List<Triple> rest = new ArrayList<>();
        for (Triple triple : all) {
            if (!others.contains(triple)) {
                rest.add(triple);
            }
        }
        return rest;
    }

    private static Read read(String file) {
        Set<Triple> triples = new HashSet<>();
        long[] lines = new long[1];
        RDFParser.source(file)
                .forceLang(Lang.NTRIPLES)
                .parse(
                        new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                lines[0]++;
                                triples.add(triple);
                            }
                        });
        return new Read(triples, lines[0]);
    }

    private record Read(Set<Triple> triples, long lines) {
        @Override
        public String toString() {
            return triples.size()
                    + " triples"
                    + (lines == triples.size() ? "" : " (" + lines + " lines, some repeated)");
        }
    }
}
