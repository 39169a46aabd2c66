package chancery.spark;

import chancery.check.Findings;
import chancery.describe.TableGroup;
import chancery.map.compiled.Directives;
import chancery.table.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Optional;

/// Which tables there are, as text alone: every machine reads their descriptions itself.
sealed interface Inputs extends Serializable permits DescribedTables, PackInputs {
    /// @return empty if the metadata cannot be used; a finding says why
    Optional<TableGroup> group(Findings findings);

    /// Where a table lies.
    ///
    /// @param number of the table in the group, 1-based
    Input input(int number);

    /// @return empty if ours are off
    Optional<Directives> directives();

    /// A library whose tables can be read from any byte on.
    interface Input extends Library {
        /// The bytes of a table from one on.
        InputStream from(String iri, long offset) throws IOException;

        /// Whether a table has to be read from its first byte on.
        boolean isWhole(String iri) throws IOException;
    }
}
