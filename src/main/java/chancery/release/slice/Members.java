package chancery.release.slice;

import chancery.release.graph.SortedGraph;
import chancery.release.sort.EntryCursor;
import chancery.release.sort.SortedEntries;
import chancery.release.sort.Workroom;
import chancery.vocab.Base;
import chancery.vocab.Chy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;

/// Finds the subjects of each slice.
///
/// Of a source: its passages, statements and claims, and the works that these cite; another edition
/// is a source of its own. Of a state: every thing that names it, and the claims about these. Of
/// the disagreements: their claims, where these stand and in whose words, and the rules that
/// decided.
final class Members {
    private static final String TYPE = Statement.term(RDF.Nodes.type);
    private static final String STATE = own("State");
    private static final String SOURCE = own("Source");
    private static final String DISAGREEMENT = own("Disagreement");
    private static final String CITES = own("cites");
    private static final String RULE = own("rule");
    private static final String ABOUT = Statement.term(RDF.Nodes.subject);
    private static final String IN_SCHEME = Statement.term(SKOS.inScheme.asNode());
    private static final String NOTATION = Statement.term(SKOS.notation.asNode());

    /// How passages, statements and claims name their source.
    private static final Set<String> IN_A_SOURCE = Set.of(own("source"), own("statedIn"));

    /// What leads from a disagreement to all that is needed to understand it.
    private static final Set<String> LEADS_ON =
            Set.of(own("position"), own("passage"), own("saidIn"), own("statedIn"));

    private final Base base;
    private final SortedGraph graph;
    private final Workroom room;
    private final String ruleScheme;

    /// Slices by the state or source they are of.
    private final Map<String, String> states = new HashMap<>();

    private final Map<String, String> sources = new HashMap<>();
    private final Set<String> disagreements = new HashSet<>();
    private final Map<String, List<String>> rules = new HashMap<>();
    private String ruleConcept = "";

    Members(Base base, SortedGraph graph, Workroom room) {
        this.base = base;
        this.graph = graph;
        this.room = room;
        this.ruleScheme = Statement.term(base.id("scheme", "rule"));
    }

    private static String own(String localName) {
        return Statement.term(Chy.term(localName));
    }

    private interface Told {
        void of(Statement statement) throws IOException;
    }

    private void each(Told told) throws IOException {
        try (EntryCursor triples = graph.defaultGraph().open()) {
            for (byte[] entry = triples.next(); entry != null; entry = triples.next()) {
                told.of(Statement.of(entry));
            }
        }
    }

    /// @return pairs of a subject and the name of a slice
    SortedEntries sorted() throws IOException {
        Pairs claimsAbout = new Pairs(room);
        Pairs cited = new Pairs(room);
        Pairs leadingOn = new Pairs(room);
        each(
                statement -> {
                    look(statement);
                    String predicate = statement.predicate();
                    if (predicate.equals(ABOUT)) {
                        claimsAbout.add(statement.object(), statement.subject());
                    } else if (predicate.equals(CITES)) {
                        cited.add(statement.subject(), statement.object());
                    } else if (predicate.equals(RULE) || LEADS_ON.contains(predicate)) {
                        leadingOn.add(statement.subject(), statement.object());
                    }
                });
        SortedEntries nearest = nearest();
        Pairs further = new Pairs(room);
        join(nearest, Slices.STATES, claimsAbout.sorted(), further);
        join(nearest, Slices.SOURCES, cited.sorted(), further);
        SortedEntries edges = leadingOn.sorted();
        followFromDisagreements(edges);
        edges.delete();
        for (String subject : disagreements) {
            further.add(subject, Slices.DISAGREEMENTS);
        }
        return nearest.with(further.sorted());
    }

    private void look(Statement statement) {
        String subject = statement.subject();
        String object = statement.object();
        if (statement.predicate().equals(TYPE)) {
            if (object.equals(STATE)) {
                states.put(subject, Slices.STATES + slug(subject));
            } else if (object.equals(SOURCE)) {
                sources.put(subject, Slices.SOURCES + slug(subject));
            } else if (object.equals(DISAGREEMENT)) {
                disagreements.add(subject);
            }
        } else if (statement.predicate().equals(IN_SCHEME) && object.equals(ruleScheme)) {
            ruleConcept = subject;
        } else if (statement.predicate().equals(NOTATION) && subject.equals(ruleConcept)) {
            // its scheme came before: triples of a subject come by predicate
            rules.computeIfAbsent(object, name -> new ArrayList<>()).add(subject);
        }
    }

    private String slug(String term) {
        String relative = base.relative(term.substring(1, term.length() - 1));
        return relative.substring(relative.lastIndexOf('/') + 1);
    }

    /// States and sources, and what names them.
    private SortedEntries nearest() throws IOException {
        Pairs members = new Pairs(room);
        for (Map<String, String> slices : List.of(states, sources)) {
            for (Map.Entry<String, String> slice : slices.entrySet()) {
                members.add(slice.getKey(), slice.getValue());
            }
        }
        each(
                statement -> {
                    String state = states.get(statement.object());
                    if (state != null) {
                        members.add(statement.subject(), state);
                    }
                    String source = sources.get(statement.object());
                    if (source != null && IN_A_SOURCE.contains(statement.predicate())) {
                        members.add(statement.subject(), source);
                    }
                });
        return members.sorted();
    }

    /// @param members pairs of subject and slice
    /// @param kind    how the names of the slices begin
    /// @param links   pairs of a subject and another one, which is in the same slices
    private static void join(SortedEntries members, String kind, SortedEntries links, Pairs further)
            throws IOException {
        try (PairGroups slices = PairGroups.open(members);
                PairGroups linked = PairGroups.open(links)) {
            while (linked.next()) {
                for (String slice : slices.of(linked.one())) {
                    if (slice.startsWith(kind)) {
                        for (String other : linked.others()) {
                            further.add(other, slice);
                        }
                    }
                }
            }
        }
        links.delete();
    }

    /// Reads the links over and over until they lead nowhere new.
    private void followFromDisagreements(SortedEntries links) throws IOException {
        boolean isMore = !disagreements.isEmpty();
        while (isMore) {
            isMore = false;
            try (PairGroups linked = PairGroups.open(links)) {
                while (linked.next()) {
                    if (disagreements.contains(linked.one())) {
                        for (String object : linked.others()) {
                            isMore |= disagreements.addAll(named(object));
                        }
                    }
                }
            }
        }
    }

    private List<String> named(String object) {
        return object.startsWith("\"") ? rules.getOrDefault(object, List.of()) : List.of(object);
    }
}
