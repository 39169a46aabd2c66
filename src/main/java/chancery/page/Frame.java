package chancery.page;

import java.util.List;

/// What stands around every page.
///
/// @param title      of the page
/// @param alternates the same in other forms; empty if there are none
/// @param schema     what the page is about, as JSON-LD in the words of schema.org
/// @param about      IRI of the claim or thing that it is about; `""` if it is about none
/// @param report     where mistakes on it are to be told; `""` if nowhere
public record Frame(
        String title,
        List<Alternate> alternates,
        String releaseId,
        String releaseDate,
        String schema,
        String about,
        String report) {
    public Frame(
            String title,
            List<Alternate> alternates,
            String releaseId,
            String releaseDate,
            String schema) {
        this(title, alternates, releaseId, releaseDate, schema, "", "");
    }

    /// Of a page about one thing.
    public Frame about(String iri) {
        return new Frame(title, alternates, releaseId, releaseDate, schema, iri, report);
    }

    /// @param release IRI of the release
    public Frame reportedTo(ReportAddress address, String release) {
        String filled = address.filled(title, about, release);
        return new Frame(title, alternates, releaseId, releaseDate, schema, about, filled);
    }

    /// The same as the page in another form.
    ///
    /// @param type media type
    /// @param href path of this server
    /// @param name for people, such as `Turtle`
    public record Alternate(String type, String href, String name) {}
}
