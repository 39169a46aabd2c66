package chancery.map.compiled;

import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Bounds;
import chancery.describe.datatype.Format;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates, and dates with a time of day, of years of four digits and without a time zone.
final class MomentCells {
    private static final Pattern TOKEN = Pattern.compile("yyyy|MM?|dd?|HH|mm|ss|T(?=H)|[-/. :]");
    private static final String DATE = "yyyy-MM-dd";
    private static final String DATE_TIME = "yyyy-MM-ddTHH:mm:ss";

    /// A run of digits, or a sign between two.
    ///
    /// @param sign what stands there; 0 for digits
    /// @param at where the digits stand in the lexical form
    private record Token(byte sign, int least, int most, int at) {}

    private MomentCells() {}

    /// @return empty if such moments are not compiled
    static Optional<CellReader> of(Datatype.Moment type) {
        boolean day = type.base() == BaseType.DATE;
        if (!day && type.base() != BaseType.DATE_TIME) {
            return Optional.empty();
        }
        String usual = day ? DATE : DATE_TIME;
        String pattern =
                type.format() instanceof Format.Fields fields ? fields.pattern().text() : usual;
        Optional<byte[]> least = bound(type.bounds().minimum(), usual);
        Optional<byte[]> most = bound(type.bounds().maximum(), usual);
        Bounds<String> bounds = type.bounds();
        boolean comparable =
                bounds.minExclusive().isEmpty()
                        && bounds.maxExclusive().isEmpty()
                        && least.isPresent() == bounds.minimum().isPresent()
                        && most.isPresent() == bounds.maximum().isPresent();
        return comparable
                ? tokens(pattern, usual)
                        .map(
                                tokens ->
                                        reader(
                                                tokens,
                                                usual,
                                                least.orElse(none()),
                                                most.orElse(none())))
                : Optional.empty();
    }

    private static byte[] none() {
        return new byte[0];
    }

    /// @return empty if the bound is written in another way, or there is none
    private static Optional<byte[]> bound(Optional<String> bound, String usual) {
        String shape = usual.replaceAll("[yMdHms]", "\\\\d");
        return bound.filter(text -> text.matches(shape)).map(Bytes::of);
    }

    private static Optional<List<Token>> tokens(String pattern, String usual) {
        List<Token> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(pattern);
        int from = 0;
        while (token.lookingAt()) {
            String letters = token.group();
            int at = usual.indexOf(letters.substring(0, 1));
            if (letters.length() == 1 && "Md".indexOf(letters) < 0) {
                tokens.add(new Token((byte) letters.charAt(0), 1, 1, 0));
            } else {
                int most = letters.equals("yyyy") ? 4 : 2;
                tokens.add(new Token((byte) 0, letters.length(), most, at));
            }
            from = token.end();
            token.region(from, pattern.length());
        }
        boolean ends = from == pattern.length() && !tokens.isEmpty();
        // digits of any length right before others cannot be told from them
        for (int i = 1; i < tokens.size(); i++) {
            ends &= tokens.get(i).sign() != 0 || tokens.get(i - 1).sign() != 0;
        }
        return ends ? Optional.of(tokens) : Optional.empty();
    }

    private static CellReader reader(List<Token> list, String usual, byte[] least, byte[] most) {
        Token[] tokens = list.toArray(Token[]::new);
        byte[] empty = Bytes.of(usual.replaceAll("[yMdHms]", "0"));
        boolean clock = usual.equals(DATE_TIME);
        return cell -> {
            byte[] lexical = cell.lexical(empty);
            byte[] bytes = cell.bytes;
            int at = cell.from;
            for (Token token : tokens) {
                if (token.sign() != 0) {
                    if (at == cell.to || bytes[at] != token.sign()) {
                        return false;
                    }
                    at++;
                    continue;
                }
                int start = at;
                while (at < cell.to && at - start < token.most() && isDigit(bytes[at])) {
                    at++;
                }
                int digits = at - start;
                if (digits < token.least() || digits > token.most()) {
                    return false;
                }
                // one digit stands behind a zero
                System.arraycopy(bytes, start, lexical, token.at() + (digits == 1 ? 1 : 0), digits);
            }
            if (at != cell.to
                    || !isDay(lexical)
                    || (clock && !isClock(lexical))
                    || isBelow(lexical, least)
                    || isBelow(most, lexical)) {
                return false;
            }
            cell.set(lexical, 0, lexical.length);
            cell.canonicalAsIs();
            return true;
        };
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isDay(byte[] lexical) {
        int month = two(lexical, 5);
        int day = two(lexical, 8);
        int year = 100 * two(lexical, 0) + two(lexical, 2);
        return month >= 1
                && month <= 12
                && day >= 1
                && (day <= 28 || day <= YearMonth.of(year, month).lengthOfMonth());
    }

    private static boolean isClock(byte[] lexical) {
        return two(lexical, 11) < 24 && two(lexical, 14) < 60 && two(lexical, 17) < 60;
    }

    private static int two(byte[] digits, int at) {
        return 10 * (digits[at] - '0') + digits[at + 1] - '0';
    }

    /// Whether a moment lies before another; none lies nowhere.
    private static boolean isBelow(byte[] one, byte[] other) {
        if (one.length == 0 || other.length == 0) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            if (one[i] != other[i]) {
                return one[i] < other[i];
            }
        }
        return false;
    }
}
