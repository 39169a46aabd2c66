package chancery.page.entity;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.entity.picture.Relations;
import chancery.page.entity.picture.TimeLine;
import chancery.page.entity.sentence.Sentence;
import chancery.page.entity.sentence.Sentences;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;

/// The page of a thing, or of a document that has no page of its own kind.
///
/// @param path      of the thing, without the leading slash and the extension
/// @param isNamed   whether it has a label; else the heading says what it is instead
/// @param types     most specific classes
/// @param names     its label in each language
/// @param sentences what is known, in words
/// @param facts     what is known, as a table
/// @param said      claims about it that are not accepted
/// @param elsewhere claims about other things that name it and are not accepted
/// @param disagreements what the sources disagree about in it
public record EntityPage(
        String path,
        Link heading,
        boolean isNamed,
        List<Link> types,
        List<Link> names,
        List<Link> spellings,
        List<Link> sameElsewhere,
        List<Sentence> sentences,
        Table facts,
        TimeLine timeLine,
        Relations relations,
        ClaimTable said,
        ClaimTable elsewhere,
        List<Link> disagreements,
        Table incoming) {
    private static final int NAMES = 40;

    /// @param path without the leading slash
    public static EntityPage of(GraphView graph, Node thing, String path) {
        Surroundings it = new Surroundings(graph, thing);
        Tables tables = new Tables(it, path);
        List<Link> types = types(it);
        return new EntityPage(
                path,
                heading(it, types),
                isNamed(it),
                types,
                names(it, Terms.LABEL, Terms.PREF_LABEL),
                names(it, Terms.ALT_LABEL),
                names(it, Terms.EXACT_MATCH),
                Sentences.of(it),
                tables.facts(),
                TimeLine.of(it, path),
                Relations.of(it),
                tables.said(),
                tables.elsewhere(),
                it.disagreements().stream().map(graph::link).map(Labels::cut).toList(),
                tables.incoming());
    }

    /// For the window: no longer than a title can be.
    public String title() {
        return Labels.cut(heading.text());
    }

    /// Names besides the one in the heading.
    public List<Link> otherNames() {
        return names.stream()
                .filter(
                        name ->
                                !name.text().equals(heading.text())
                                        || !name.lang().equals(heading.lang()))
                .toList();
    }

    static Link heading(Surroundings it, List<Link> types) {
        Link link = it.graph().link(it.thing());
        if (isNamed(it) || it.kind().isEmpty()) {
            return link;
        }
        String type = types.isEmpty() ? it.kind() : types.getFirst().text();
        String capital =
                type.isEmpty()
                        ? "Thing"
                        : Character.toUpperCase(type.charAt(0)) + type.substring(1);
        return Link.to("%s without a name (%s)".formatted(capital, link.text()), link.href());
    }

    /// A claim or a passage is called by what it says, a time by its words.
    static boolean isNamed(Surroundings it) {
        String iri = it.thing().toString();
        return !it.values(Terms.LABEL).isEmpty()
                || !it.values(Terms.PREF_LABEL).isEmpty()
                || !iri.endsWith("/" + it.graph().link(it.thing()).text());
    }

    static List<Link> types(Surroundings it) {
        return it.graph().kindsOf(it.thing()).stream().limit(NAMES).toList();
    }

    private static List<Link> names(Surroundings it, Node... properties) {
        List<Node> all = new ArrayList<>();
        for (Node property : properties) {
            all.addAll(it.values(property));
        }
        return it.ordered(all).stream()
                .limit(NAMES)
                .map(it.graph()::link)
                .map(Labels::cut)
                .distinct()
                .toList();
    }
}
