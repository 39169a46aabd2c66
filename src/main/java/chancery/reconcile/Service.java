package chancery.reconcile;

import static chancery.reconcile.Manifest.ordered;

import chancery.reconcile.Candidate.Kind;
import chancery.release.Release;
import chancery.search.Deadline;
import chancery.search.SearchIndex;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// The service on one open release: each method takes the text of a request and gives the JSON of
/// its answer.
///
/// @param index    of the release
/// @param service  address of this service, such as `http://localhost:3030/reconcile`
/// @param origin   of this server, without a slash at its end
/// @param language in which names are wanted, if there are any; a language tag, or `""`
/// @param deadline until when its answers have to be there
public record Service(
        Release release,
        SearchIndex index,
        String service,
        String origin,
        String language,
        Deadline deadline) {
    private static final int SUGGESTIONS = 10;

    private interface Reading {
        Object in(Entities entities) throws BadQuery;
    }

    /// A checked exception does not come through the reading of a transaction.
    private static final class Carried extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient BadQuery reason;

        Carried(BadQuery reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private String read(Reading reading) throws BadQuery {
        try {
            return release.read(
                    dataset -> {
                        try {
                            return Json.text(
                                    reading.in(
                                            new Entities(
                                                    dataset.getDefaultGraph(),
                                                    release.description().base(),
                                                    language)));
                        } catch (BadQuery bad) {
                            throw new Carried(bad);
                        }
                    });
        } catch (Carried carried) {
            throw carried.reason;
        }
    }

    /// The manifest of version 0.2.
    public String manifest() throws BadQuery {
        return read(
                entities ->
                        Manifest.ofVersion02(
                                release.description().base() + "id/",
                                service,
                                origin,
                                usual(entities)));
    }

    /// The manifest of the draft.
    public String draftManifest() throws BadQuery {
        return read(entities -> Manifest.ofDraft(origin, usual(entities)));
    }

    private static List<Kind> usual(Entities entities) {
        return Reconciler.usual().stream().map(entities::kind).toList();
    }

    /// A batch of version 0.2, by keys.
    ///
    /// @param queries JSON, the value of the parameter `queries`
    public String match(String queries) throws BadQuery {
        Map<String, Query> batch = QueryReader.named(queries);
        return read(
                entities -> {
                    Reconciler reconciler = new Reconciler(entities, index, deadline);
                    Map<String, Object> results = new LinkedHashMap<>();
                    batch.forEach(
                            (key, query) ->
                                    results.put(
                                            key,
                                            ordered(
                                                    "result",
                                                    shown(reconciler.candidates(query)))));
                    return results;
                });
    }

    /// A batch of the draft, in order.
    public String draftMatch(String body) throws BadQuery {
        List<Query> batch = QueryReader.listed(body);
        return read(
                entities -> {
                    Reconciler reconciler = new Reconciler(entities, index, deadline);
                    List<Object> results = new ArrayList<>();
                    batch.forEach(
                            query ->
                                    results.add(
                                            ordered(
                                                    "candidates",
                                                    shown(reconciler.candidates(query)))));
                    return ordered("results", results);
                });
    }

    private static List<Object> shown(List<Candidate> candidates) {
        List<Object> shown = new ArrayList<>();
        for (Candidate candidate : candidates) {
            List<Object> features =
                    candidate.features().stream()
                            .<Object>map(
                                    it ->
                                            ordered(
                                                    "id", it.id(),
                                                    "name", it.name(),
                                                    "value", it.value()))
                            .toList();
            shown.add(
                    ordered(
                            "id", candidate.id(),
                            "name", candidate.name(),
                            "type", candidate.types().stream().map(Manifest::kind).toList(),
                            "score", candidate.score(),
                            "match", candidate.isMatch(),
                            "features", features));
        }
        return shown;
    }

    /// @param extend JSON, the value of the parameter `extend` of version 0.2
    public String extend(String extend) throws BadQuery {
        return read(entities -> new Extension(entities, deadline).ofVersion02(extend));
    }

    public String draftExtend(String body) throws BadQuery {
        return read(entities -> new Extension(entities, deadline).ofDraft(body));
    }

    /// @param limit how many properties at most
    public String propose(String type, int limit) throws BadQuery {
        return read(entities -> new Extension(entities, deadline).proposed(type, limit));
    }

    /// @param skip how many to leave out at the beginning
    public String suggestEntity(String prefix, int skip) throws BadQuery {
        return read(
                entities -> {
                    List<Object> result = new ArrayList<>();
                    for (Candidate each :
                            new Reconciler(entities, index, deadline)
                                    .beginning(prefix, skip, SUGGESTIONS)) {
                        List<Object> notable =
                                each.types().stream().limit(1).<Object>map(Manifest::kind).toList();
                        String description =
                                each.types().stream().findFirst().map(Kind::name).orElse("");
                        result.add(
                                ordered(
                                        "id",
                                        each.id(),
                                        "name",
                                        each.name(),
                                        "description",
                                        description,
                                        "notable",
                                        notable));
                    }
                    return ordered("result", result);
                });
    }

    public String suggestType(String prefix, int skip) throws BadQuery {
        return read(entities -> kinds(entities.allTypes(), prefix, skip));
    }

    public String suggestProperty(String prefix, int skip) throws BadQuery {
        return read(entities -> kinds(new Extension(entities, deadline).all(), prefix, skip));
    }

    /// Those whose name or id has a word that begins so.
    private static Object kinds(List<Kind> all, String prefix, int skip) {
        String wanted = prefix.strip().toLowerCase(Locale.ROOT);
        List<Object> result =
                all.stream()
                        .filter(
                                kind ->
                                        (" " + kind.name().toLowerCase(Locale.ROOT))
                                                        .contains(" " + wanted)
                                                || kind.id()
                                                        .toLowerCase(Locale.ROOT)
                                                        .startsWith(wanted))
                        .skip(skip)
                        .<Object>map(Manifest::kind)
                        .toList();
        return ordered("result", result);
    }

    /// The path of a thing on this server; empty if there is none.
    public Optional<String> path(String id) {
        return release.read(
                dataset -> {
                    Entities entities =
                            new Entities(
                                    dataset.getDefaultGraph(),
                                    release.description().base(),
                                    language);
                    Optional<Node> thing = entities.thing(id);
                    return thing.map(it -> "/id/" + entities.id(it));
                });
    }
}
