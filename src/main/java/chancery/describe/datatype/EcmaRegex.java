package chancery.describe.datatype;

import java.util.regex.Pattern;

/// Regular expressions of ECMAScript, which the standard names, as those of the JDK.
///
/// The two agree but for brackets and `&&` inside a class, an empty class, and what `$` and `.`
/// mean at the end of a line.
public final class EcmaRegex {
    private static final String LINE_ENDS = "\n\r\u2028\u2029";

    private EcmaRegex() {}

    /// @throws java.util.regex.PatternSyntaxException if it is none
    public static Pattern compile(String source) {
        StringBuilder out = new StringBuilder();
        boolean inClass = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\' && i + 1 < source.length()) {
                out.append(c).append(source.charAt(++i));
            } else if (!inClass && c == '[') {
                String rest = source.substring(i);
                if (rest.startsWith("[]")) {
                    out.append("(?!)");
                    i++;
                } else if (rest.startsWith("[^]")) {
                    out.append("[\\s\\S]");
                    i += 2;
                } else {
                    inClass = true;
                    out.append(c);
                }
            } else if (inClass && c == ']') {
                inClass = false;
                out.append(c);
            } else if (inClass && (c == '[' || c == '&')) {
                out.append('\\').append(c);
            } else if (!inClass && c == '$') {
                out.append("\\z");
            } else if (!inClass && c == '.') {
                out.append("[^").append(LINE_ENDS).append(']');
            } else {
                out.append(c);
            }
        }
        return Pattern.compile(out.toString());
    }
}
