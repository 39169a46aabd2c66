package chancery.check;

import chancery.check.Finding.Code;
import chancery.describe.BadDescription;
import chancery.describe.MetadataLocator;
import chancery.describe.TableGroup;
import chancery.table.Library;
import chancery.table.MalformedTable;
import java.util.Optional;

/// Finds the tables of a group by the standard's rules; whatever is wrong with their metadata is a
/// finding.
public final class Groups {
    private static final String EXPECTED = ", expected ";

    private final MetadataLocator locator;
    private final Findings findings;

    public Groups(Library library, Findings findings) {
        this.locator =
                new MetadataLocator(
                        library, notice -> findings.add(Finding.of(notice, Severity.WARNING)));
        this.findings = findings;
    }

    /// Gives the tables that are described together.
    @FunctionalInterface
    private interface Step {
        TableGroup take() throws BadDescription;
    }

    /// The tables of a metadata document.
    ///
    /// @return empty if it cannot be used; a finding says why
    public Optional<TableGroup> ofMetadata(String iri) {
        return orFinding(() -> locator.ofMetadata(iri));
    }

    /// A table, and those that its metadata describe with it.
    ///
    /// @return empty if its metadata cannot be used; a finding says why
    public Optional<TableGroup> ofTable(String iri) {
        return orFinding(() -> locator.ofTable(iri));
    }

    private Optional<TableGroup> orFinding(Step step) {
        try {
            return Optional.of(step.take());
        } catch (BadDescription e) {
            findings.add(Finding.of(e.notice(), Severity.ERROR));
            return Optional.empty();
        }
    }

    /// A table that cannot be read on.
    public static Finding of(MalformedTable e) {
        String message = String.valueOf(e.getMessage());
        String where = e.position() + ": ";
        String what = message.startsWith(where) ? message.substring(where.length()) : message;
        int expected = what.indexOf(EXPECTED);
        String found = expected < 0 ? what : what.substring(0, expected);
        return new Finding(
                Code.MALFORMED_TABLE,
                Severity.ERROR,
                e.position(),
                0,
                "",
                found.startsWith("found ") ? found.substring("found ".length()) : found,
                expected < 0
                        ? "a table that can be read on"
                        : what.substring(expected + EXPECTED.length()));
    }
}
