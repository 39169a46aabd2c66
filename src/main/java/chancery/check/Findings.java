package chancery.check;

import chancery.check.Finding.Code;
import chancery.table.Position;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Collects what is wrong, in any order, and tells it sorted. Not safe for several threads.
///
/// However many there are, it keeps a bounded number: the first 10,000 whole, then the first 20 of
/// each code in each column. All are counted.
public final class Findings {
    private static final int KEPT_WHOLE = 10_000;
    private static final int FIRST = 20;
    private static final int MOST_KINDS = 10_000;
    private static final int ALIKE_FROM = 3;
    private static final int LINES_SHOWN = 10;
    private static final Comparator<Finding> BY_PLACE =
            Comparator.comparing((Finding f) -> f.position().file())
                    .thenComparingLong(f -> f.position().line())
                    .thenComparingInt(Finding::columnNumber)
                    .thenComparing(Finding::code);
    private static final Comparator<Position> BY_LINE =
            Comparator.comparingLong(Position::line).thenComparingLong(Position::record);

    // FindingsFile writes and reads these
    final List<Finding> kept = new ArrayList<>();
    final Map<Same, Places> places = new LinkedHashMap<>();
    final Map<Kind, Counter> counters = new HashMap<>();
    long size;
    long errors;

    /// What findings share that are counted together.
    ///
    /// @param column 1-based; 0 for the whole row or table
    public record Kind(Code code, String file, int column) {
        static Kind of(Finding finding) {
            return new Kind(finding.code(), finding.position().file(), finding.columnNumber());
        }
    }

    /// The same finding at several places: all but these is the same.
    ///
    /// @param first at the first place
    /// @param count at how many places it stands
    /// @param places the first 20 of them, in order
    public record Repeated(Finding first, long count, List<Position> places) {
        public Repeated {
            places = List.copyOf(places);
        }
    }

    /// All that two findings have in common that are told as one.
    record Same(Kind kind, Severity severity, String column, String found, String expected) {
        static Same of(Finding finding) {
            return new Same(
                    Kind.of(finding),
                    finding.severity(),
                    finding.columnName(),
                    finding.found(),
                    finding.expected());
        }
    }

    static final class Places {
        private Finding first;
        long count;
        long kept;
        final TreeSet<Position> positions = new TreeSet<>(BY_LINE);

        Places(Finding first) {
            this.first = first;
        }

        void add(Finding finding) {
            count++;
            Position at = finding.position();
            if (positions.size() == FIRST && BY_LINE.compare(at, positions.last()) >= 0) {
                return;
            }
            if (BY_LINE.compare(at, first.position()) < 0) {
                first = finding;
            }
            positions.add(at);
            if (positions.size() > FIRST) {
                positions.pollLast();
            }
        }

        Finding first() {
            return first;
        }

        Repeated repeated() {
            return new Repeated(first, count, List.copyOf(positions));
        }
    }

    static final class Counter {
        long count;
        int kept;
    }

    public void add(Finding finding) {
        size++;
        errors += finding.severity() == Severity.ERROR ? 1 : 0;
        Counter counter = counter(Kind.of(finding));
        counter.count++;
        boolean keeps = kept.size() < KEPT_WHOLE || counter.kept < FIRST;
        if (keeps) {
            kept.add(finding);
            counter.kept++;
        }
        Same same = Same.of(finding);
        Places known = places.get(same);
        if (known == null && keeps) {
            known = new Places(finding);
            places.put(same, known);
        }
        if (known != null) {
            known.add(finding);
            known.kept += keeps ? 1 : 0;
        }
    }

    /// Gives away what was found so far; this list is empty then.
    public Findings taken() {
        Findings taken = new Findings();
        taken.addAll(this);
        kept.clear();
        places.clear();
        counters.clear();
        size = 0;
        errors = 0;
        return taken;
    }

