package chancery.cli;

import chancery.check.Findings;
import chancery.check.derive.CodeLists;
import chancery.cli.PackReader.LightTable;
import chancery.describe.Annotations;
import chancery.describe.TableDescription;
import chancery.describe.TableGroup;
import chancery.evidence.ValueNodes;
import chancery.map.Mode;
import chancery.map.compiled.Directives;
import chancery.map.compiled.StreamConverter;
import chancery.table.Library;
import chancery.time.BadTime;
import chancery.time.Edtf;
import chancery.vocab.Base;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Streams tables whose rows are too many to hold them in memory: their rows make no claims, and
/// each leads to itself as its evidence by what its metadata say.
final class LightTables {
    private static final int MOST_TIMES = 1 << 20;

    private final Base base;
    private final CodeLists codes;
    private final Findings findings;
    private final Set<Node> times = new HashSet<>();
    private final String timePrefix;

    /// Told how many rows of a file have been read.
    @FunctionalInterface
    interface RowsRead {
        void at(String file, long rows);
    }

    LightTables(Base base, CodeLists codes, Findings findings) {
        this.base = base;
        this.codes = codes;
        this.findings = findings;
        this.timePrefix = base.iri() + "id/time/";
    }

    /// @param known the times that are described already; the others are described behind the rows
    /// @return whether every table was read to its end
    boolean write(
            List<LightTable> tables, ValueNodes known, RowsRead progress, Consumer<Triple> into)
            throws IOException {
        boolean whole = true;
        for (LightTable table : tables) {
            whole &= write(table, progress, triple -> take(triple, into));
        }
        ValueNodes more = new ValueNodes(base);
        for (Node time : times) {
            if (known.time(time).isEmpty()) {
                add(more, time);
            }
        }
        more.describe(into);
        return whole;
    }

    private void take(Triple triple, Consumer<Triple> into) {
        Node object = triple.getObject();
        if (object.isURI() && object.getURI().startsWith(timePrefix) && times.size() < MOST_TIMES) {
            times.add(object);
        }
        into.accept(triple);
    }

    private void add(ValueNodes into, Node time) {
        try {
            into.add(time, Edtf.parse(time.getURI().substring(timePrefix.length())));
        } catch (BadTime e) {
            // a template that names no time, which the shapes of a small table would tell
            return;
        }
    }

    private boolean write(LightTable light, RowsRead progress, Consumer<Triple> into)
            throws IOException {
        TableDescription table = light.description();
        String file = light.file().getFileName().toString();
        StreamConverter.Settings settings =
                new StreamConverter.Settings(
                        Mode.EVIDENCE,
                        Math.max(1, Runtime.getRuntime().availableProcessors() - 1),
                        Optional.empty(),
                        true,
                        (bytes, rows) -> progress.at(file, rows),
                        Optional.of(new Directives(base.iri(), codes)));
        TableGroup group = new TableGroup(Optional.empty(), List.of(table), Annotations.NONE);
        return new StreamConverter(new OneFile(table), settings, findings).convert(group, into);
    }

    /// A library that has one table.
    private record OneFile(TableDescription table) implements Library {
        @Override
        public Document open(String iri) throws IOException {
            return new Document(table.source().open(), "text/csv", "", List.of());
        }

        @Override
        public String name(String iri) {
            return table.source().name();
        }
    }
}
