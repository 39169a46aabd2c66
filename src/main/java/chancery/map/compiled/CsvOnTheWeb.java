package chancery.map.compiled;

import chancery.check.Findings;
import chancery.check.Groups;
import chancery.check.Validator;
import chancery.describe.TableGroup;
import chancery.map.Mode;
import chancery.table.Library;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;

/// Tables and their metadata, as CSV on the Web has them: to validate, and to turn into RDF. The
/// way in for programs that use this engine as a library.
///
/// ```
/// Library folder = new FolderLibrary("https://example.org/", Path.of("data"));
/// CsvOnTheWeb rivers = CsvOnTheWeb.ofTable(folder, "https://example.org/rivers.csv");
/// Findings wrong = rivers.validate();
/// rivers.write(Mode.MINIMAL, out);
/// ```
///
/// What is wrong with tables or metadata is never an exception but a finding, with file, line and
/// column. Immutable; may be used by several threads. Tables are read anew by each call, as a
/// stream; none is held in memory.
public final class CsvOnTheWeb {
    private final Library library;
    private final Optional<TableGroup> group;
    private final Findings ofMetadata;

    private CsvOnTheWeb(Library library, Optional<TableGroup> group, Findings ofMetadata) {
        this.library = library;
        this.group = group;
        this.ofMetadata = ofMetadata;
    }

    /// A table, and those that its metadata describe with it (Tabular Data Model, section 5).
    ///
    /// @param library where tables and metadata are found; [chancery.table.FolderLibrary] is a
    ///     folder
    /// @param iri of the table, absolute; its metadata are located as the standard says
    public static CsvOnTheWeb ofTable(Library library, String iri) {
        Findings findings = new Findings();
        return new CsvOnTheWeb(library, new Groups(library, findings).ofTable(iri), findings);
    }

    /// The tables of a metadata document.
    ///
    /// @param iri of the document, absolute
    public static CsvOnTheWeb ofMetadata(Library library, String iri) {
        Findings findings = new Findings();
        return new CsvOnTheWeb(library, new Groups(library, findings).ofMetadata(iri), findings);
    }

    /// The description of the tables, as it was read; empty if the metadata cannot be used, which
    /// every result says.
    public Optional<TableGroup> description() {
        return group;
    }

    /// Validates metadata, cells and keys (section 6.6).
    ///
    /// @return all that is wrong; the tables are valid if [Findings#hasErrors] is false
    /// @throws IOException if there is no room for temporary files
    public Findings validate() throws IOException {
        Findings findings = findings();
        if (group.isPresent()) {
            new Validator(library, findings).validate(group.get());
        }
        return findings;
    }

    /// What came of a conversion.
    ///
    /// @param whole whether every table was read to its end; if not, a finding says why
    /// @param findings all that is wrong; a cell that does not fit was written as a string
    public record Outcome(boolean whole, Findings findings) {}

    /// Writes N-Triples, the same bytes every time (Generating RDF from Tabular Data on the Web).
    ///
    /// @param mode of the standard
    /// @param out not closed
    /// @throws IOException if `out` or a table fails
    public Outcome write(Mode mode, OutputStream out) throws IOException {
        Findings findings = findings();
        boolean whole = group.isPresent() && converter(mode, findings).convert(group.get(), out);
        return new Outcome(whole, findings);
    }

    /// Gives the triples one after another, such as to a Jena `StreamRDF` or a graph.
    ///
    /// @param mode of the standard
    /// @param into used by the calling thread alone
    /// @throws IOException if a table fails
    public Outcome stream(Mode mode, Consumer<Triple> into) throws IOException {
        Findings findings = findings();
        boolean whole = group.isPresent() && converter(mode, findings).convert(group.get(), into);
        return new Outcome(whole, findings);
    }

    private StreamConverter converter(Mode mode, Findings findings) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new StreamConverter(
                library,
                new StreamConverter.Settings(
                        mode, threads, Optional.empty(), true, (bytes, rows) -> {}),
                findings);
    }

    private Findings findings() {
        Findings findings = new Findings();
        findings.addAll(ofMetadata);
        return findings;
    }
}
