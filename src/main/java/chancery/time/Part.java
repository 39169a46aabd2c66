package chancery.time;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Year, month or day of a date as EDTF writes it, with the marks that stand at it.
///
/// @param before empty, or one of `?`, `~`, `%`: this part alone is qualified
/// @param digits digits, and `X` where one is unspecified; a year also as `-1985`, `Y17E7` or
///     `1950S2`
/// @param after empty, or one of `?`, `~`, `%`: this part and all to its left are qualified
record Part(String before, String digits, String after) {
    private static final int LONGEST_NUMBER = 18;

    Part unqualified() {
        return new Part("", digits, "");
    }

    boolean hasGaps() {
        return digits.indexOf('X') >= 0;
    }

    boolean isAllGaps() {
        return digits.chars().allMatch(c -> c == 'X');
    }

    /// @return those numbers of the range that the two digits of a month or day allow, ascending
    int[] among(int from, int to) {
        return IntStream.rangeClosed(from, to).filter(this::allows).toArray();
    }

    private boolean allows(int number) {
        return allows(digits.charAt(0), number / 10) && allows(digits.charAt(1), number % 10);
    }

    private static boolean allows(char digit, int value) {
        return digit == 'X' || digit - '0' == value;
    }

    /// Years that follow one another.
    record Years(long from, long to) {}

    /// The years it allows, ascending.
    ///
    /// @throws ArithmeticException when a year is beyond any count
    List<Years> years() {
        String plain = digits.startsWith("Y") ? digits.substring(1) : digits;
        boolean negative = plain.startsWith("-");
        String written = negative ? plain.substring(1) : plain;
        int significant = written.indexOf('S');
        if (significant >= 0) {
            return List.of(sharing(written, significant, negative));
        }
        if (!hasGaps()) {
            return List.of(run(number(written), 1, negative));
        }
        // those that only the last digits tell apart follow one another
        String known = written.replaceFirst("X+$", "");
        long step = 1;
        for (int i = known.length(); i < written.length(); i++) {
            step *= 10;
        }
        List<Years> years = new ArrayList<>();
        for (long number : filled(known)) {
            years.add(run(number * step, step, negative));
        }
        return negative ? years.reversed() : years;
    }

    /// The years whose first digits are the same: `1950S2` is one of 1900 to 1999.
    private static Years sharing(String written, int mark, boolean negative) {
        long year = number(written.substring(0, mark));
        int digits = Integer.parseInt(written.substring(mark + 1));
        long step = 1;
        for (int i = digits; i < Long.toString(year).length(); i++) {
            step *= 10;
        }
        return run(year / step * step, step, negative);
    }

    private static Years run(long first, long count, boolean negative) {
        long last = Math.addExact(first, count - 1);
        return negative ? new Years(-last, -first) : new Years(first, last);
    }

    /// All numbers that the digits allow, ascending.
    private static List<Long> filled(String written) {
        List<Long> numbers = List.of(0L);
        for (int i = 0; i < written.length(); i++) {
            char digit = written.charAt(i);
            List<Long> longer = new ArrayList<>();
            for (long number : numbers) {
                for (int next = 0; next <= 9; next++) {
                    if (allows(digit, next)) {
                        longer.add(number * 10 + next);
                    }
                }
            }
            numbers = longer;
        }
        return numbers;
    }

    private static long number(String written) {
        int exponent = written.indexOf('E');
        if (exponent < 0) {
            return counted(written);
        }
        long number = counted(written.substring(0, exponent));
        long power = counted(written.substring(exponent + 1));
        // ends by overflow at the latest, for the number is not zero
        for (long i = 0; i < power; i++) {
            number = Math.multiplyExact(number, 10L);
        }
        return number;
    }

    private static long counted(String digits) {
        if (digits.length() > LONGEST_NUMBER) {
            throw new ArithmeticException(digits);
        }
        return Long.parseLong(digits);
    }

    @Override
    public String toString() {
        return before + digits + after;
    }
}
