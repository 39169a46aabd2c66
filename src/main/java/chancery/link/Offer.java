package chancery.link;

import java.math.BigDecimal;

/// A candidate for a thing, with what agrees and what does not.
///
/// @param reasons in words, for a person to decide by
public record Offer(
        String item, String name, String description, BigDecimal score, String reasons) {}
