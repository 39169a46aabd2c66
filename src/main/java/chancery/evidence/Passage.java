package chancery.evidence;

import chancery.vocab.Base;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/// A span of characters in one source.
///
/// @param source id of the source
/// @param start first character: 0-based, in Unicode code points of the text as it is
/// @param end the character after the last one
public record Passage(String source, int start, int end) implements Comparable<Passage> {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})-([0-9]{1,9})");

    public Passage {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(start + "-" + end + " runs backwards or is empty");
        }
    }

    /// @param chars `start-end`
    /// @throws IllegalArgumentException when it is not that, or runs backwards
    public static Passage of(String source, String chars) {
        Matcher span = SPAN.matcher(chars);
        if (!span.matches()) {
            throw new IllegalArgumentException(chars + " is not start-end");
        }
        return new Passage(
                source, Integer.parseInt(span.group(1)), Integer.parseInt(span.group(2)));
    }

    /// The id under which the passage stands in passages.csv.
    public String id() {
        return source + "-" + start + "-" + end;
    }

    public Node node(Base base) {
        return base.id("passage", id());
    }

    @Override
    public int compareTo(Passage other) {
        int bySource = source.compareTo(other.source);
        if (bySource != 0) {
            return bySource;
        }
        return start != other.start
                ? Integer.compare(start, other.start)
                : Integer.compare(end, other.end);
    }
}
