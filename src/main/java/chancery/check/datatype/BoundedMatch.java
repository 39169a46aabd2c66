package chancery.check.datatype;

import java.util.regex.Pattern;

/// Holds a text against a regular expression without letting it try for ever.
///
/// The engine of the JDK goes back and tries again, which an expression such as `(a+)+b` can drive
/// to a number of steps beyond all bounds, and recurses, which a long text can drive to the end of
/// the stack. So the characters that it looks at are counted.
enum BoundedMatch {
    YES,
    NO,
    TOO_LONG;

    private static final long STEPS = 100_000;
    private static final long STEPS_A_CHARACTER = 200;

    static BoundedMatch of(Pattern pattern, String text) {
        try {
            return pattern.matcher(new Counted(text)).matches() ? YES : NO;
        } catch (OutOfSteps | StackOverflowError e) {
            return TOO_LONG;
        }
    }

    private static final class OutOfSteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OutOfSteps() {
            super("looked at too many characters", null, false, false);
        }
    }

    private static final class Counted implements CharSequence {
        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = STEPS + STEPS_A_CHARACTER * text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new OutOfSteps();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
