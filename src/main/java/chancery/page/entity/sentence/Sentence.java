package chancery.page.entity.sentence;

import chancery.page.Backing;
import chancery.page.Link;
import java.util.List;
import java.util.Optional;

/// A plain English sentence made from accepted triples.
///
/// @param parts words and values in turn
public record Sentence(List<Part> parts) {
    public Sentence {
        parts = List.copyOf(parts);
    }

    /// Words, or a value.
    ///
    /// @param backing what stands behind a value; empty for words
    public record Part(Link link, Optional<Backing> backing) {}

    /// As it is read, without what stands behind it.
    public String text() {
        return String.join("", parts.stream().map(part -> part.link().text()).toList());
    }
}
