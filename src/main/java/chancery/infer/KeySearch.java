package chancery.infer;

import chancery.infer.column.ColumnGuess;
import chancery.infer.column.ColumnSurvey;
import chancery.infer.column.Fingerprints;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Finds the columns by which the rows of a table are told apart: one, else two.
///
/// Numbers that measure something are often all different by chance; so a number is taken for a key
/// only if it is called like one or stands first.
final class KeySearch {
    private static final Pattern CALLED_SO =
            Pattern.compile(
                    "(?i:id|key|code|uuid|guid|iri|uri)|.*(?i:[_ .-](?:id|key|code|no|nr|uuid))"
                            + "|.*[a-z](?:ID|Id|Key|Code|No|Nr)|[A-Z]{2,}ID|(?i:.{2,6}id)");
    private static final Set<String> KEYS = Set.of("string", "integer", "anyURI");
    private static final Set<String> PARTS =
            Set.of(
                    "string",
                    "integer",
                    "anyURI",
                    "date",
                    "dateTime",
                    "gYear",
                    "gYearMonth",
                    "time");
    private static final int LONGEST = 60;
    private static final int LONGEST_CALLED_SO = 250;
    private static final int FEW = 5;
    private static final int TRIED = 14;
    private static final int FIRST = 3;

    private final TableGuess table;

    KeySearch(TableGuess table) {
        this.table = table;
    }

    private record Pair(int first, int second, Fingerprints seen) {}

    /// @return numbers of the columns, from 0; none if nothing was found
    List<Integer> find(Fingerprints.Budget budget) {
        if (table.survey().rows() < 2) {
            return List.of();
        }
        Optional<Integer> one =
                IntStream.range(0, table.names().size())
                        .filter(this::isKey)
                        .boxed()
                        .max(Comparator.comparingInt(this::rank).thenComparingInt(i -> -i));
        return one.isPresent() ? List.of(one.get()) : pair(budget);
    }

    /// Whether a column alone can be referred to.
    boolean isKey(int i) {
        ColumnSurvey survey = survey(i);
        ColumnGuess guess = table.columns().get(i);
        if (!survey.isUnique()
                || !KEYS.contains(guess.base())
                || !guess.nulls().isEmpty()
                || guess.separator().isPresent()) {
            return false;
        }
        if (isCalledSo(i)) {
            return survey.longest() <= LONGEST_CALLED_SO;
        }
        boolean number = guess.base().equals("integer");
        boolean clear = i == 0 || (!number && table.survey().rows() >= FEW);
        return clear && (survey.longest() <= LONGEST || guess.base().equals("anyURI"));
    }

    private int rank(int i) {
        boolean spaces = survey(i).hasSpaces();
        return (isCalledSo(i) ? 4 : 0) + (i == 0 ? 2 : 0) + (spaces ? 0 : 1);
    }

    private boolean isCalledSo(int i) {
        return CALLED_SO.matcher(table.names().get(i)).matches();
    }

    private ColumnSurvey survey(int i) {
        return table.survey().columns().get(i);
    }

    private List<Integer> pair(Fingerprints.Budget budget) {
        List<Integer> parts =
                IntStream.range(0, table.names().size())
                        .filter(this::isPart)
                        .boxed()
                        .sorted(Comparator.comparing((Integer i) -> !isCalledSo(i)))
                        .limit(TRIED)
                        .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int b = 1; b < parts.size(); b++) {
            for (int a = 0; a < b; a++) {
                if (isEnough(parts.get(a), parts.get(b))) {
                    int first = Math.min(parts.get(a), parts.get(b));
                    int second = Math.max(parts.get(a), parts.get(b));
                    pairs.add(new Pair(first, second, new Fingerprints(budget)));
                }
            }
        }
        return pairs.isEmpty() ? List.of() : unrepeated(pairs);
    }

    /// Whether two columns have together as many different values as there are rows.
    private boolean isEnough(int a, int b) {
        Fingerprints first = survey(a).fingerprints();
        Fingerprints second = survey(b).fingerprints();
        return first.isFull()
                || second.isFull()
                || (long) first.size() * second.size() >= table.survey().rows();
    }

    private boolean isPart(int i) {
        ColumnSurvey survey = survey(i);
        ColumnGuess guess = table.columns().get(i);
        boolean measure =
                guess.base().equals("integer")
                        && !isCalledSo(i)
                        && i >= FIRST
                        && survey.fingerprints().size() * 2L > table.survey().rows();
        return survey.isFull()
                && survey.isExact()
                && !survey.isUnique()
                && guess.nulls().isEmpty()
                && guess.separator().isEmpty()
                && PARTS.contains(guess.base())
                && survey.longest() <= LONGEST
                && !measure
                && !guess.isUnpadded()
                && (survey.fingerprints().isFull() || survey.fingerprints().size() > 1);
    }

    /// Reads the table once more.
    private List<Integer> unrepeated(List<Pair> pairs) {
        List<Pair> left = new ArrayList<>(pairs);
        long rows = 0;
        try (TableReader reader =
                TableReader.openAny(
                        table.survey().source(), table.survey().layout().dialect(), c -> {})) {
            Optional<Row> row = reader.next();
            while (row.isPresent() && rows < table.survey().rows() && !left.isEmpty()) {
                rows++;
                List<String> fields = row.get().fields();
                left.removeIf(pair -> isRepeated(pair, fields));
                row = reader.next();
            }
        } catch (MalformedTable e) {
            // what is wrong with it is told by the survey; what comes before was read
            return left.isEmpty() ? List.of() : columns(left.getFirst());
        } finally {
            pairs.forEach(pair -> pair.seen().release());
        }
        return left.isEmpty() ? List.of() : columns(left.getFirst());
    }

    private static List<Integer> columns(Pair pair) {
        return List.of(pair.first(), pair.second());
    }

    private static boolean isRepeated(Pair pair, List<String> fields) {
        if (fields.stream().allMatch(String::isBlank)) {
            return false;
        }
        if (pair.second() >= fields.size() || pair.seen().isFull()) {
            pair.seen().release();
            return true;
        }
        long both =
                Fingerprints.of(
                        Fingerprints.of(fields.get(pair.first())),
                        Fingerprints.of(fields.get(pair.second())));
        boolean again = !pair.seen().add(both) || pair.seen().isFull();
        if (again) {
            pair.seen().release();
        }
        return again;
    }
}
