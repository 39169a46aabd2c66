package chancery.cli;

import chancery.describe.TableDescription;
import chancery.table.Library;
import java.io.IOException;
import java.util.List;

/// A library that has one table.
record OneTable(TableDescription table) implements Library {
    @Override
    public Document open(String iri) throws IOException {
        return new Document(table.source().open(), "text/csv", "", List.of());
    }

    @Override
    public String name(String iri) {
        return table.source().name();
    }
}
