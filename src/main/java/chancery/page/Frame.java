package chancery.page;

import java.util.List;

/// What stands around every page.
///
/// @param title      of the page
/// @param alternates the same in other forms; empty if there are none
/// @param schema     what the page is about, as JSON-LD in the words of schema.org
public record Frame(
        String title,
        List<Alternate> alternates,
        String releaseId,
        String releaseDate,
        String schema) {
    /// The same as the page in another form.
    ///
    /// @param type media type
    /// @param href path of this server
    /// @param name for people, such as `Turtle`
    public record Alternate(String type, String href, String name) {}
}
