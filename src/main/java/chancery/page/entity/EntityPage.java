package chancery.page.entity;

import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.Terms;
import chancery.page.entity.picture.Relations;
import chancery.page.entity.picture.TimeLine;
import chancery.page.entity.sentence.Sentence;
import chancery.page.entity.sentence.Sentences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
/// @param disagreementsNear what they disagree about in what concerns it
/// @param sources   those that say something of it, then others that a mark on the page names
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
        List<Link> disagreementsNear,
        List<NumberedSource> sources,
        Table incoming) {
    private static final int NAMES = 40;
    private static final int MOST_NEAR = 10;
    private static final Set<String> NEAR =
            Set.of("facility", "agreement", "organisation", "possibility");

    /// @param path without the leading slash
    public static EntityPage of(GraphView graph, Node thing, String path) {
        Surroundings it = new Surroundings(graph, thing);
        Tables tables = new Tables(it, path);
        List<Link> types = types(it);
        List<Node> telling = it.sources();
        it.evidence().number(telling);
        EntityPage page = of(it, path, tables, types);
        return page.with(sources(it, new HashSet<>(telling)));
    }

    private static EntityPage of(Surroundings it, String path, Tables tables, List<Link> types) {
        GraphView graph = it.graph();
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
                near(it),
                List.of(),
                tables.incoming());
    }

    private EntityPage with(List<NumberedSource> numbered) {
        return new EntityPage(
                path,
                heading,
                isNamed,
                types,
                names,
                spellings,
                sameElsewhere,
                sentences,
                facts,
                timeLine,
                relations,
                said,
                elsewhere,
                disagreements,
                disagreementsNear,
                numbered,
                incoming);
    }

    /// A source as the marks of the page name it.
    ///
    /// @param isTelling whether it says something of the thing itself
    public record NumberedSource(int number, Link source, boolean isTelling) {}

    private static List<NumberedSource> sources(Surroundings it, Set<Node> telling) {
        List<NumberedSource> sources = new ArrayList<>();
        for (Node source : it.evidence().numbered()) {
            sources.add(
                    new NumberedSource(
                            sources.size() + 1,
                            Labels.cut(it.graph().link(source)),
                            telling.contains(source)));
        }
        return sources;
    }

    /// Of a state too much is told that concerns it.
    private static List<Link> near(Surroundings it) {
        return NEAR.contains(it.kind())
                ? it.disagreementsNear().stream()
                        .limit(MOST_NEAR)
                        .map(it.graph()::link)
                        .map(Labels::cut)
                        .toList()
                : List.of();
    }

    /// Those that say something of the thing itself.
    public List<NumberedSource> telling() {
        return sources.stream().filter(NumberedSource::isTelling).toList();
    }

    /// Those that only say something of other things on the page.
    public List<NumberedSource> otherSources() {
        return sources.stream().filter(it -> !it.isTelling()).toList();
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
