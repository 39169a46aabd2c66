package chancery.serve;

import chancery.guard.Limits;
import chancery.guard.service.ServiceRules;
import chancery.page.ClassCount;
import chancery.page.Example;
import chancery.page.HomePage;
import chancery.page.ListPage;
import chancery.page.TextFolder;
import chancery.page.browse.Inventory;
import chancery.page.editor.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All paths but SPARQL queries, as a function from request to reply.
final class Site {
    private static final long COUNTED_AT_ONCE = 50_000;

    static final List<String> READING = List.of("GET", "HEAD", "OPTIONS");
    static final List<String> QUERYING = List.of("GET", "HEAD", "POST", "QUERY", "OPTIONS");

    private final Pages pages;
    private final List<Example> examples;
    private final Things things;
    private final Disagreements disagreements;
    private final Between between;
    private final Claims claims;
    private final Browse browse;
    private final Drawings drawings;
    private final Ontology ontology;
    private final Search search;
    private final Crawlers crawlers;
    private final DumpFiles dumps;
    private final ReleaseFolder releaseFolder;
    private final Assets assets = new Assets();
    private final Descriptions descriptions;
    private final Questions questions;
    private final Problems problems;
    private final QueryPages queryPages;

    /// With the standard limits, and nobody else to be asked.
    Site(Pages pages, List<Example> examples, Optional<TextFolder> texts) {
        this(
                pages,
                examples,
                Topics.of(List.of(), examples),
                texts,
                Limits.standard(),
                ServiceRules.none());
    }

    /// @param topics   of the examples
    /// @param limits   of queries, for whoever asks
    /// @param services whom queries may ask, likewise
    Site(
            Pages pages,
            List<Example> examples,
            Topics topics,
            Optional<TextFolder> texts,
            Limits limits,
            ServiceRules services) {
        this.descriptions = new Descriptions(limits, services);
        this.pages = pages;
        this.problems = new Problems(pages);
        this.examples = List.copyOf(examples);
        this.questions = new Questions(pages, examples, topics);
        this.queryPages = new QueryPages(pages, examples, topics, limits.maxQueryCharacters());
        this.things = new Things(pages, texts);
        this.disagreements = new Disagreements(pages);
        this.between = new Between(pages);
        this.crawlers = new Crawlers(pages);
        this.ontology = new Ontology(pages, this.examples);
        this.claims = new Claims(pages, texts);
        this.browse = new Browse(pages);
        this.drawings = new Drawings(pages);
        this.search = new Search(pages, Duration.ofSeconds(limits.timeoutSeconds()));
        this.dumps = new DumpFiles(pages);
        this.releaseFolder = new ReleaseFolder(pages);
    }

    QueryPages queryPages() {
        return queryPages;
    }

    /// How problems look as pages of a release.
    ///
    /// @param query that was asked; `""` for none
    ErrorReplies.Page problemPage(String query, Served served) {
        return problem -> problems.html(problem, query, served);
    }

    Reply answer(Request request, Served served) {
        String path = request.path();
        if (!request.isReading()) {
            return new Reply.Methods(
                    path.equals("/sparql") ? QUERYING : READING,
                    !request.method().equals("OPTIONS"));
        }
        return switch (path) {
            case "/" -> OtherNames.home(request).orElseGet(() -> first(served));
            case "/linkset" ->
                    new Reply.Found(
                            Signposts.LINKSET,
                            Signposts.linkset(Map.of("/", signposts(served)), request.origin()),
                            false);
            case "/sparql" -> sparql(request, served);
            case "/problems" -> problems.all(served);
            case "/help" -> pages.found("help", "Words used here", "", "", served);
            case "/.well-known/void" -> descriptions.ofService(request, served);
            default -> answerBelow(request, served);
        };
    }

