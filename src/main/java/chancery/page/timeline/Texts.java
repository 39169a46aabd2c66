package chancery.page.timeline;

/// How much room a label takes. Nobody measures letters here: wide ones are taken for wider than
/// they are in any usual type.
final class Texts {
    private static final double USUAL = 6.3;
    private static final double WIDE = 12.5;

    /// From here on the letters of East Asia begin, each as wide as high.
    private static final int FIRST_WIDE = 0x1100;

    private Texts() {}

    /// @param longest letters, the one that says that some are missing among them
    static String shortened(String text, int longest) {
        if (text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        String begin = text.substring(0, text.offsetByCodePoints(0, longest - 1));
        return begin.stripTrailing() + "…";
    }

    /// In units of the drawing, in the type of its labels.
    static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < FIRST_WIDE ? USUAL : WIDE).sum();
    }
}
