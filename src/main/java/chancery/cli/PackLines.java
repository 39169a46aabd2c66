package chancery.cli;

import chancery.check.Findings;
import chancery.describe.Annotations;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.evidence.NamedTimes;
import chancery.map.NTriples;
import chancery.map.compiled.StreamConverter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.graph.Triple;

/// Writes as lines what [LightTables] puts into a release.
///
/// @param tables in their order
/// @param of what is needed to map them
record PackLines(List<TableDescription> tables, PackTables of) {
    PackLines {
        tables = List.copyOf(tables);
    }

    /// @param settings with mode and directives of light tables
    /// @param out not closed
    /// @return whether every table was read to its end; if not, a finding says why
    boolean write(StreamConverter.Settings settings, Findings findings, OutputStream out)
            throws IOException {
        boolean whole = true;
        NamedTimes times = new NamedTimes(of.base());
        String end = NTriples.end(settings.graph());
        OutputStream seeing = times.seeing(out, end);
        for (int i = 0; i < tables.size(); i++) {
            whole &=
                    new StreamConverter(new OneTable(tables.get(i)), settings, findings)
                            .convert(only(i), seeing);
        }
        Consumer<Triple> lines =
                NTriples.lines(
                        end,
                        line -> {
                            try {
                                out.write(line.getBytes(StandardCharsets.UTF_8));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        try {
            times.describe(of.known(), lines);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        return whole;
    }

    /// Blank nodes are labelled by the number of the table, so all of them stay in the group.
    private TableGroup only(int number) {
        List<TableDescription> all =
                new ArrayList<>(tables.stream().map(TableDescription::suppressed).toList());
        all.set(number, tables.get(number));
        return new TableGroup(Optional.empty(), all, Annotations.NONE);
    }
}
