package chancery.release.change;

import chancery.release.change.ReleaseChanges.Kind;
import chancery.vocab.Chy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/// Compares two releases by their dumps in N-Quads, which are sorted: both are read side by side
/// and only what differs is kept. More readings find the labels for it.
public final class ReleaseComparison {
    /// What repeats other graphs, says where rows stand, or differs between any two releases.
    private static final List<String> LEFT_OUT = List.of("reifiers", "rows", "release");

    private static final String UNDECIDED = "\"undecided\"";
    private static final String REGISTER = "register";

    /// Things that come and go with claims and are no news of their own.
    private static final Set<String> NO_THINGS =
            Set.of(iri(Chy.PASSAGE.getURI()), iri(Chy.TIME.getURI()), iri(Chy.QUANTITY.getURI()));

    private final Path former;
    private final Path later;
    private final Side gone = new Side();
    private final Side added = new Side();
    private final Map<String, String> labels = new HashMap<>();
    private final Set<String> formerThings = new HashSet<>();
    private final Set<String> laterThings = new HashSet<>();

    /// What only one of the two releases has.
    private static final class Side {
        private final Set<String> triples = new HashSet<>();
        private final Map<String, Map<String, String>> bySubject = new HashMap<>();
        private final Set<String> claims = new TreeSet<>();
        private final Set<String> disagreements = new TreeSet<>();
        private final Set<String> things = new TreeSet<>();

        void add(QuadLine line) {
            triples.add(line.subject() + ' ' + line.predicate() + ' ' + line.object());
            describe(line);
            if (!line.isType()) {
                return;
            }
            if (line.object().equals(iri(Chy.CLAIM.getURI()))) {
                claims.add(line.subject());
            } else if (line.object().equals(iri(Chy.DISAGREEMENT.getURI()))) {
                disagreements.add(line.subject());
            } else if (line.isIn(REGISTER) && !NO_THINGS.contains(line.object())) {
                things.add(line.subject());
            }
        }

        /// Keeps what the line says of its subject; of several values the first.
        void describe(QuadLine line) {
            bySubject
                    .computeIfAbsent(line.subject(), s -> new HashMap<>())
                    .putIfAbsent(line.predicate(), line.object());
        }

        String get(String subject, String property) {
            return bySubject.getOrDefault(subject, Map.of()).getOrDefault(iri(property), "");
        }
    }

    private ReleaseComparison(Path former, Path later) {
        this.former = former;
        this.later = later;
    }

    /// @param former folder of the dumps of a release
    /// @param later that of another one
    /// @throws UnreadableDump when a dump cannot be read or holds something else than quads
    public static ReleaseChanges between(Path former, Path later) throws IOException {
        ReleaseComparison comparison = new ReleaseComparison(former, later);
        comparison.merge();
        if (!comparison.gone.triples.isEmpty() || !comparison.added.triples.isEmpty()) {
            comparison.describeJudgedAnew();
            Set<String> named = comparison.named();
            DumpLines.each(former, line -> comparison.look(line, named, comparison.formerThings));
            DumpLines.each(later, line -> comparison.look(line, named, comparison.laterThings));
        }
        return comparison.changes();
    }

    private void describeJudgedAnew() throws IOException {
        Set<String> judgedAnew = judgedAnew();
        if (!judgedAnew.isEmpty()) {
            DumpLines.each(
                    later,
                    line -> {
                        if (judgedAnew.contains(line.subject()) && counts(line)) {
                            added.describe(line);
                        }
                    });
        }
    }

    /// All that can come up in a line about what differs.
    private Set<String> named() {
        Set<String> named = new HashSet<>();
        for (Side side : List.of(gone, added)) {
            named.addAll(side.bySubject.keySet());
            side.bySubject.values().forEach(said -> named.addAll(said.values()));
        }
        return named;
    }

    private void merge() throws IOException {
        DumpMerge.of(former, later, line -> add(line, gone), line -> add(line, added));
    }

    private static void add(QuadLine line, Side side) {
        if (counts(line)) {
            side.add(line);
        }
    }

    private static boolean counts(QuadLine line) {
        return LEFT_OUT.stream().noneMatch(line::isIn);
    }

    /// Of several labels an English one wins; of several of these, that of the later release,
    /// which is looked at second.
    private void look(QuadLine line, Set<String> named, Set<String> things) {
        if (!named.contains(line.subject())) {
            return;
        }
        boolean isLabel =
                line.hasPredicate(RDFS.label.getURI())
                        || line.hasPredicate(SKOS.prefLabel.getURI())
                        || line.hasPredicate(Chy.NS + "edtf");
        if (isLabel && (line.object().endsWith("@en") || !labels.containsKey(line.subject()))) {
            labels.put(line.subject(), line.object());
        }
        if (line.isType() && line.isIn(REGISTER)) {
            things.add(line.subject());
        }
    }

