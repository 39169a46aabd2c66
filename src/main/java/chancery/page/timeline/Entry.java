package chancery.page.timeline;

import java.util.List;
import java.util.function.Supplier;

/// One thing on a time line.
///
/// @param caption  asked for only if it is drawn: most of ten thousand things are merely counted
/// @param seen     times at which it is seen to last; empty for what does not last
/// @param isSure   whether it is accepted; what is only said is drawn otherwise
/// @param isDisputed whether sources disagree about it
public record Entry(
        Supplier<Caption> caption, Span span, List<Span> seen, boolean isSure, boolean isDisputed) {
    public Entry {
        seen = List.copyOf(seen);
    }

    /// What is written of it.
    ///
    /// @param label what stands beside it
    /// @param href  where it leads
    /// @param words its date in words, for whoever hears the page or points at it
    public record Caption(String label, String href, String words) {}

    /// Of something accepted that nobody disputes.
    public static Entry of(String label, String href, String words, Span span) {
        Caption caption = new Caption(label, href, words);
        return new Entry(() -> caption, span, List.of(), true, false);
    }
}
