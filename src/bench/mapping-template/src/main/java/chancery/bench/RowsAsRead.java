package chancery.bench;

import com.cefriel.template.io.csv.CSVStreamReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;

/// The program's own reader, with its rows within a template's reach one by one; its data frame
/// holds them all.
public final class RowsAsRead extends CSVStreamReader {
    public RowsAsRead(Path table) throws IOException {
        super(table.toFile());
    }

    public Iterable<NamedCsvRecord> getRows() {
        return document;
    }
}
