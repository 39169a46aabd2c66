package chancery.bench;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many rows a SPARQL result in JSON has, and a sum of what its cells say, so that answers of
/// several stores can be compared whatever the order of rows and the spelling of numbers.
///
/// @param count of rows; of an ASK 1 for true and 0 for false
/// @param sum   of the hashes of the values
record JsonRows(int count, long sum) {
    private static final Pattern VALUE =
            Pattern.compile("\"value\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?[0-9]+(\\.[0-9]*)?([eE][-+]?[0-9]+)?");
    private static final Pattern TRUE = Pattern.compile("\"boolean\"\\s*:\\s*true");

    static JsonRows of(String json) {
        int bindings = json.indexOf("\"bindings\"");
        if (bindings < 0) {
            return new JsonRows(TRUE.matcher(json).find() ? 1 : 0, 0);
        }
        long sum = 0;
        Matcher value = VALUE.matcher(json).region(bindings, json.length());
        while (value.find()) {
            sum += spelled(value.group(1)).hashCode();
        }
        return new JsonRows(rows(json, bindings), sum);
    }

    private static String spelled(String value) {
        if (!NUMBER.matcher(value).matches()) {
            return value.replace("\\/", "/");
        }
        BigDecimal number = new BigDecimal(value);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /// Objects at the first depth inside the list.
    private static int rows(String json, int from) {
        int depth = 0;
        int rows = 0;
        boolean quoted = false;
        for (int i = json.indexOf('[', from) + 1; i < json.length(); i++) {
            char c = json.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{') {
                rows += depth++ == 0 ? 1 : 0;
            } else if (c == '}') {
                depth--;
            } else if (c == ']' && depth == 0) {
                break;
            }
        }
        return rows;
    }
}