    private Reply answerBelow(Request request, Served served) {
        String path = request.path();
        Optional<Reply> other = OtherNames.answer(path, served);
        if (other.isPresent()) {
            return other.get();
        }
        if (Assets.isFor(path)) {
            return assets.answer(path).orElseGet(() -> pages.notFound(request, served));
        }
        if (path.startsWith("/id/")) {
            return things.answer(request, served);
        }
        if (Disagreements.isFor(path)) {
            return disagreements.answer(request, served);
        }
        if (Between.isFor(path)) {
            return between.answer(request, served);
        }
        if (Crawlers.isFor(path)) {
            return crawlers.answer(request, served);
        }
        if (Ontology.isFor(path)) {
            return ontology.answer(request, served);
        }
        if (Claims.isFor(path)) {
            return claims.answer(request, served);
        }
        if (Drawings.isFor(path)) {
            return drawings.answer(request, served);
        }
        if (Browse.isFor(path)) {
            return browse.answer(request, served);
        }
        if (Search.isFor(path)) {
            return search.answer(request, served);
        }
        if (DumpFiles.isFor(path)) {
            return dumps.answer(request, served);
        }
        if (ReleaseFolder.isFor(path)) {
            return releaseFolder.answer(request, served);
        }
        if (Questions.isFor(path)) {
            return questions.answer(request, served);
        }
        if (QueryPages.isFor(path)) {
            return queryPages.answer(request, served);
        }
        if (path.startsWith("/class/")) {
            return list(request, served);
        }
        return path.startsWith("/release/")
                ? release(request, served)
                : pages.notFound(request, served);
    }

    /// `/release/<id>`, and the names of its files, which lead to where they are.
    private Reply release(Request request, Served served) {
        String[] parts = request.path().substring("/release/".length()).split("/", 3);
        if (parts.length == 3 && parts[1].equals("dumps")) {
            return new Reply.SeeOther("/dumps/" + parts[0] + "/" + parts[2]);
        }
        if (parts.length > 1) {
            return pages.notFound(request, served);
        }
        return parts[0].equals(served.id())
                ? descriptions.ofRelease(request, served.release().description())
                : dumps.description(parts[0], served)
                        .map(other -> descriptions.ofRelease(request, other))
                        .orElseGet(() -> pages.notFound(request, served));
    }

    private Reply first(Served served) {
        String html =
                pages.html(
                        "home",
                        Pages.frame("Home", List.of(), Pages.schema(served).home("Home"), served),
                        home(served),
                        served);
        return new Reply.Found("text/html; charset=utf-8", html, false, "", signposts(served));
    }

    /// Of the whole, for its first page and that of its files.
    static List<WebLink> signposts(Served served) {
        return List.of(
                WebLink.to(served.release().description().base(), "cite-as"),
                WebLink.to("https://schema.org/AboutPage", "type"),
                WebLink.to("https://schema.org/Dataset", "type"),
                WebLink.to(Signposts.LICENCE, "license"),
                new WebLink("/.well-known/void", "describedby", Offer.TURTLE.type()),
                new WebLink("/dumps/dcat.ttl", "describedby", Offer.TURTLE.type()),
                new WebLink("/dumps/chancery.ttl", "item", Offer.TURTLE.type()),
                new WebLink("/dumps/chancery.nq", "item", "application/n-quads"),
                new WebLink("/dumps/chancery.trig", "item", "application/trig"),
                new WebLink("/linkset", "linkset", Signposts.LINKSET));
    }

    private HomePage home(Served served) {
        List<ClassCount> counts = served.countsSeen();
        // of a large release it is not counted before somebody browses
        long things = served.counts().stream().mapToLong(ClassCount::count).sum();
        Optional<Inventory.Pair> pair =
                things > COUNTED_AT_ONCE ? Optional.empty() : served.inventory().closestPair();
        return served.read(
                graph ->
                        HomePage.of(
                                graph,
                                counts,
                                pair,
                                served.release().description().triples(),
                                examples));
    }

    /// Without a query: the form for people, a description for programs.
    private Reply sparql(Request request, Served served) {
        if (!served.reader().others().isEmpty()) {
            return new Reply.BadRequest("/sparql: found no query, expected the parameter query=");
        }
        return descriptions.ofService(request, served, () -> queryPages.editor(served));
    }

    private Reply list(Request request, Served served) {
        String name = request.path().substring("/class/".length());
        if (!name.matches("[A-Za-z]+")) {
            return pages.notFound(request, served);
        }
        // as the release says: counting ten million things takes minutes
        long total =
                served.countsSeen().stream()
                        .filter(count -> count.name().equals(name))
                        .mapToLong(ClassCount::count)
                        .sum();
        if (total == 0) {
            return pages.notFound(request, served);
        }
        int number = served.reader().pageNumber();
        ListPage page = served.read(graph -> ListPage.of(graph, name, total, number));
        return pages.found("list", page.type().text(), "", page, served);
    }
}
