package chancery.guard.function;

/// A text whose reading looks at the clock now and then, so that a regular expression that goes
/// through it again and again can be stopped.
final class TimedText implements CharSequence {
    private static final int EVERY = 1 << 12;

    private final String text;
    private final Runnable clock;
    private int reads;

    /// @param clock throws when the time is over
    TimedText(String text, Runnable clock) {
        this.text = text;
        this.clock = clock;
    }

    @Override
    public char charAt(int index) {
        if (++reads % EVERY == 0) {
            clock.run();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
