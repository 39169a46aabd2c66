package chancery.infer.column;

/// Whether a text looks like a value rather than like a name. Used by one thread.
public final class TypedText {
    private final MomentForm.Forms forms = new MomentForm.Forms();

    /// Whether it is a number, a date or a time, or digits.
    public boolean is(String raw) {
        String text = raw.strip();
        return NumberStyle.isNumber(text)
                || NumberStyle.isPadded(text)
                || !forms.of(text).isEmpty();
    }

    /// Whether it stands for no value.
    public boolean isNothing(String raw) {
        String text = raw.strip();
        return text.isEmpty() || NullWords.ALL.contains(text);
    }
}
