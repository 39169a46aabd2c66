package chancery.page.timeline;

import java.util.List;

/// One thing on a time line.
///
/// @param label    what stands beside it
/// @param lang     of the label; `""` if it is not known
/// @param href     where it leads
/// @param words    its date in words, for whoever hears the page or points at it
/// @param seen     times at which it is seen to last; empty for what does not last
/// @param isSure   whether it is accepted; what is only said is drawn otherwise
/// @param isDisputed whether sources disagree about it
public record Entry(
        String label,
        String lang,
        String href,
        String words,
        Span span,
        List<Span> seen,
        boolean isSure,
        boolean isDisputed) {
    public Entry {
        seen = List.copyOf(seen);
    }

    /// Of something accepted that nobody disputes.
    public static Entry of(String label, String href, String words, Span span) {
        return new Entry(label, "", href, words, span, List.of(), true, false);
    }
}
