package chancery.describe.iri;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A URI template (RFC 6570, all operators; values are texts and lists, not maps).
public final class UriTemplate {
    /// So many characters an expansion has at most.
    public static final int LONGEST = 1 << 20;

    private static final Pattern EXPRESSION = Pattern.compile("\\{([+#./;?&]?)([^{}]*)}");
    private static final Pattern VARIABLE = Pattern.compile("([\\w.%]+)(\\*|:\\d{1,4})?");
    private static final Pattern NO_NAME = Pattern.compile("^\\.|\\.\\.|\\.$|%(?!\\p{XDigit}{2})");
    private static final Pattern NO_LITERAL = Pattern.compile("[{}\\s\"<>\\\\^`|\\p{Cntrl}]");

    private final String text;
    private final List<Part> parts;

    private UriTemplate(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    private sealed interface Part {}

    private record Literal(String text) implements Part {}

    private record Expression(Operator operator, List<Variable> variables) implements Part {}

    /// @param most how many characters are taken of a text
    private record Variable(String name, boolean explode, int most) {}

    /// Section 3.2.1, the table of appendix A.
    private enum Operator {
        SIMPLE("", ",", false, "", false),
        RESERVED("", ",", false, "", true),
        FRAGMENT("#", ",", false, "", true),
        LABEL(".", ".", false, "", false),
        PATH("/", "/", false, "", false),
        PARAMETER(";", ";", true, "", false),
        QUERY("?", "&", true, "=", false),
        CONTINUATION("&", "&", true, "=", false);

        private final String first;
        private final String between;
        private final boolean named;
        private final String ifEmpty;
        private final boolean reserved;

        Operator(String first, String between, boolean named, String ifEmpty, boolean reserved) {
            this.first = first;
            this.between = between;
            this.named = named;
            this.ifEmpty = ifEmpty;
            this.reserved = reserved;
        }

        static Operator of(String sign) {
            return sign.isEmpty() ? SIMPLE : values()[1 + "+#./;?&".indexOf(sign)];
        }
    }

    /// @throws IllegalArgumentException with `found "…", expected …` if the text is no template
    public static UriTemplate of(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = EXPRESSION.matcher(text);
        int from = 0;
        while (matcher.find()) {
            addLiteral(text, text.substring(from, matcher.start()), parts);
            parts.add(
                    new Expression(
                            Operator.of(matcher.group(1)), variables(text, matcher.group(2))));
            from = matcher.end();
        }
        addLiteral(text, text.substring(from), parts);
        return new UriTemplate(text, parts);
    }

    private static String wrong(String template, String expected) {
        return "found \"" + template + "\", expected " + expected;
    }

    private static void addLiteral(String template, String literal, List<Part> parts) {
        Matcher wrong = NO_LITERAL.matcher(literal);
        if (wrong.find()) {
            throw new IllegalArgumentException(
                    wrong(template, "a template without \"" + wrong.group() + "\" outside {…}"));
        }
        if (!literal.isEmpty()) {
            parts.add(new Literal(encode(literal, true)));
        }
    }

    private static List<Variable> variables(String template, String list) {
        List<Variable> variables = new ArrayList<>();
        for (String one : list.split(",", -1)) {
            Matcher matcher = VARIABLE.matcher(one);
            if (!matcher.matches() || NO_NAME.matcher(matcher.group(1)).find()) {
                throw new IllegalArgumentException(
                        wrong(template, "names of columns between { and }"));
            }
            String modifier = matcher.group(2) == null ? "" : matcher.group(2);
            boolean cut = modifier.startsWith(":");
            variables.add(
                    new Variable(
                            matcher.group(1),
                            modifier.equals("*"),
                            cut ? Integer.parseInt(modifier.substring(1)) : Integer.MAX_VALUE));
        }
        return List.copyOf(variables);
    }

    /// The names of the variables, in their order; perhaps one several times.
    public List<String> variables() {
        List<String> names = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Expression expression) {
                expression.variables().forEach(variable -> names.add(variable.name()));
            }
        }
        return names;
    }

    /// Puts values in the place of the variables.
    ///
    /// @param values the value of a variable: one text, several for a list, none if it is undefined
    /// @return a URI reference; what a URI does not allow is percent-encoded. One longer than
    ///     [#LONGEST] is not whole, and not to be used
    public String expand(Function<String, List<String>> values) {
        StringBuilder out = new StringBuilder();
        for (Part part : parts) {
            if (out.length() > LONGEST) {
                break;
            }
            switch (part) {
                case Literal literal -> out.append(literal.text());
                case Expression expression -> expand(expression, values, out);
            }
        }
        return out.toString();
    }

    private static void expand(
            Expression expression, Function<String, List<String>> values, StringBuilder out) {
        Operator operator = expression.operator();
        String before = operator.first;
        for (Variable variable : expression.variables()) {
            List<String> value = values.apply(variable.name());
            if (value.isEmpty() || out.length() > LONGEST) {
                continue;
            }
            out.append(before);
            before = operator.between;
            if (operator.named && !variable.explode()) {
                name(operator, variable, String.join("", value).isEmpty(), out);
            }
            String between = variable.explode() ? operator.between : ",";
            for (int i = 0; i < value.size() && out.length() <= LONGEST; i++) {
                out.append(i == 0 ? "" : between);
                if (operator.named && variable.explode()) {
                    name(operator, variable, value.get(i).isEmpty(), out);
                }
                int most = Math.min(variable.most(), LONGEST + 1);
                out.append(encode(cut(value.get(i), most), operator.reserved));
            }
        }
    }

    private static void name(
            Operator operator, Variable variable, boolean empty, StringBuilder out) {
        out.append(variable.name()).append(empty ? operator.ifEmpty : "=");
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
    }

    /// Section 3.2.1: unreserved characters stay; reserved ones and what is percent-encoded already
    /// stay if `reserved`.
    private static String encode(String text, boolean reserved) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isUnreserved(c) || (reserved && (isReserved(c) || isEncoded(text, i)))) {
                out.appendCodePoint(c);
            } else {
                for (byte b : text.substring(i, next).getBytes(StandardCharsets.UTF_8)) {
                    out.append("%%%02X".formatted(Byte.toUnsignedInt(b)));
                }
            }
            i = next;
        }
        return out.toString();
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || (c < 128 && "-._~".indexOf(c) >= 0);
    }

    private static boolean isReserved(int c) {
        return c < 128 && ":/?#[]@!$&'()*+,;=".indexOf(c) >= 0;
    }

    private static boolean isEncoded(String text, int at) {
        return text.startsWith("%", at)
                && at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    /// The template as written.
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UriTemplate template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
