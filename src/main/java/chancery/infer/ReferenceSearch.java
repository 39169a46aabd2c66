package chancery.infer;

import chancery.infer.TableGuess.Reference;
import chancery.infer.column.ColumnGuess;
import chancery.infer.column.ColumnSurvey;
import chancery.infer.column.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Finds columns all of whose values are values of a key of a table given with it.
///
/// Small numbers are in every key that counts from 1, so numbers refer only where names are alike;
/// among several keys the one with the most similar name is taken, then the smallest.
final class ReferenceSearch {
    private static final Set<String> REFERRING = Set.of("string", "integer", "anyURI");
    private static final Set<String> GENERAL = Set.of("id", "key", "code", "name", "label", "no");
    private static final int ENOUGH = 3;
    private static final int ALIKE = 2;
    private static final int NEARLY_PERCENT = 90;
    private static final int LEAST_STEM = 3;

    private final List<TableGuess> tables;
    private final List<Target> targets = new ArrayList<>();

    private record Target(int table, int column) {}

    /// @param similarity of the names, 0 to 3
    private record Candidate(Target target, int similarity) {}

    ReferenceSearch(List<TableGuess> tables) {
        this.tables = tables;
        for (int t = 0; t < tables.size(); t++) {
            KeySearch keys = new KeySearch(tables.get(t));
            for (int c = 0; c < tables.get(t).names().size(); c++) {
                if (keys.isKey(c) && tables.get(t).survey().rows() > 1) {
                    targets.add(new Target(t, c));
                }
            }
        }
    }

    /// The tables with what was found.
    List<TableGuess> find() {
        List<TableGuess> found = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            found.add(ofTable(t));
        }
        return found;
    }

    private TableGuess ofTable(int t) {
        TableGuess table = tables.get(t);
        List<ColumnGuess> columns = new ArrayList<>(table.columns());
        List<Reference> references = new ArrayList<>();
        for (int c = 0; c < columns.size(); c++) {
            if (!canRefer(table, c)) {
                continue;
            }
            Optional<Candidate> best = best(t, c);
            if (best.isPresent()) {
                Target target = best.get().target();
                TableGuess to = tables.get(target.table());
                String referenced = to.names().get(target.column());
                references.add(new Reference(table.names().get(c), to.url(), referenced));
                columns.set(
                        c,
                        columns.get(c)
                                .noting(
                                        "every value is in %s of %s, which has %s"
                                                .formatted(
                                                        referenced,
                                                        to.url(),
                                                        Counted.of(to.survey().rows()))));
            } else {
                columns.set(c, columns.get(c).noting(nearly(t, c)));
            }
        }
        return table.with(columns, table.key(), references);
    }

    private static boolean canRefer(TableGuess table, int c) {
        ColumnSurvey survey = table.survey().columns().get(c);
        ColumnGuess guess = table.columns().get(c);
        return survey.values() > 0
                && REFERRING.contains(guess.base())
                && guess.separator().isEmpty()
                && guess.nulls().isEmpty()
                && survey.isExact()
                && survey.words().isEmpty()
                && !survey.fingerprints().isFull();
    }

    private Optional<Candidate> best(int t, int c) {
        return targets.stream()
                .filter(target -> refers(t, c, target))
                .map(target -> new Candidate(target, similarity(t, c, target)))
                .filter(candidate -> isClear(t, c, candidate.similarity()))
                .max(
                        Comparator.comparingInt(Candidate::similarity)
                                .thenComparingInt(candidate -> -size(candidate.target())));
    }

    private boolean refers(int t, int c, Target target) {
        if (!isPossible(t, c, target)) {
            return false;
        }
        ColumnSurvey from = survey(t, c);
        if (!from.fingerprints().isWithin(survey(target).fingerprints())) {
            return false;
        }
        // of two keys with the same values only the later refers to the former
        boolean same = from.isUnique() && from.fingerprints().size() == size(target);
        return !same || target.table() < t;
    }

    private boolean isPossible(int t, int c, Target target) {
        boolean itself = target.table() == t && target.column() == c;
        return !itself
                && tables.get(t)
                        .columns()
                        .get(c)
                        .base()
                        .equals(tables.get(target.table()).columns().get(target.column()).base());
    }

    private boolean isClear(int t, int c, int similarity) {
        boolean number = tables.get(t).columns().get(c).base().equals("integer");
        return similarity >= ALIKE || (!number && survey(t, c).fingerprints().size() >= ENOUGH);
    }

    private int similarity(int t, int c, Target target) {
        String column = plain(tables.get(t).names().get(c));
        String key = plain(tables.get(target.table()).names().get(target.column()));
        String stem = plain(tables.get(target.table()).stem());
        String singular = singular(stem);
        boolean other = target.table() != t;
        if (column.equals(key) && !GENERAL.contains(key)) {
            return other ? 3 : 0;
        }
        if (column.equals(singular) || column.equals(singular + key) || column.equals(stem)) {
            return 3;
        }
        if (singular.length() >= LEAST_STEM && column.contains(singular)) {
            return ALIKE;
        }
        return !GENERAL.contains(key) && (column.endsWith(key) || key.endsWith(column)) ? 1 : 0;
    }

    private static String singular(String stem) {
        if (stem.endsWith("ies")) {
            return stem.substring(0, stem.length() - 3) + "y";
        }
        return stem.endsWith("s") ? stem.substring(0, stem.length() - 1) : stem;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /// What keeps a column with a similar name from being a reference.
    private String nearly(int t, int c) {
        ColumnSurvey from = survey(t, c);
        for (Target target : targets) {
            if (target.table() != t
                    && isPossible(t, c, target)
                    && similarity(t, c, target) >= ALIKE
                    && !survey(target).fingerprints().isFull()) {
                long known = from.fingerprints().overlap(survey(target).fingerprints());
                long all = from.fingerprints().size();
                if (known < all && known * 100 >= all * NEARLY_PERCENT) {
                    TableGuess to = tables.get(target.table());
                    return "%s of %s are in %s of %s, the others are not"
                            .formatted(
                                    Counted.of(known),
                                    Counted.of(all, "different value"),
                                    to.names().get(target.column()),
                                    to.url());
                }
            }
        }
        return "";
    }

    private ColumnSurvey survey(int t, int c) {
        return tables.get(t).survey().columns().get(c);
    }

    private ColumnSurvey survey(Target target) {
        return survey(target.table(), target.column());
    }

    private int size(Target target) {
        return survey(target).fingerprints().size();
    }
}
