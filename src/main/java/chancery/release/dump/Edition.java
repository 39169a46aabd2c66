package chancery.release.dump;

import chancery.vocab.Base;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
/// @param licences id of a source → licence of its text, as far as it is known
public record Edition(
        Base base,
        String id,
        LocalDate date,
        long triples,
        long claims,
        Map<String, String> licences) {
    /// Of what is stated here; words quoted from a source stay under that of the source.
    public static final String LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/";

    /// Said of all that may quote from sources.
    public static final String RIGHTS =
            "What is stated is under CC0 1.0; words quoted from a source stay under the licence of"
                    + " that source";

    private static final String UNKNOWN =
            "What is stated is under CC0 1.0; the text of the source names no licence for the words"
                    + " quoted from it";

    private static final String OF_A_SOURCE = "sources/";

    private static final String TITLE = "Chancery: relations between states";

    public Edition {
        licences = Map.copyOf(licences);
    }

    /// @return such as `Chancery: relations between states, release 0123456789abcdef of 2026-01-31`
    public String title() {
        return TITLE + ", release " + id + " of " + date;
    }

    public Node release() {
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
    /// @param source id of the source whose words it quotes; `""` if of several or none
    /// @return lines that begin with `#`, each ended by a line feed
    public String comment(String what, String source) {
        String quoted =
                source.isEmpty()
                        ? "that of the source"
                        : licences.getOrDefault(source, "none is named by the source");
        return String.format(
                Locale.ROOT,
                """
                # %s, release %s of %s
                # %s
                # %s; the release has %,d triples and %,d claims
                # licence of what is stated: %s
                # licence of what is quoted: %s
                """,
                TITLE,
                id,
                date,
                release().getURI(),
                what,
                triples,
                claims,
                LICENCE,
                quoted);
    }

    /// The same for programs, as statements about the file.
    List<Triple> about(String name) {
        Node file = file(name);
        List<Triple> about = new ArrayList<>();
        about.add(Triple.create(file, DCTerms.isPartOf.asNode(), release()));
        about.add(
                Triple.create(
                        file,
                        DCTerms.issued.asNode(),
                        NodeFactory.createLiteralDT(date.toString(), XSDDatatype.XSDdate)));
        about.addAll(terms(file, source(name)));
        return List.copyOf(about);
    }

    /// Under which terms something may be used.
    ///
    /// @param source id of the source whose words it quotes; `""` if of several or none
    public List<Triple> terms(Node thing, String source) {
        String licence = source.isEmpty() ? LICENCE : licences.getOrDefault(source, "");
        List<Triple> terms = new ArrayList<>();
        if (!licence.isEmpty()) {
            terms.add(
                    Triple.create(thing, DCTerms.license.asNode(), NodeFactory.createURI(licence)));
        }
        terms.add(
                Triple.create(
                        thing,
                        DCTerms.rights.asNode(),
                        NodeFactory.createLiteralLang(licence.isEmpty() ? UNKNOWN : RIGHTS, "en")));
        return terms;
    }

    /// The id of the source that a file is of; `""` if it is of none.
    ///
    /// @param name path below `dumps/`
    public static String source(String name) {
        return name.startsWith(OF_A_SOURCE)
                ? name.substring(OF_A_SOURCE.length()).replaceFirst("\\.ttl(\\..*)?$", "")
                : "";
    }
}
