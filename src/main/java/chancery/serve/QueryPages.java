package chancery.serve;

import chancery.page.Example;
import chancery.page.Frame;
import chancery.page.answer.AnswerPage;
import chancery.page.answer.Question;
import chancery.page.editor.Asked;
import chancery.page.editor.EditorPage;
import chancery.page.editor.TermsJson;
import chancery.page.editor.Topics;
import chancery.serve.sparql.ShortLink;
import chancery.vocab.Base;
import chancery.vocab.Prefixes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.VOID;

/// The page on which a query is written, what completes its words, and links to queries.
final class QueryPages {
    private static final String SHORT = "/q/";
    private static final String TERMS = "/sparql/terms";

    private final Pages pages;
    private final List<Example> examples;
    private final Topics topics;
    private final int mostBytes;

    /// @param mostCharacters of a query
    QueryPages(Pages pages, List<Example> examples, Topics topics, int mostCharacters) {
        this.pages = pages;
        this.examples = List.copyOf(examples);
        this.topics = topics;
        this.mostBytes = 4 * mostCharacters;
    }

    static boolean isFor(String path) {
        return path.startsWith(SHORT) || path.equals(TERMS);
    }

    Reply answer(Request request, Served served) {
        return request.path().equals(TERMS) ? terms(served) : linked(request, served);
    }

    /// Without a query.
    String editor(Served served) {
        return write("sparql", "SPARQL", EditorPage.of(topics), served);
    }

    /// With an answer.
    String answer(AnswerPage answer, Served served) {
        AnswerPage asking = answer.asking(Question.of(answer.asked().query(), examples));
        return write("result", asking.title(), asking, served);
    }

    private String write(String template, String title, Object page, Served served) {
        Frame frame = withEditor(Pages.frame(title, List.of(), served));
        return pages.html(template, frame, page, served);
    }

    /// For a page with the query form.
    static Frame withEditor(Frame frame) {
        return frame.withScripts("editor.js").withStyles("yasqe.css");
    }

    /// The shortest path that asks the same.
    String share(Asked asked) {
        return examples.stream()
                .filter(each -> asked.more().isEmpty())
                .filter(each -> each.query().strip().equals(asked.query().strip()))
                .findFirst()
                .map(each -> SHORT + each.name())
                .orElseGet(() -> SHORT + ShortLink.of(asked.text()));
    }

    private Reply linked(Request request, Served served) {
        String link = request.path().substring(SHORT.length());
        Optional<Asked> asked =
                examples.stream()
                        .filter(each -> each.name().equals(link))
                        .findFirst()
                        .map(each -> Asked.of(each.query()))
                        .or(() -> ShortLink.read(link, mostBytes).map(Asked::ofText));
        return asked.<Reply>map(it -> new Reply.SeeOther(it.address()))
                .orElseGet(() -> pages.notFound(request, served));
    }

    private static Reply terms(Served served) {
        Graph release = served.described().get().description();
        TermsJson terms =
                new TermsJson(
                        Prefixes.of(new Base(served.release().description().base())),
                        served.release().description().entities(),
                        counts(release, VOID.propertyPartition.asNode()));
        return new Reply.Found("application/json; charset=utf-8", served.read(terms::of), false);
    }

    /// Triples by property.
    private static Map<String, Long> counts(Graph release, Node partition) {
        Map<String, Long> counts = new HashMap<>();
        release.find(Node.ANY, partition, Node.ANY)
                .mapWith(Triple::getObject)
                .forEach(
                        part ->
                                value(release, part, VOID.property.asNode())
                                        .filter(Node::isURI)
                                        .ifPresent(
                                                property ->
                                                        counts.merge(
                                                                property.getURI(),
                                                                triples(release, part),
                                                                Math::max)));
        return counts;
    }

    private static long triples(Graph release, Node part) {
        return value(release, part, VOID.triples.asNode())
                .filter(Node::isLiteral)
                .map(Node::getLiteralLexicalForm)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private static Optional<Node> value(Graph release, Node subject, Node property) {
        return release.find(subject, property, Node.ANY).mapWith(Triple::getObject).nextOptional();
    }
}
