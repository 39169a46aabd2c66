package chancery.page.claims;

import chancery.page.DisagreementPage;
import chancery.page.GraphView;
import chancery.page.Link;
import chancery.page.SourceOrder;
import chancery.page.Terms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/// What the sources say alike, and what one of them says alone.
///
/// @param sources in the order of their publication
/// @param voices  how many of them are independent: the editions of one work are one
/// @param alike   what more than one of them says, in the order in which it is told
public record Comparison(List<Part> sources, int voices, List<Alike> alike) {
    public Comparison {
        sources = List.copyOf(sources);
        alike = List.copyOf(alike);
    }

    /// One source.
    ///
    /// @param claims how many it makes
    /// @param alone  how many things no other source says
    public record Part(Link source, String published, int claims, int alone) {
        /// Its anchor on the page.
        public String anchor() {
            return "from-" + source.href().substring(source.href().lastIndexOf('/') + 1);
        }
    }

    /// A thing that several sources say.
    ///
    /// @param isByAll whether every source of the page says it
    public record Alike(Link property, Link value, Link stance, boolean isByAll) {}

    /// @param claims in the order in which they are told
    static Comparison of(GraphView graph, List<ReadClaim> claims) {
        Map<ReadClaim.Fact, Set<Node>> saying = saying(claims);
        List<Node> sources = inOrder(graph, claims);
        Set<Node> voices = new HashSet<>();
        sources.forEach(it -> voices.add(graph.object(it, Terms.ORIGIN).orElse(it)));
        List<Part> parts = new ArrayList<>();
        for (Node source : sources) {
            parts.add(
                    new Part(
                            graph.link(source),
                            DisagreementPage.published(graph, source),
                            (int) claims.stream().filter(c -> c.sources().contains(source)).count(),
                            (int) saying.values().stream().filter(Set.of(source)::equals).count()));
        }
        return new Comparison(
                parts,
                voices.size(),
                saying.entrySet().stream()
                        .filter(it -> it.getValue().size() > 1)
                        .map(
                                it ->
                                        new Alike(
                                                graph.link(it.getKey().property()),
                                                graph.link(it.getKey().value()),
                                                graph.link(it.getKey().stance()),
                                                it.getValue().size() == sources.size()))
                        .toList());
    }

    /// What is said → the sources that say it.
    static Map<ReadClaim.Fact, Set<Node>> saying(List<ReadClaim> claims) {
        Map<ReadClaim.Fact, Set<Node>> saying = new LinkedHashMap<>();
        claims.forEach(
                claim ->
                        saying.computeIfAbsent(claim.fact(), it -> new LinkedHashSet<>())
                                .addAll(claim.sources()));
        return saying;
    }

    /// Sources in the order of their publication; those without a date last.
    static List<Node> inOrder(GraphView graph, List<ReadClaim> claims) {
        Set<Node> sources = new LinkedHashSet<>();
        claims.forEach(claim -> sources.addAll(claim.sources()));
        return SourceOrder.of(graph, sources);
    }
}