    private ReleaseChanges changes() {
        Map<Kind, List<String>> lines = new EnumMap<>(Kind.class);
        put(lines, Kind.CLAIMS_ADDED, without(added.claims, gone.claims), c -> claim(c, added));
        put(lines, Kind.CLAIMS_WITHDRAWN, without(gone.claims, added.claims), c -> claim(c, gone));
        put(lines, Kind.CLAIMS_JUDGED_ANEW, judgedAnew(), this::judged);
        putDisagreements(lines);
        put(lines, Kind.THINGS_ADDED, without(added.things, formerThings), this::thing);
        put(lines, Kind.THINGS_GONE, without(gone.things, laterThings), this::thing);
        return new ReleaseChanges(
                lines,
                without(added.triples, gone.triples).size(),
                without(gone.triples, added.triples).size());
    }

    private interface Shown {
        String line(String term);
    }

    private static void put(
            Map<Kind, List<String>> lines, Kind kind, Collection<String> terms, Shown shown) {
        if (!terms.isEmpty()) {
            lines.put(kind, terms.stream().map(shown::line).sorted().toList());
        }
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    /// A disagreement is open while no rule has decided it.
    private void putDisagreements(Map<Kind, List<String>> lines) {
        List<String> opened = new ArrayList<>();
        List<String> settled = new ArrayList<>();
        String rule = Chy.NS + "rule";
        Set<String> ruledAnew = new TreeSet<>(added.bySubject.keySet());
        ruledAnew.removeIf(node -> added.get(node, rule).isEmpty() || !isDisagreement(node));
        for (String node : ruledAnew) {
            boolean isOpen = added.get(node, rule).equals(UNDECIDED);
            boolean wasOpen = gone.get(node, rule).equals(UNDECIDED);
            boolean isNew = added.disagreements.contains(node);
            if (isOpen) {
                opened.add(node);
            } else if (wasOpen || isNew) {
                settled.add(node);
            }
        }
        put(lines, Kind.DISAGREEMENTS_OPENED, opened, this::disagreement);
        put(lines, Kind.DISAGREEMENTS_SETTLED, settled, this::disagreement);
        put(
                lines,
                Kind.DISAGREEMENTS_GONE,
                without(gone.disagreements, added.disagreements),
                this::label);
    }

    private static boolean isDisagreement(String node) {
        return node.contains("/id/disagreement/");
    }

    private Set<String> judgedAnew() {
        String verdict = Chy.NS + "verdict";
        Set<String> both = new TreeSet<>(added.bySubject.keySet());
        both.removeIf(
                claim -> added.get(claim, verdict).isEmpty() || gone.get(claim, verdict).isEmpty());
        return both;
    }

    /// @return such as `Gabala Radar Station: signed 2002-01-25 (wikipedia-2016)`
    private String claim(String claim, Side side) {
        return "%s: %s %s (%s)"
                .formatted(
                        label(side.get(claim, RDF.subject.getURI())),
                        local(side.get(claim, RDF.predicate.getURI())),
                        label(side.get(claim, RDF.object.getURI())),
                        local(side.get(claim, Chy.NS + "statedIn")));
    }

    private String judged(String claim) {
        String verdict = Chy.NS + "verdict";
        return "%s: was %s, is %s"
                .formatted(
                        claim(claim, added),
                        local(gone.get(claim, verdict)),
                        local(added.get(claim, verdict)));
    }

    private String disagreement(String node) {
        String rule = added.get(node, Chy.NS + "rule");
        return rule.equals(UNDECIDED)
                ? label(node)
                : label(node) + " [" + QuadLine.plain(rule) + "]";
    }

    private String thing(String thing) {
        return label(thing) + " (" + kindAndId(thing) + ")";
    }

    /// The label, or the last part of the IRI; of a literal its text; in one line.
    private String label(String term) {
        String label = term.startsWith("<") ? labels.get(term) : term;
        return label == null ? local(term) : QuadLine.plain(label).replaceAll("\\s+", " ").strip();
    }

    private static String local(String term) {
        String plain = QuadLine.plain(term);
        return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('#')) + 1);
    }

    private static String kindAndId(String term) {
        int id = term.indexOf("/id/");
        return id < 0 ? QuadLine.plain(term) : term.substring(id + 4, term.length() - 1);
    }

    private static String iri(String text) {
        return "<" + text + ">";
    }
}
