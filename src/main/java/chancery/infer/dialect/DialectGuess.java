package chancery.infer.dialect;

import chancery.infer.dialect.Sample.Cut;
import chancery.table.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// By which sign fields are parted, and in which they are quoted: the pair by which most records of
/// a sample have the same number of fields, and fields that look like one thing each.
///
/// @param cut the sample cut so; empty if no way of quoting gets through it
record DialectGuess(Dialect dialect, Cut cut, int fields) {
    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final int LOOKED_AT = 200;
    private static final double ENOUGH = 0.6;
    private static final Pattern CLEAN =
            Pattern.compile("[^,;\\t|\"]*|[+-]?\\d{1,3}(?:[.,' ]\\d{3})*(?:[.,]\\d+)?%?");

    static DialectGuess of(Sample sample) {
        DialectGuess best = null;
        double most = 0;
        for (String delimiter : DELIMITERS) {
            if (!sample.text().contains(delimiter)) {
                continue;
            }
            for (Dialect dialect : quotings(sample.text(), delimiter)) {
                Optional<Cut> cut = sample.cut(dialect);
                if (cut.isPresent() && !cut.get().records().isEmpty()) {
                    int fields = usual(cut.get());
                    double score = score(cut.get(), fields, dialect);
                    if (score > most) {
                        most = score;
                        best = new DialectGuess(dialect, cut.get(), fields);
                    }
                }
            }
        }
        return best == null ? oneColumn(sample) : best;
    }

    /// @return the first sign that is not there at all
    private static DialectGuess oneColumn(Sample sample) {
        String delimiter =
                DELIMITERS.stream()
                        .filter(sign -> !sample.text().contains(sign))
                        .findFirst()
                        .orElse("\u001F");
        for (Dialect dialect : quotings(sample.text(), delimiter)) {
            Optional<Cut> cut = sample.cut(dialect);
            if (cut.isPresent()) {
                return new DialectGuess(dialect, cut.get(), 1);
            }
        }
        Dialect bare = dialect(delimiter, null, true, false);
        return new DialectGuess(bare, sample.cut(bare).orElse(new Cut(List.of(), 0)), 1);
    }

    private static List<Dialect> quotings(String text, String delimiter) {
        List<Dialect> dialects = new ArrayList<>();
        boolean spaced = text.contains(delimiter + " \"");
        dialects.add(dialect(delimiter, '"', true, false));
        if (text.indexOf('"') >= 0) {
            if (spaced) {
                dialects.add(dialect(delimiter, '"', true, true));
            }
            if (text.contains("\\\"")) {
                dialects.add(dialect(delimiter, '"', false, false));
            }
            dialects.add(dialect(delimiter, null, true, false));
        }
        if (text.contains("'" + delimiter + "'")) {
            dialects.add(dialect(delimiter, '\'', true, false));
        }
        return dialects;
    }

    static Dialect dialect(
            String delimiter,
            @Nullable Character quote,
            boolean doubled,
            boolean skipInitialSpace) {
        return new Dialect(
                null,
                delimiter,
                doubled,
                StandardCharsets.UTF_8,
                false,
                0,
                Dialect.DEFAULT.lineTerminators(),
                quote,
                false,
                0,
                skipInitialSpace,
                0,
                skipInitialSpace ? Dialect.Trim.START : Dialect.Trim.NONE);
    }

    /// How many fields most records have; blank lines and comments have no say.
    private static int usual(Cut cut) {
        Map<Integer, Integer> counts = new HashMap<>();
        for (List<String> record : cut.records()) {
            if (!isAside(record)) {
                counts.merge(record.size(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<Integer, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    static boolean isAside(List<String> record) {
        return (record.size() == 1 && record.getFirst().isBlank())
                || record.getFirst().startsWith("#");
    }

    private static double score(Cut cut, int fields, Dialect dialect) {
        int records = 0;
        int same = 0;
        long cells = 0;
        long clean = 0;
        long wrapped = 0;
        for (List<String> record : cut.records()) {
            if (isAside(record)) {
                continue;
            }
            records++;
            same += record.size() == fields ? 1 : 0;
            if (records <= LOOKED_AT) {
                for (String field : record.subList(0, Math.min(record.size(), LOOKED_AT))) {
                    cells++;
                    clean += CLEAN.matcher(field).matches() ? 1 : 0;
                    wrapped += isWrapped(field, dialect) ? 1 : 0;
                }
            }
        }
        if (records == 0 || fields < 2 || same < records * ENOUGH) {
            return 0;
        }
        double often = (double) same / records;
        double tidy = (0.3 + 0.7 * clean / cells) * (1 - 0.9 * wrapped / cells);
        double stray = 1 - 0.9 * Math.min(1, (double) cut.strayQuotes() / records);
        return often * often * tidy * stray * Math.sqrt(1 - 1.0 / fields);
    }

    /// A field in quotes that this dialect does not take for quotes.
    private static boolean isWrapped(String field, Dialect dialect) {
        String text = field.strip();
        if (text.length() < 2 || text.charAt(0) != text.charAt(text.length() - 1)) {
            return false;
        }
        Character quote = dialect.quoteChar();
        return (text.charAt(0) == '"' && (quote == null || quote != '"'))
                || (text.charAt(0) == '\'' && (quote == null || quote != '\''));
    }
}
