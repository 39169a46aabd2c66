package chancery.evidence;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Every label, spelling and reading that the registers list for a thing.
public final class Names {
    private static final Set<Node> NAMING =
            Set.of(
                    RDFS.label.asNode(),
                    SKOS.prefLabel.asNode(),
                    SKOS.altLabel.asNode(),
                    SKOS.hiddenLabel.asNode());
    private static final Pattern WHITE = Pattern.compile("\\s+");

    private final Map<Node, Set<String>> names = new HashMap<>();

    /// Takes the triple if it names its subject.
    public void add(Triple triple) {
        if (NAMING.contains(triple.getPredicate())) {
            names.computeIfAbsent(triple.getSubject(), k -> new HashSet<>())
                    .add(fold(triple.getObject().getLiteralLexicalForm()));
        }
    }

    /// @return whether the words are one of the thing's names; case and white space do not count
    public boolean means(String words, Node thing) {
        return names.getOrDefault(thing, Set.of()).contains(fold(words));
    }

    static String fold(String words) {
        return WHITE.matcher(words.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
