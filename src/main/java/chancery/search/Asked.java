package chancery.search;

import java.util.Set;

/// What is looked for.
///
/// @param text     as typed, in any script
/// @param scope    in which texts
/// @param types    IRIs of classes, one of which a thing must have; empty for any
/// @param lang     language of the text, `""` for any
/// @param isTyping whether the last word may go on
/// @param limit    how many texts at most
public record Asked(
        String text, Scope scope, Set<String> types, String lang, boolean isTyping, int limit) {
    public Asked {
        types = Set.copyOf(types);
    }

    /// Which texts are looked through.
    public enum Scope {
        NAMES,
        NAMES_AND_GISTS
    }
}
