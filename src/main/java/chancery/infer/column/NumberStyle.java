package chancery.infer.column;

import chancery.describe.json.Json;
import java.util.regex.Pattern;

/// How numbers are written: with which sign before fractions, with which between groups of digits.
///
/// Each takes less than the reader of `check` takes by the same signs, which lets groups be of any
/// size. In the order in which they are preferred.
enum NumberStyle {
    INTEGER("", "", "integer", "[+-]?(?:0|[1-9]\\d*)"),
    DECIMAL(".", "", "decimal", "[+-]?(?:(?:0|[1-9]\\d*)(?:\\.\\d*)?|\\.\\d+)"),
    DECIMAL_COMMA(",", "", "decimal", "[+-]?(?:0|[1-9]\\d*)(?:,\\d+)?"),
    GROUPED_COMMA(".", ",", "decimal", grouped(",", "\\.")),
    GROUPED_POINT(",", ".", "decimal", grouped("\\.", ",")),
    GROUPED_SPACE(".", " ", "decimal", grouped("[ \u00A0]", "\\.")),
    GROUPED_SPACE_COMMA(",", " ", "decimal", grouped("[ \u00A0]", ",")),
    GROUPED_APOSTROPHE(".", "'", "decimal", grouped("'", "\\.")),
    DOUBLE(".", "", "double", "[+-]?(?:(?:0|[1-9]\\d*)(?:\\.\\d*)?|\\.\\d+)(?:[Ee][+-]?\\d{1,3})?"),
    PERCENT(".", "", "decimal", "[+-]?(?:0|[1-9]\\d*)(?:\\.\\d+)? ?%".replace(" ?", "")),
    PERCENT_COMMA(",", "", "decimal", "[+-]?(?:0|[1-9]\\d*)(?:,\\d+)?%");

    private static final int MOST_CHARACTERS = 300;
    private static final String SIGNS = "0123456789+-.,eE% '\u00A0";

    private final String decimalChar;
    private final String groupChar;
    private final String base;
    private final Pattern syntax;

    NumberStyle(String decimalChar, String groupChar, String base, String syntax) {
        this.decimalChar = decimalChar;
        this.groupChar = groupChar;
        this.base = base;
        this.syntax = Pattern.compile(syntax);
    }

    private static String grouped(String group, String decimal) {
        return "[+-]?(?:0|[1-9]\\d*|[1-9]\\d{0,2}(?:" + group + "\\d{3})+)(?:" + decimal + "\\d+)?";
    }

    /// Whether the text is a number in some style.
    static boolean isNumber(String text) {
        for (NumberStyle style : values()) {
            if (style.takes(text)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the text is a number in this style, which has no zero before other digits.
    boolean takes(String text) {
        return text.length() <= MOST_CHARACTERS
                && hasOnlySigns(text)
                && syntax.matcher(text).matches();
    }

    /// Digits alone, of which the first is a zero: a code, whose zero a number would lose.
    static boolean isPadded(String text) {
        return text.length() > 1
                && text.charAt(0) == '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static boolean hasOnlySigns(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    String decimalChar() {
        return decimalChar;
    }

    String groupChar() {
        return groupChar;
    }

    boolean isPercent() {
        return this == PERCENT || this == PERCENT_COMMA;
    }

    /// @param whole whether no value has a fraction
    Json datatype(boolean whole) {
        String name = whole && !isPercent() ? "integer" : base;
        if (decimalChar.isEmpty()
                || (decimalChar.equals(".") && groupChar.isEmpty() && !isPercent())) {
            return JsonBuilder.text(name);
        }
        JsonBuilder format = new JsonBuilder().put("decimalChar", decimalChar);
        if (!groupChar.isEmpty()) {
            format.put("groupChar", groupChar);
        }
        return new JsonBuilder().put("base", name).put("format", format.build()).build();
    }
}
