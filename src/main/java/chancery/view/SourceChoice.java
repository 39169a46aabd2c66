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
        // the day of publication goes before the day that the data are of
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
    }

    private static String id(Node source, String prefix) {
        return source.getURI().substring(prefix.length());
    }

    Set<String> all() {
        return Set.copyOf(published.keySet());
    }

    /// A source counts as known on a day when it may have been published by then; of a source
    /// without any date nobody can say, so it does not count.
    ///
    /// @throws IllegalArgumentException when a source is not there, with the names of those that
    // are
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
        Set<String> chosen =
                new TreeSet<>(
                        view.accordingTo().isEmpty() ? published.keySet() : view.accordingTo());
        view.knownOn().ifPresent(day -> chosen.removeIf(source -> !isKnown(source, day)));
        return chosen;
    }

    private boolean isKnown(String source, LocalDate day) {
        LocalDate earliest = published.getOrDefault(source, Bounds.NONE).startEarliest();
        return earliest != null && !earliest.isAfter(day);
    }
}
