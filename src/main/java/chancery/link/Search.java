package chancery.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks a service for things, group by group, each name in its language, and puts together what
/// it offers for each thing.
public final class Search {
    private static final int NAMES_PER_LANGUAGE = 3;

    private final Service service;
    private final Protocol protocol;
    private final int batch;
    private final int limit;

    /// What is done with the answers for a group, before the next one is asked for.
    public interface Sink {
        /// @param offers for each thing of the group; empty where the service has nothing
        void found(Map<Thing, List<Offer>> offers) throws IOException;
    }

    /// @param batch most questions in one request
    /// @param limit most candidates for one question
    public Search(Service service, Protocol protocol, int batch, int limit) {
        this.service = service;
        this.protocol = protocol;
        this.batch = batch;
        this.limit = limit;
    }

    public void run(List<Thing> things, Sink sink)
            throws ServiceFailure, IOException, InterruptedException {
        for (List<Thing> group : groups(things)) {
            Map<Thing, List<Offer>> offers = new LinkedHashMap<>();
            Map<Thing, Map<String, Found>> found = ask(group);
            for (Thing thing : group) {
                offers.put(thing, offers(thing, found.getOrDefault(thing, Map.of())));
            }
            sink.found(offers);
        }
    }

    /// The questions for some things, by language, each list at most as long as a request may be.
    public List<List<Question>> requests(List<Thing> group) {
        Map<String, List<Question>> byLanguage = new LinkedHashMap<>();
        for (Thing thing : group) {
            Map<String, Integer> asked = new LinkedHashMap<>();
            for (Label label : thing.labels()) {
                if (asked.merge(label.lang(), 1, Integer::sum) <= NAMES_PER_LANGUAGE) {
                    byLanguage
                            .computeIfAbsent(label.lang(), lang -> new ArrayList<>())
                            .add(new Question(thing, label, limit));
                }
            }
        }
        List<List<Question>> requests = new ArrayList<>();
        for (List<Question> all : byLanguage.values()) {
            for (int from = 0; from < all.size(); from += batch) {
                requests.add(List.copyOf(all.subList(from, Math.min(all.size(), from + batch))));
            }
        }
        return requests;
    }

    /// As many things at a time as fill about one request in their first language.
    public List<List<Thing>> groups(List<Thing> things) {
        List<List<Thing>> groups = new ArrayList<>();
        List<Thing> group = new ArrayList<>();
        for (Thing thing : things) {
            group.add(thing);
            if (requests(group).getFirst().size() >= batch) {
                groups.add(List.copyOf(group));
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            groups.add(List.copyOf(group));
        }
        return groups;
    }

    private record Found(Candidate candidate, Set<Label> by) {}

    private Map<Thing, Map<String, Found>> ask(List<Thing> group)
            throws ServiceFailure, InterruptedException {
        Map<Thing, Map<String, Found>> found = new LinkedHashMap<>();
        for (List<Question> request : requests(group)) {
            List<List<Candidate>> answers = service.ask(protocol, request);
            for (int i = 0; i < request.size(); i++) {
                Question question = request.get(i);
                Map<String, Found> sofar =
                        found.computeIfAbsent(question.thing(), it -> new LinkedHashMap<>());
                for (Candidate candidate : answers.get(i)) {
                    sofar.merge(
                            candidate.id(),
                            new Found(candidate, new LinkedHashSet<>(List.of(question.label()))),
                            Search::together);
                }
            }
        }
        return found;
    }

    private static Found together(Found one, Found other) {
        one.by().addAll(other.by());
        return new Found(Candidate.better(one.candidate(), other.candidate()), one.by());
    }

    private static List<Offer> offers(Thing thing, Map<String, Found> found) {
        return found.values().stream()
                .filter(it -> !thing.known().contains(it.candidate().id()))
                .sorted((one, other) -> Candidate.byScore(one.candidate(), other.candidate()))
                .map(it -> offer(thing, it))
                .toList();
    }

    private static Offer offer(Thing thing, Found found) {
        Candidate candidate = found.candidate();
        return new Offer(
                candidate.id(),
                candidate.name(),
                candidate.description(),
                candidate.score(),
                Reasons.of(thing, candidate, found.by()));
    }
}
