package chancery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chancery.evidence.EvidenceFixture;
import chancery.time.BadTime;
import chancery.time.Bounds;
import chancery.time.Edtf;
import chancery.time.Verdict;
import chancery.vocab.Chy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What docs/time.md says of bounds and verdicts holds, and its queries answer as the verdicts do.
class TimeDocTest {
    private static final Path DOC = Path.of("docs/time.md");
    private static final Pattern QUERY =
            Pattern.compile("([^\\n]+):\\n\\n```sparql\\n(.*?)```", Pattern.DOTALL);
    private static final String DAY_OF_THE_DOC = "2008-07-29";
    private static final LocalDate LONG_BEFORE = LocalDate.of(1900, 1, 1);
    private static final LocalDate LONG_AFTER = LocalDate.of(2100, 1, 1);

    static List<List<String>> forms() throws IOException {
        return rows(6);
    }

    static List<List<String>> verdicts() throws IOException {
        return rows(3);
    }

    /// @return the rows of that many cells that begin with a quoted string
    private static List<List<String>> rows(int cells) throws IOException {
        List<List<String>> rows =
                Files.readAllLines(DOC).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(
                                line ->
                                        List.of(
                                                line.replaceAll("^\\| | ?\\|$", "")
                                                        .split(" \\| ?", -1)))
                        .filter(row -> row.size() == cells)
                        .toList();
        assertFalse(rows.isEmpty());
        return rows;
    }

