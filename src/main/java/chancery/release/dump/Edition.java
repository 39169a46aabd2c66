package chancery.release.dump;

import chancery.vocab.Base;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;

/// The release that files are of, as each of them says it.
///
/// @param id of the release
/// @param triples in its default graph
/// @param claims among them
public record Edition(Base base, String id, LocalDate date, long triples, long claims) {
    /// Of what is stated here; words quoted from a source stay under that of the source.
    public static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

    private static final String TITLE = "Chancery: relations between states";

    /// @return such as `Chancery: relations between states, release 0123456789abcdef of 2026-01-31`
    String title() {
        return TITLE + ", release " + id + " of " + date;
    }

    Node release() {
        return base.release(id);
    }

    /// The name of a file, the same as in the description of the release.
    ///
    /// @param name path below `dumps/`
    Node file(String name) {
        return NodeFactory.createURI(release().getURI() + "/dumps/" + name);
    }

    /// What stands before everything else in a text that has comments.
    ///
    /// @param what the file holds, a sentence without its full stop
    /// @return lines that begin with `#`, each ended by a line feed
    String comment(String what) {
        return String.format(
                Locale.ROOT,
                """
                # %s, release %s of %s
                # %s
                # %s; the release has %,d triples and %,d claims
                # licence of what is stated: %s
                """,
                TITLE,
                id,
                date,
                release().getURI(),
                what,
                triples,
                claims,
                LICENCE);
    }

    /// The same for programs, as statements about the file.
    List<Triple> about(String name) {
        Node file = file(name);
        return List.of(
                Triple.create(file, DCTerms.isPartOf.asNode(), release()),
                Triple.create(
                        file,
                        DCTerms.issued.asNode(),
                        NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate)),
                Triple.create(file, DCTerms.license.asNode(), NodeFactory.createURI(LICENCE)));
    }
}
