package chancery.view;

import chancery.evidence.ValueNodes;
import chancery.time.Bounds;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/// Which sources count from a point of view.
final class SourceChoice {
    private final Map<String, Bounds> published = new TreeMap<>();

    SourceChoice(Base base, List<Triple> register, ValueNodes values) {
        String prefix = base.id("source", "").getURI();
        for (Triple triple : register) {
            boolean isSource =
                    triple.getPredicate().equals(RDF.Nodes.type)
                            && triple.getObject().equals(Chy.SOURCE);
            if (isSource) {
                published.putIfAbsent(id(triple.getSubject(), prefix), Bounds.NONE);
            }
        }
        // an edition cannot be older than the one it revises; the day that its data are of goes
        // before that, and the day of publication before both
        Map<String, String> revised = new TreeMap<>();
        for (Triple triple : register) {
            if (triple.getPredicate().equals(Chy.term("revisionOf"))) {
                revised.put(id(triple.getSubject(), prefix), id(triple.getObject(), prefix));
            }
        }
        for (String property : List.of("dataAsOf", "published")) {
            for (Triple triple : register) {
                if (triple.getPredicate().equals(Chy.term(property))
                        && triple.getSubject().getURI().startsWith(prefix)) {
                    values.time(triple.getObject())
                            .ifPresent(
                                    time ->
                                            published.put(
                                                    id(triple.getSubject(), prefix),
                                                    time.bounds()));
                }
            }
        }
        takeOverDates(revised);
    }

    /// The dates of the edition it revises, or of the one that revises.
    private void takeOverDates(Map<String, String> revised) {
        for (String source : revised.keySet()) {
            String edition = source;
            // as many steps as there are sources: data that go in circles end here
            for (int step = 0; step < revised.size() && isUndated(source); step++) {
                edition = revised.getOrDefault(edition, "");
                published.put(source, published.getOrDefault(edition, Bounds.NONE));
            }
        }
    }

    private boolean isUndated(String source) {
        return published.getOrDefault(source, Bounds.NONE).startEarliest() == null;
    }

    private static String id(Node source, String prefix) {
        return source.getURI().substring(prefix.length());
    }

    Set<String> all() {
        return Set.copyOf(published.keySet());
    }

    /// Sources that a question for what was known on a day passes over because nothing tells when
    /// they were published; none where no day is asked for.
    List<String> passedOver(PointOfView view) {
        return view.knownOn().isEmpty()
                ? List.of()
                : named(view).stream().filter(this::isUndated).toList();
    }

    /// A source counts as known on a day when it may have been published by then. Its date is that
    /// of its publication, else the one that its data are of, else that of the edition it revises;
    /// of a source without any of them nobody can say, so it does not count ([#passedOver]).
    ///
    /// @throws IllegalArgumentException when a source is not there, with the names of the others
    Set<String> of(PointOfView view) {
        for (String source : view.accordingTo()) {
            if (!published.containsKey(source)) {
                throw new IllegalArgumentException(
                        "according-to: found \""
                                + source
                                + "\", expected of the sources "
                                + String.join(", ", published.keySet()));
            }
        }
        Set<String> chosen = named(view);
        view.knownOn().ifPresent(day -> chosen.removeIf(source -> !isKnown(source, day)));
        return chosen;
    }

    private Set<String> named(PointOfView view) {
        return new TreeSet<>(
                view.accordingTo().isEmpty() ? published.keySet() : view.accordingTo());
    }

    private boolean isKnown(String source, LocalDate day) {
        LocalDate earliest = published.getOrDefault(source, Bounds.NONE).startEarliest();
        return earliest != null && !earliest.isAfter(day);
    }
}
