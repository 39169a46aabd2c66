package chancery.infer.column;

import chancery.check.IriSyntax;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.SpanSyntax;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts what the cells of one column look like; holds no more than a few hundred of them. Used by
/// one thread.
public final class ColumnSurvey {
    private static final int TABULATED = 200;
    private static final int LONGEST_TABULATED = 100;
    private static final int MOST_WORDS = 100;
    private static final List<String> SCHEMES =
            List.of("http://", "https://", "ftp://", "urn:", "mailto:", "doi:", "info:");

    private final Fingerprints fingerprints;
    private final NumberTally numbers = new NumberTally();
    private final MomentTally moments;
    private final List<ListTally> lists = ListTally.all();
    private final Map<String, Long> words = new TreeMap<>();
    private Map<String, Long> table = new LinkedHashMap<>();
    private boolean tabulated = true;
    private boolean counted;
    private long absent;
    private long empty;
    private long values;
    private long edged;
    private long broken;
    private long spaced;
    private long iris;
    private long spans;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private boolean repeated;
    private boolean signed;

    ColumnSurvey(MomentForm.Forms forms, Fingerprints.Budget budget) {
        this.moments = new MomentTally(forms);
        this.fingerprints = new Fingerprints(budget);
    }

    /// Takes a cell.
    ///
    /// @param raw as the table has it
    public void add(String raw) {
        if (raw.isEmpty()) {
            empty++;
            return;
        }
        String text = raw.strip();
        if (text.isEmpty()) {
            edged++;
            if (words.size() < MOST_WORDS || words.containsKey(raw)) {
                words.merge(raw, 1L, Long::sum);
            }
            return;
        }
        if (NullWords.ALL.contains(text)) {
            edged += raw.equals(text) ? 0 : 1;
            words.merge(text, 1L, Long::sum);
            return;
        }
        values++;
        edged += raw.length() == text.length() ? 0 : 1;
        signed |= text.charAt(0) == '+' || text.equals("-0");
        if (!fingerprints.isFull() && !fingerprints.add(Fingerprints.of(raw))) {
            repeated = true;
        }
        take(text);
    }

    /// A row that ends before this column.
    public void addAbsent() {
        absent++;
    }

    private void take(String text) {
        if (!tabulated) {
            count(text, 1);
            return;
        }
        if (text.length() <= LONGEST_TABULATED
                && (table.size() < TABULATED || table.containsKey(text))) {
            table.merge(text, 1L, Long::sum);
            return;
        }
        tabulated = false;
        table.forEach(this::count);
        table = new LinkedHashMap<>();
        count(text, 1);
    }

    private void count(String text, long times) {
        numbers.add(text, times);
        moments.add(text, times);
        int characters = text.codePointCount(0, text.length());
        shortest = Math.min(shortest, characters);
        longest = Math.max(longest, characters);
        spaced += text.indexOf(' ') >= 0 ? times : 0;
        broken += text.indexOf('\n') >= 0 ? times : 0;
        lists.forEach(list -> list.add(text, times));
        iris += isIri(text) ? times : 0;
        spans += isSpan(text) ? times : 0;
    }

    private static boolean isIri(String text) {
        return SCHEMES.stream().anyMatch(text::startsWith) && IriSyntax.isAbsolute(text);
    }

    private static boolean isSpan(String text) {
        return (text.charAt(0) == 'P' || text.startsWith("-P"))
                && SpanSyntax.matches(BaseType.DURATION, text);
    }

    /// Call after the last cell.
    public void finish() {
        if (tabulated && !counted) {
            counted = true;
            table.forEach(this::count);
        }
    }

    /// Whether every row has a value, and every row another.
    ///
    /// Words for no value and rows that are too short count as none.
    public boolean isUnique() {
        return isFull() && isExact() && !repeated && !fingerprints.isFull();
    }

    /// Whether two values are the same only if their texts are, as keys need it.
    public boolean isExact() {
        return edged == 0 && !signed;
    }

    /// Whether every row has a value, and no word that may mean none.
    public boolean isFull() {
        return values > 0 && empty == 0 && absent == 0 && words.isEmpty();
    }

    public Fingerprints fingerprints() {
        return fingerprints;
    }

    public long values() {
        return values;
    }

    /// Cells with nothing in them, and those that rows lack.
    public long missing() {
        return empty + absent;
    }

    long empty() {
        return empty;
    }

    /// Whether every row had a cell.
    public boolean isWhole() {
        return absent == 0;
    }

    /// Texts that may mean that there is no value, with how often they stand there; white space as
    /// written.
    public Map<String, Long> words() {
        return words;
    }

    /// Whether some cells have only white space.
    boolean hasBlanks() {
        return words.keySet().stream().anyMatch(String::isBlank);
    }

    /// All different values, if they are few; else none.
    Map<String, Long> table() {
        return table;
    }

    Set<String> different() {
        return table.keySet();
    }

    NumberTally numbers() {
        return numbers;
    }

    MomentTally moments() {
        return moments;
    }

    List<ListTally> lists() {
        return lists;
    }

    boolean areIris() {
        return iris == values && values > 0;
    }

    boolean areSpans() {
        return spans == values && values > 0;
    }

    long edged() {
        return edged;
    }

    long withLineBreaks() {
        return broken;
    }

    public boolean hasSpaces() {
        return spaced > 0;
    }

    public int shortest() {
        return shortest;
    }

    public int longest() {
        return longest;
    }

    boolean isRepeated() {
        return repeated;
    }
}
