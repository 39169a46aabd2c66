package chancery.judge;

import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Which sources are editions of one work, and which revises which: editions are one voice, and
/// its last word is the one that counts.
final class Editions {
    private final Map<String, Node> origins = new HashMap<>();
    private final Map<String, Set<String>> revised = new HashMap<>();

    Editions(Base base, Collection<Triple> register) {
        String prefix = base.id("source", "").getURI();
        for (Triple triple : register) {
            String subject = triple.getSubject().isURI() ? triple.getSubject().getURI() : "";
            if (!subject.startsWith(prefix)) {
                continue;
            }
            String source = subject.substring(prefix.length());
            if (triple.getPredicate().equals(Chy.term("origin"))) {
                origins.put(source, triple.getObject());
            } else if (triple.getPredicate().equals(Chy.term("revisionOf"))) {
                revised.computeIfAbsent(source, s -> new HashSet<>())
                        .add(triple.getObject().getURI().substring(prefix.length()));
            }
        }
    }

    /// @return the source, if all of these are editions of one work and it revises all the others
    Optional<String> latest(Set<String> sources) {
        Set<Node> works = new HashSet<>();
        for (String source : sources) {
            Node work = origins.get(source);
            if (work == null) {
                return Optional.empty();
            }
            works.add(work);
        }
        if (works.size() != 1 || sources.size() < 2) {
            return Optional.empty();
        }
        return sources.stream()
                .filter(source -> sources.stream().allMatch(o -> revises(source, o)))
                .findFirst();
    }

    private boolean revises(String source, String other) {
        Set<String> seen = new HashSet<>();
        Set<String> next = Set.of(source);
        while (!next.isEmpty()) {
            if (next.contains(other)) {
                return true;
            }
            Set<String> earlier = new HashSet<>();
            for (String each : next) {
                if (seen.add(each)) {
                    earlier.addAll(revised.getOrDefault(each, Set.of()));
                }
            }
            next = earlier;
        }
        return false;
    }
}