    /// Adds all that another list has, in the order of its finding; what that one only counted is
    /// counted here.
    public void addAll(Findings others) {
        others.kept.forEach(this::add);
        long keptErrors = others.kept.stream().filter(f -> f.severity() == Severity.ERROR).count();
        size += others.size - others.kept.size();
        errors += others.errors - keptErrors;
        others.counters.forEach((kind, other) -> counter(kind).count += other.count - other.kept);
        others.places.forEach(
                (same, other) -> {
                    Places known = places.get(same);
                    if (known != null) {
                        known.count += other.count - other.kept;
                    }
                });
    }

    /// Columns beyond all measure are counted as one.
    private Counter counter(Kind kind) {
        Kind counted =
                counters.size() < MOST_KINDS || counters.containsKey(kind)
                        ? kind
                        : new Kind(kind.code(), "", 0);
        return counters.computeIfAbsent(counted, k -> new Counter());
    }

    /// @return the findings that are kept, by file, line and column; every one if there are at most
    ///     10,000
    public List<Finding> sorted() {
        return kept.stream().sorted(BY_PLACE).toList();
    }

    /// @return the same findings, those that say the same taken together, each at its first place
    public List<Repeated> repeated() {
        return places.values().stream()
                .map(Places::repeated)
                .sorted(
                        Comparator.comparing(Repeated::first, BY_PLACE)
                                .thenComparing(r -> r.first().found())
                                .thenComparing(r -> r.first().expected()))
                .toList();
    }

    /// @return how many there are of each code in each column, by file, column and code
    public Map<Kind, Long> counts() {
        Comparator<Kind> byPlace =
                Comparator.comparing(Kind::file)
                        .thenComparingInt(Kind::column)
                        .thenComparing(Kind::code);
        Map<Kind, Long> counts = new TreeMap<>(byPlace);
        counters.forEach((kind, counter) -> counts.put(kind, counter.count));
        return Collections.unmodifiableMap(counts);
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /// How many there are, kept or not.
    public long size() {
        return size;
    }

    /// How many of them are of [Severity#ERROR].
    public long errors() {
        return errors;
    }

    /// Whether a build must not go on.
    public boolean hasErrors() {
        return errors > 0;
    }

    /// @return one line a finding, by file, line and column, one that is there three times or more
    ///     only once, with the other places in a line below; the first 20 of each code, then one
    ///     line for each code of which there are more
    public List<String> lines() {
        Map<Code, Long> left = new EnumMap<>(Code.class);
        counters.forEach((kind, counter) -> left.merge(kind.code(), counter.count, Long::sum));
        Map<Code, Integer> shown = new EnumMap<>(Code.class);
        List<String> lines = new ArrayList<>();
        for (Repeated told : told()) {
            Code code = told.first().code();
            if (shown.merge(code, 1, Integer::sum) <= FIRST) {
                lines.add(told.first().toString());
                if (told.count() > 1) {
                    lines.add(others(told));
                }
                left.merge(code, -told.count(), Long::sum);
            }
        }
        left.forEach(
                (code, count) -> {
                    if (count > 0) {
                        lines.add("… and " + count + " more " + code.publicName());
                    }
                });
        return List.copyOf(lines);
    }

    /// What lines are about, in their order.
    private List<Repeated> told() {
        Stream<Repeated> often =
                places.values().stream().filter(p -> p.count >= ALIKE_FROM).map(Places::repeated);
        Stream<Repeated> single =
                kept.stream()
                        .filter(f -> !isOften(f))
                        .map(f -> new Repeated(f, 1, List.of(f.position())));
        // what stands at one place stays in the order in which it was found
        return Stream.concat(single, often)
                .sorted(Comparator.comparing(Repeated::first, BY_PLACE))
                .toList();
    }

    private boolean isOften(Finding finding) {
        Places known = places.get(Same.of(finding));
        return known != null && known.count >= ALIKE_FROM;
    }

    private static String others(Repeated told) {
        List<Position> others = told.places().subList(1, told.places().size());
        long more = told.count() - 1;
        if (others.isEmpty()) {
            return "  … " + more + " more at the same place";
        }
        String lines =
                others.stream()
                        .limit(LINES_SHOWN)
                        .map(at -> Long.toString(at.line()))
                        .collect(Collectors.joining(", "));
        String rest = more > LINES_SHOWN ? ", …" : "";
        return "  … " + more + " more at lines " + lines + rest;
    }
}
