package chancery.serve;

import chancery.page.Citation;
import chancery.page.CitedSource;
import chancery.page.ClaimPage;
import chancery.page.DisagreementPage;
import chancery.page.Frame;
import chancery.page.GraphView;
import chancery.page.PassagePage;
import chancery.page.Reader;
import chancery.page.TextFolder;
import chancery.page.dispute.DisputePage;
import chancery.page.dispute.Supposition;
import chancery.page.entity.EntityList;
import chancery.page.entity.EntityPage;
import chancery.page.entity.ListKind;
import chancery.page.source.Shown;
import chancery.page.source.SourcePage;
import chancery.release.Description;
import chancery.view.Consequences;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;

/// The pages of what is below `/id/`, and how to cite it.
///
/// `?list=` with `&of=` and `&page=` asks for one of the lists that are too long for a page.
final class ThingPages {
    private static final String LIST = "list";
    private static final String PAGE = "page";

    private final Pages pages;
    private final Optional<TextFolder> texts;

    /// What a path below `/id/` names.
    ///
    /// @param id     the path without the slash before it and without the ending
    /// @param ending without its dot; `""` if there is none
    record Thing(String id, String kind, String ending) {}

    ThingPages(Pages pages, Optional<TextFolder> texts) {
        this.pages = pages;
        this.texts = texts;
    }

    /// @return what is wrong with what was asked; empty if nothing is
    static Optional<Reply> mistake(Request request) {
        String list = request.parameters().getOrDefault(LIST, "");
        if (!list.isEmpty() && ListKind.of(list).isEmpty()) {
            return wrong(request, LIST, list, "one of " + ListKind.names());
        }
        String page = request.parameters().getOrDefault(PAGE, "1");
        return page.matches("[1-9]\\d{0,5}")
                ? Optional.empty()
                : wrong(request, PAGE, page, "a number from 1 on");
    }

    private static Optional<Reply> wrong(
            Request request, String parameter, String found, String expected) {
        return Optional.of(
                new Reply.BadRequest(
                        "%s: parameter %s: found \"%s\", expected %s"
                                .formatted(request.path(), parameter, found, expected)));
    }

    /// @return the page, or nothing where there is no such list of the thing
    Optional<String> html(GraphView graph, Thing thing, Request request, Served served) {
        Node node = graph.node(thing.id());
        String id = thing.id();
        return switch (thing.kind()) {
            case "claim" -> {
                ClaimPage page = ClaimPage.of(graph, node, id, texts);
                yield Optional.of(html("claim", page.title(), page, graph, thing, served));
            }
            case "source" -> {
                SourcePage page = SourcePage.of(graph, node, id, asked(served), texts);
                yield Optional.of(
                        html("source", page.heading().text(), page, graph, thing, served));
            }
            case "disagreement" -> {
                DisputePage page = dispute(graph, node, id, served);
                yield Optional.of(
                        html("disagreement", page.dispute().heading(), page, graph, thing, served));
            }
            case "passage" -> {
                PassagePage page = PassagePage.of(graph, node, id, texts);
                yield Optional.of(
                        html("passage", page.heading().text(), page, graph, thing, served));
            }
            default -> entity(graph, thing, request, served);
        };
    }

    /// What of a source is asked for; what cannot be asked for is told like a bad point of view.
    private static SourcePage.Asked asked(Served served) {
        String show = served.reader().chosen("show");
        String choices =
                Arrays.stream(Shown.values())
                        .map(Shown::parameter)
                        .collect(Collectors.joining(", "));
        Shown shown =
                Shown.named(show)
                        .orElseThrow(() -> Reader.Unreadable.of("show", show, "one of " + choices));
        return new SourcePage.Asked(shown, served.reader().pageNumber());
    }

    private Optional<String> entity(GraphView graph, Thing thing, Request request, Served served) {
        Node node = graph.node(thing.id());
        Map<String, String> asked = request.parameters();
        Optional<ListKind> kind = ListKind.of(asked.getOrDefault(LIST, ""));
        if (kind.isEmpty()) {
            EntityPage page = EntityPage.of(graph, node, thing.id());
            return Optional.of(html("entity", page.title(), page, graph, thing, served));
        }
        int number = Integer.parseInt(asked.getOrDefault(PAGE, "1"));
        String of = asked.getOrDefault("of", "");
        return EntityList.of(graph, node, thing.id(), kind.get(), of, number)
                .map(page -> html("entity-list", page.title(), page, graph, thing, served));
    }

    private DisputePage dispute(GraphView graph, Node node, String id, Served served) {
        DisagreementPage page = DisagreementPage.of(graph, node, id, texts);
        if (!served.view().isPlain()) {
            return DisputePage.of(
                    graph,
                    page,
                    List.of(),
                    "What would change is told of the whole graph only, not from a point of view.");
        }
        List<Supposition> all = new ArrayList<>();
        try {
            for (DisputePage.Side side : DisputePage.others(graph, page)) {
                Optional<Consequences> changes =
                        served.viewpoints().suppositions().of(node, side.claim());
                if (changes.isEmpty()) {
                    return DisputePage.of(
                            graph,
                            page,
                            List.of(),
                            "This cannot be told. The release does not say by what it was found,"
                                    + " so that it cannot be judged again.");
                }
                all.add(DisputePage.supposition(graph, node, side, outcome(changes.get())));
            }
        } catch (IllegalArgumentException tooLarge) {
            return DisputePage.of(
                    graph, page, List.of(), "This release is too large to be judged again here.");
        }
        return DisputePage.of(graph, page, all, "");
    }

    private static DisputePage.Outcome outcome(Consequences changes) {
        Map<Node, List<Node>> rejudged = new LinkedHashMap<>();
        changes.rejudged().forEach(it -> rejudged.put(it.claim(), List.of(it.now(), it.then())));
        return new DisputePage.Outcome(
                changes.gone(),
                changes.come(),
                changes.goneComputed(),
                changes.comeComputed(),
                rejudged,
                changes.disagreements());
    }

    private String html(
            String template,
            String title,
            Object page,
            GraphView graph,
            Thing thing,
            Served served) {
        List<Frame.Alternate> alternates =
                Signposts.DATA.stream()
                        .map(
                                offer ->
                                        new Frame.Alternate(
                                                offer.type(),
                                                "/" + thing.id() + "." + offer.ending(),
                                                offer.name()))
                        .toList();
        String schema =
                Pages.schema(served).thing(graph, graph.node(thing.id()), thing.kind(), title);
        String iri = served.release().description().base() + thing.id();
        Frame frame =
                Pages.frame(title, alternates, schema, served)
                        .about(iri)
                        .withScripts("evidence.js", "copy.js");
        return pages.html(template, frame, page, served);
    }

    /// @return empty if it is no ending of ours
    static Optional<Reply> citation(GraphView graph, Thing thing, Served served) {
        boolean isBibtex = thing.ending().equals("bib");
        if (!isBibtex && !thing.ending().equals("csl.json")) {
            return Optional.empty();
        }
        Description release = served.release().description();
        Citation citation =
                new Citation(
                        release.base() + thing.id(),
                        graph.link(graph.node(thing.id())).text(),
                        release.base() + "release/" + release.id(),
                        release.id(),
                        release.date(),
                        "Chancery",
                        CitedSource.of(graph, graph.node(thing.id())));
        return Optional.of(
                isBibtex
                        ? new Reply.Found(Citation.BIBTEX, citation.bibtex(), false)
                        : new Reply.Found(Citation.CSL, citation.cslJson(), false));
    }
}
