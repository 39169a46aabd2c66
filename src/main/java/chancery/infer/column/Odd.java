package chancery.infer.column;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// The first few values that are unlike the others.
final class Odd {
    private static final int SHOWN = 3;
    private static final int LONGEST = 30;

    private final Map<String, Long> first = new LinkedHashMap<>();

    void add(String text, long times) {
        if (first.size() < SHOWN || first.containsKey(text)) {
            first.merge(text, times, Long::sum);
        }
    }

    /// @return such as `"c. 1990" (2), "soon"`
    @Override
    public String toString() {
        return first.entrySet().stream()
                .map(one -> quoted(one.getKey()) + (one.getValue() > 1 ? times(one) : ""))
                .collect(Collectors.joining(", "));
    }

    private static String times(Map.Entry<String, Long> one) {
        return " (" + Counted.of(one.getValue()) + ")";
    }

    /// In quotes, on one line and cut.
    static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ");
        int points = line.codePointCount(0, line.length());
        String cut =
                points <= LONGEST
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
        return '"' + cut + '"';
    }
}
