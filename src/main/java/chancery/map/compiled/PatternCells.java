package chancery.map.compiled;

import chancery.describe.datatype.Datatype.Lengths;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Strings whose format is a row of ASCII characters or classes of them, each repeated so many
/// times, where at every character it is plain which of them it belongs to, such as
/// `[A-Z]{2}-\d+`. Such an expression is held against a text in one go.
final class PatternCells {
    private static final Pattern ELEMENT =
            Pattern.compile(
                    "(?:\\[([\\w /.:,;@+*()-]+)]|(\\\\d)|\\\\([-./+*()?\\[\\]])|([\\w /:,;@=#~-]))"
                            + "(?:\\{(\\d{1,4})(?:(,)(\\d{1,4})?)?}|([?+*]))?");
    private static final Pattern RANGE = Pattern.compile("(\\w)-(\\w)|(.)");

    private final List<Element> elements;

    /// @param most how often at most; [Integer#MAX_VALUE] if there is no bound
    private record Element(BitSet characters, int least, int most) {}

    private PatternCells(List<Element> elements) {
        this.elements = elements;
    }

    /// @param expression as the metadata write it
    /// @return empty if it is of another kind
    static Optional<CellReader> of(String expression, Lengths lengths) {
        String bare = expression.startsWith("^") ? expression.substring(1) : expression;
        if (bare.endsWith("$") && !bare.endsWith("\\$")) {
            bare = bare.substring(0, bare.length() - 1);
        }
        List<Element> elements = new ArrayList<>();
        Matcher element = ELEMENT.matcher(bare);
        int from = 0;
        while (element.lookingAt()) {
            elements.add(element(element));
            from = element.end();
            element.region(from, bare.length());
        }
        if (from < bare.length() || !isPlain(elements)) {
            return Optional.empty();
        }
        PatternCells cells = new PatternCells(elements);
        return Optional.of(
                cell -> {
                    cell.canonicalAsIs();
                    return cells.matches(cell.bytes, cell.from, cell.to)
                            && lengths.allow(cell.length());
                });
    }

    private static Element element(Matcher found) {
        BitSet characters = new BitSet(128);
        if (found.group(1) != null) {
            addClass(found.group(1), characters);
        } else if (found.group(2) != null) {
            characters.set('0', '9' + 1);
        } else {
            String literal = found.group(3) == null ? found.group(4) : found.group(3);
            characters.set(literal.charAt(0));
        }
        if (found.group(8) != null) {
            char sign = found.group(8).charAt(0);
            return new Element(
                    characters, sign == '+' ? 1 : 0, sign == '?' ? 1 : Integer.MAX_VALUE);
        }
        if (found.group(5) == null) {
            return new Element(characters, 1, 1);
        }
        int least = Integer.parseInt(found.group(5));
        int most =
                found.group(6) == null
                        ? least
                        : found.group(7) == null
                                ? Integer.MAX_VALUE
                                : Integer.parseInt(found.group(7));
        return new Element(characters, least, most);
    }

    private static void addClass(String list, BitSet characters) {
        Matcher part = RANGE.matcher(list);
        while (part.find()) {
            if (part.group(3) != null) {
                characters.set(part.group(3).charAt(0));
            } else if (part.group(1).charAt(0) <= part.group(2).charAt(0)) {
                characters.set(part.group(1).charAt(0), part.group(2).charAt(0) + 1);
            }
        }
    }

    /// Whether what may be repeated differs from all that can follow it.
    private static boolean isPlain(List<Element> elements) {
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            if (element.most() < element.least()) {
                return false;
            }
            boolean more = element.least() != element.most();
            for (int next = i + 1; more && next < elements.size(); next++) {
                if (element.characters().intersects(elements.get(next).characters())) {
                    return false;
                }
                more = elements.get(next).least() == 0;
            }
        }
        return true;
    }

    private boolean matches(byte[] bytes, int from, int to) {
        int at = from;
        for (int i = 0; i < elements.size(); i++) {
            Element element = elements.get(i);
            int count = 0;
            while (count < element.most()
                    && at < to
                    && bytes[at] >= 0
                    && element.characters().get(bytes[at])) {
                at++;
                count++;
            }
            if (count < element.least()) {
                return false;
            }
        }
        return at == to;
    }
}
