package chancery.describe;

import chancery.describe.iri.ResolvedUrl;
import chancery.describe.iri.UriTemplate;
import chancery.describe.json.Place;
import chancery.describe.metadata.MetadataReader;
import chancery.table.Library;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the metadata of a table (Tabular Data Model, section 5) and reads them as the standard
/// does: what it lets a processor pass over becomes a warning.
///
/// The first of these counts: what the user names, a `Link` header, the places that the site or the
/// standard name; else the header of the table is all there is.
public final class MetadataLocator {
    private static final List<String> USUAL_PLACES =
            List.of("{+url}-metadata.json", "csv-metadata.json");
    private static final Pattern LINK = Pattern.compile("\\s*<([^>]*)>\\s*;(.*)");
    private static final Pattern DESCRIBED_BY =
            Pattern.compile(".*\\brel\\s*=\\s*(\"[^\"]*\\bdescribedby\\b[^\"]*\"|describedby).*");
    private static final Pattern METADATA_TYPE =
            Pattern.compile(".*\\btype\\s*=\\s*\"?application/(?:csvm\\+json|ld\\+json|json)\"?.*");

    private final Library library;
    private final Consumer<Notice> warnings;

    public MetadataLocator(Library library, Consumer<Notice> warnings) {
        this.library = library;
        this.warnings = warnings;
    }

    /// The tables of a metadata document.
    ///
    /// @param iri absolute
    public TableGroup ofMetadata(String iri) throws BadDescription {
        return MetadataReader.ofTheStandard(library, warnings).read(iri);
    }

    /// A table, and those that its metadata describe with it.
    ///
    /// @param iri absolute, of the table
    public TableGroup ofTable(String iri) throws BadDescription {
        Headers headers = headers(iri);
        for (String link : headers.links()) {
            Optional<TableGroup> found = describing(iri, link);
            if (found.isPresent()) {
                return found.get();
            }
        }
        for (String place : places(iri)) {
            String candidate = resolved(iri, place);
            if (isMetadata(candidate)) {
                Optional<TableGroup> found = describing(iri, candidate);
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return MetadataReader.ofTheStandard(library, warnings).embedded(iri, headers.language());
    }

    /// What HTTP says of a table.
    private record Headers(List<String> links, String language) {}

    private Headers headers(String iri) {
        try (Library.Document document = library.open(iri)) {
            List<String> links = new ArrayList<>();
            for (String header : document.links()) {
                Matcher link = LINK.matcher(header);
                if (link.matches()
                        && DESCRIBED_BY.matcher(link.group(2)).matches()
                        && METADATA_TYPE.matcher(link.group(2)).matches()) {
                    links.add(resolved(iri, link.group(1)));
                }
            }
            return new Headers(links, document.language());
        } catch (IOException e) {
            // whoever reads the rows tells it
            return new Headers(List.of(), "");
        }
    }

    private static String resolved(String iri, String reference) {
        return reference.isEmpty() ? iri : ResolvedUrl.of(iri, reference);
    }

    /// Site-wide configuration (section 5.3), else the usual places.
    private List<String> places(String iri) {
        List<String> templates = USUAL_PLACES;
        try (Library.Document document = library.open(resolved(iri, "/.well-known/csvm"));
                InputStream in = document.content()) {
            templates =
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
        } catch (NoSuchFileException e) {
            // most sites have none
        } catch (IOException e) {
            warnings.accept(
                    new Notice(
                            new Place(iri, "", 1),
                            "no readable /.well-known/csvm",
                            "places of metadata, one a line"));
        }
        List<String> places = new ArrayList<>();
        for (String template : templates) {
            try {
                UriTemplate place = UriTemplate.of(template);
                places.add(place.expand(name -> name.equals("url") ? List.of(iri) : List.of()));
            } catch (IllegalArgumentException e) {
                warnings.accept(
                        new Notice(
                                new Place(resolved(iri, "/.well-known/csvm"), "", 1),
                                "\"" + template + "\"",
                                "a template"));
            }
        }
        return places;
    }

    /// Whether there is a document, and its media type allows it to be metadata.
    private boolean isMetadata(String iri) {
        try (Library.Document document = library.open(iri)) {
            return document.mediaType().isEmpty() || document.mediaType().contains("json");
        } catch (IOException e) {
            return false;
        }
    }

    /// @return empty if the metadata do not mention the table; then there is a warning
    private Optional<TableGroup> describing(String table, String metadata) throws BadDescription {
        List<Notice> told = new ArrayList<>();
        TableGroup group = MetadataReader.ofTheStandard(library, told::add).read(metadata);
        boolean mentioned =
                group.tables().stream()
                        .anyMatch(one -> ResolvedUrl.areEquivalent(one.iri(), table));
        if (!mentioned) {
            warnings.accept(
                    new Notice(
                            new Place(library.name(metadata), "", 1),
                            "no mention of " + table,
                            "a description of this table"));
            return Optional.empty();
        }
        told.forEach(warnings);
        return Optional.of(group);
    }
}
