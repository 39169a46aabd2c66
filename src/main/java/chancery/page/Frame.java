package chancery.page;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// What stands around every page.
///
/// @param title      of the page
/// @param alternates the same in other forms; empty if there are none
/// @param schema     what the page is about, as JSON-LD in the words of schema.org
/// @param about      IRI of the claim or thing that it is about; `""` if it is about none
/// @param report     where mistakes on it are to be told; `""` if nowhere
/// @param scripts    names of assets that the page loads, besides the one of every page
/// @param styles     the same for style sheets
/// @param reader     for whom it is written
/// @param sources    from which a point of view can be chosen; empty where there is no choice
/// @param notes      what has to be known of that point of view besides
/// @param named      how many things have names in the language that was chosen; `""` if none was
public record Frame(
        String title,
        List<Alternate> alternates,
        String releaseId,
        String releaseDate,
        String schema,
        String about,
        String report,
        List<String> scripts,
        List<String> styles,
        Reader reader,
        List<SourceChoice> sources,
        List<String> notes,
        String named) {
    public Frame {
        alternates = List.copyOf(alternates);
        scripts = List.copyOf(scripts);
        styles = List.copyOf(styles);
        sources = List.copyOf(sources);
        notes = List.copyOf(notes);
    }

    public Frame(
            String title,
            List<Alternate> alternates,
            String releaseId,
            String releaseDate,
            String schema) {
        this(
                title,
                alternates,
                releaseId,
                releaseDate,
                schema,
                "",
                "",
                List.of(),
                List.of(),
                Reader.anybody(),
                List.of(),
                List.of(),
                "");
    }

    /// Of a page about one thing.
    public Frame about(String iri) {
        return with(iri, report, scripts, styles);
    }

    /// @param release IRI of the release
    public Frame reportedTo(ReportAddress address, String release) {
        return with(about, address.filled(title, about, release), scripts, styles);
    }

    /// @param names of assets, in the order in which they are loaded
    public Frame withScripts(String... names) {
        return with(about, report, List.of(names), styles);
    }

    /// @param names of assets, in the order in which they are loaded
    public Frame withStyles(String... names) {
        return with(about, report, scripts, List.of(names));
    }

    private Frame with(String thing, String mistakes, List<String> loaded, List<String> styledBy) {
        return new Frame(
                title,
                alternates,
                releaseId,
                releaseDate,
                schema,
                thing,
                mistakes,
                loaded,
                styledBy,
                reader,
                sources,
                notes,
                named);
    }

    /// @param told  what has to be known of the point of view
    /// @param names how many things have names in the language that was chosen; `""` for nothing
    public Frame readBy(
            Reader whoever, List<SourceChoice> choices, List<String> told, String names) {
        return new Frame(
                title,
                alternates,
                releaseId,
                releaseDate,
                schema,
                about,
                report,
                scripts,
                styles,
                whoever,
                choices,
                told,
                names);
    }

    /// The sources of the point of view by their names; `""` for all.
    public String accordingTo() {
        return Arrays.stream(reader.chosen(Reader.ACCORDING_TO).split(","))
                .map(String::strip)
                .map(
                        id ->
                                sources.stream()
                                        .filter(source -> source.id().equals(id))
                                        .map(SourceChoice::title)
                                        .findFirst()
                                        .orElse(id))
                .collect(Collectors.joining("; "));
    }

    /// A day of the point of view in words; `""` for none.
    ///
    /// @param parameter such as `as-of`
    public String day(String parameter) {
        String day = reader.chosen(parameter);
        return day.isEmpty() ? "" : Dates.inWords(day);
    }

    /// The same as the page in another form.
    ///
    /// @param type media type
    /// @param href path of this server
    /// @param name for people, such as `Turtle`
    public record Alternate(String type, String href, String name) {}

    /// A source whose point of view can be taken.
    ///
    /// @param id such as `eu-2024`
    public record SourceChoice(String id, String title) {}
}