    private static Edtf quoted(String cell) throws BadTime {
        return Edtf.parse(cell.replace("`", ""));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormHasTheBoundsOfItsRow(List<String> row) throws BadTime {
        Graph graph = described(List.of(quoted(row.getFirst())));
        List<String> bounds =
                Stream.of("startEarliest", "startLatest", "endEarliest", "endLatest")
                        .map(bound -> graph.stream(Node.ANY, Chy.term(bound), Node.ANY))
                        .map(all -> all.map(t -> t.getObject().getLiteralLexicalForm()))
                        .map(all -> all.collect(Collectors.joining()))
                        .toList();
        assertEquals(row.subList(2, 6), bounds);
        graph.stream()
                .filter(triple -> triple.getObject().isLiteral())
                .forEach(t -> assertTrue(t.getObject().getLiteral().isWellFormed(), t.toString()));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void twoTimesHaveTheVerdictOfTheirRow(List<String> row) throws BadTime {
        Verdict verdict = Edtf.compare(quoted(row.getFirst()), quoted(row.get(1)));
        assertEquals(row.get(2), verdict.name().toLowerCase(Locale.ROOT));
    }

    /// @return the graph in which the house describes the times
    private static Graph described(List<Edtf> times) {
        String csv =
                times.stream()
                        .map(time -> "t,,\"" + time + "\",,,,,,s,0-59,~,asserts,,,G\n")
                        .collect(Collectors.joining());
        Graph graph = GraphFactory.createDefaultGraph();
        EvidenceFixture.values(EvidenceFixture.rows(csv)).describe(graph::add);
        return graph;
    }

    /// @param title with which its line in the document begins
    /// @return the answer, each row as one string of times with a space between
    private static Set<String> answer(String title, LocalDate day, Graph graph) throws IOException {
        List<String> queries =
                QUERY.matcher(Files.readString(DOC))
                        .results()
                        .filter(found -> found.group(1).startsWith(title))
                        .map(found -> found.group(2))
                        .toList();
        assertEquals(1, queries.size(), title);
        String query = queries.getFirst().replace(DAY_OF_THE_DOC, day.toString());
        Set<String> rows = new HashSet<>();
        try (QueryExec exec =
                QueryExec.graph(graph)
                        .query(QueryFactory.create(query, Syntax.syntaxSPARQL_11))
                        .build()) {
            RowSet found = exec.select();
            found.forEachRemaining(
                    row ->
                            rows.add(
                                    found.getResultVars().stream()
                                            .map(name -> edtf(graph, row.get(name)))
                                            .collect(Collectors.joining(" "))));
        }
        return rows;
    }

    private static String edtf(Graph graph, Node time) {
        return graph.stream(time, Chy.term("edtf"), Node.ANY)
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theQueriesOfADayAnswerAsTheVerdictsDo(long seed) throws BadTime, IOException {
        Some some = Some.of(seed);
        Graph graph = described(some.times());
        for (LocalDate day : some.days()) {
            Set<String> definitely = answer("Definitely on", day, graph);
            Set<String> possibly = answer("Possibly on", day, graph);
            Set<String> not = answer("Not on", day, graph);
            for (Edtf time : some.times()) {
                String text = time.toString();
                String what = text + " on " + day + " of seed " + seed;
                Set<Exact> allowed = some.allowedBy(time);
                boolean always = allowed.stream().allMatch(exact -> exact.holds(day));
                boolean sometimes = allowed.stream().anyMatch(exact -> exact.holds(day));
                assertFalse(definitely.contains(text) && !always, what);
                assertFalse(not.contains(text) && sometimes, what);
                assertEquals(!not.contains(text), possibly.contains(text), what);
                if (!Some.hasGaps(time)) {
                    assertEquals(sometimes, possibly.contains(text), what);
                }
                if (Some.canBeDefinite(time)) {
                    assertEquals(always, definitely.contains(text), what);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theQueriesOfTwoTimesAnswerAsTheVerdictsDo(long seed) throws BadTime, IOException {
        Some some = Some.of(seed);
        Graph graph = described(some.times());
        Set<String> before = answer("Definitely before", LONG_AFTER, graph);
        Set<String> overlap = answer("Definitely overlaps", LONG_AFTER, graph);
        Set<String> maybe = answer("Possibly overlaps", LONG_AFTER, graph);
        for (Edtf one : some.times()) {
            for (Edtf other : some.times()) {
                String pair = one + " " + other;
                boolean sure = Some.canBeDefinite(one) && Some.canBeDefinite(other);
                boolean whole = !Some.hasGaps(one) && !Some.hasGaps(other);
                boolean earlier = some.all(one, other, Exact::isBefore);
                boolean shared = some.all(one, other, Exact::overlaps);
                boolean apart = some.all(one, other, (a, b) -> !a.overlaps(b));
                assertFalse(before.contains(pair) && !earlier, pair);
                assertFalse(overlap.contains(pair) && !shared, pair);
                assertFalse(!maybe.contains(pair) && !apart, pair);
                if (sure) {
                    assertEquals(earlier, before.contains(pair), pair);
                    assertEquals(shared, overlap.contains(pair), pair);
                }
                if (whole) {
                    assertEquals(!apart, maybe.contains(pair), pair);
                }
            }
        }
    }

    /// A first and a last day.
    private record Exact(LocalDate from, LocalDate to) {
        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }

        boolean isBefore(Exact other) {
            return to.isBefore(other.from);
        }

        boolean overlaps(Exact other) {
            return !isBefore(other) && !other.isBefore(this);
        }

        Edtf time() throws BadTime {
            return Edtf.parse(from + "/" + to);
        }
    }

    /// Random times of two summer months.
    ///
    /// @param days to ask for
    /// @param allowed of each time the pairs that it allows, by its verdict on them: pairs of days
    ///     that are bounds of some of the times, or far away
    private record Some(List<Edtf> times, List<LocalDate> days, List<Set<Exact>> allowed) {

        static Some of(long seed) throws BadTime {
            Random random = new Random(seed);
            Set<Edtf> times = new LinkedHashSet<>();
            while (times.size() < 30) {
                Edtf time = read(expression(random));
                if (time != null) {
                    times.add(time);
                }
            }
            Set<LocalDate> bounds = new TreeSet<>(Set.of(LONG_BEFORE, LONG_AFTER));
            for (Edtf time : times) {
                Bounds of = time.bounds();
                Stream.of(of.startEarliest(), of.startLatest(), of.endEarliest(), of.endLatest())
                        .filter(Objects::nonNull)
                        .forEach(bounds::add);
            }
            List<Exact> exacts = new ArrayList<>();
            for (LocalDate from : bounds) {
                bounds.stream()
                        .filter(to -> !to.isBefore(from))
                        .forEach(to -> exacts.add(new Exact(from, to)));
            }
            List<Set<Exact>> allowed = new ArrayList<>();
            for (Edtf time : times) {
                allowed.add(allowedBy(time, exacts));
            }
            return new Some(List.copyOf(times), days(random), allowed);
        }

        private static Set<Exact> allowedBy(Edtf time, List<Exact> exacts) throws BadTime {
            Set<Exact> allowed = new HashSet<>();
            for (Exact exact : exacts) {
                Verdict verdict = Edtf.compare(exact.time(), time);
                if (verdict == Verdict.SAME || verdict == Verdict.REFINES) {
                    allowed.add(exact);
                }
            }
            return allowed;
        }

        private static List<LocalDate> days(Random random) {
            return random.ints(15, 0, 62).mapToObj(LocalDate.of(2008, 7, 1)::plusDays).toList();
        }

        Set<Exact> allowedBy(Edtf time) {
            return allowed.get(times.indexOf(time));
        }

        boolean all(Edtf one, Edtf other, BiPredicate<Exact, Exact> holds) {
            return allowedBy(one).stream()
                    .allMatch(a -> allowedBy(other).stream().allMatch(b -> holds.test(a, b)));
        }

        /// Its bounds tell less than it says.
        static boolean hasGaps(Edtf time) {
            return time.toString().matches(".*(X[^/.]*[0-9]|,).*");
        }

        /// All its bounds are known, and nothing in it is doubtful or left out.
        static boolean canBeDefinite(Edtf time) {
            return !hasGaps(time) && !time.toString().matches(".*([?~%{]|\\.\\.|/$|^/).*");
        }

        private static @Nullable Edtf read(String text) {
            try {
                return Edtf.parse(text);
            } catch (BadTime e) {
                return null; // an interval that runs backwards
            }
        }

        private static String expression(Random random) {
            String a = date(random);
            String b = date(random);
            return switch (random.nextInt(14)) {
                case 0, 1, 2 -> a + "/" + b;
                case 3 -> a + "/..";
                case 4 -> "../" + a;
                case 5 -> a + "/";
                case 6 -> "/" + a;
                case 7 -> "[" + a + ".." + b + "]";
                case 8 -> "[" + a + "," + b + "]";
                case 9 -> "{" + a + "," + b + "}";
                case 10 -> "[.." + a + "]";
                case 11 -> a + "~";
                default -> a;
            };
        }

        private static String date(Random random) {
            String day = LocalDate.of(2008, 7, 1).plusDays(random.nextInt(62)).toString();
            return switch (random.nextInt(9)) {
                case 0 -> day.substring(0, 4);
                case 1, 2 -> day.substring(0, 7);
                case 3 -> "2008-XX" + day.substring(7);
                case 4 -> day.substring(0, 9) + "X";
                default -> day;
            };
        }
    }
}
