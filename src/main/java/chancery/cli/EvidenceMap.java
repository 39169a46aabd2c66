package chancery.cli;

import chancery.check.CheckedRow;
import chancery.check.Findings;
import chancery.check.Groups;
import chancery.check.KeyChecker;
import chancery.check.RowChecker;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.evidence.ClaimWriter;
import chancery.evidence.Claims;
import chancery.evidence.EvidencedRow;
import chancery.evidence.FactReader;
import chancery.map.Mapper;
import chancery.map.Mode;
import chancery.map.NTriples;
import chancery.table.MalformedTable;
import chancery.table.Row;
import chancery.table.TableReader;
import chancery.vocab.Base;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/// Tables as quads with our directives on: what registers say in `graph/register`, what fact tables
/// say as claims, each in the graph of its source. A row at a time; nothing is judged, and nothing
/// is looked up in other tables.
///
/// A claim that several rows make is written once a row. Triple terms are left out, which N-Quads
/// of RDF 1.1 does not have.
final class EvidenceMap {
    private final Base base;
    private final Findings findings;
    private final MapProgress progress;
    private final OutputStream out;
    private final Node reifiers;
    private long rows;

    /// @param out not closed
    EvidenceMap(Base base, Findings findings, MapProgress progress, OutputStream out) {
        this.base = base;
        this.findings = findings;
        this.progress = progress;
        this.out = out;
        this.reifiers = base.graph("reifiers");
    }

    /// @return false if a table could not be read to its end; a finding says why
    boolean write(List<TableDescription> tables, boolean checksKeys) throws IOException {
        boolean whole = true;
        List<TableDescription> alone =
                tables.stream().map(t -> t.with(t.schema().withoutForeignKeys())).toList();
        try (KeyChecker keys = new KeyChecker(checksKeys ? alone : List.of(), findings)) {
            for (TableDescription table : tables) {
                whole &= write(table, keys);
            }
            keys.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        out.flush();
        return whole;
    }

    private boolean write(TableDescription table, KeyChecker keys) throws IOException {
        RowChecker checker = new RowChecker(table, findings);
        Mapper mapper = new Mapper(table, base.iri(), Mode.EVIDENCE, findings);
        FactReader facts = new FactReader(table, mapper);
        boolean claims = table.columns().stream().anyMatch(Column::makesClaims);
        String file = table.source().name();
        String folder = file.substring(0, file.lastIndexOf('/') + 1);
        ClaimWriter writer = new ClaimWriter(base, folder, Map.of(), this::put);
        try (TableReader reader = TableReader.open(table.source(), table.dialect())) {
            checker.checkHeader(reader.header(), reader.headerPosition());
            for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
                CheckedRow checked = checker.check(row.get());
                keys.add(table, checked);
                if (claims) {
                    Optional<EvidencedRow> read = facts.read(checked);
                    Claims ofRow = new Claims();
                    read.ifPresent(ofRow::add);
                    ofRow.all().forEach(writer::write);
                } else {
                    mapper.map(checked, said -> put(base.graph("register"), said.triple()));
                }
                rows++;
                progress.at(0, rows);
            }
            checker.finish();
            return true;
        } catch (MalformedTable e) {
            findings.add(Groups.of(e));
            return false;
        }
    }

    private void put(Node graph, Triple triple) {
        put(Quad.create(graph, triple));
    }

    private void put(Quad quad) {
        if (quad.getGraph().equals(reifiers)) {
            return;
        }
        String line =
                NTriples.text(quad.getSubject())
                        + " "
                        + NTriples.text(quad.getPredicate())
                        + " "
                        + NTriples.text(quad.getObject())
                        + " "
                        + NTriples.text(quad.getGraph())
                        + " .\n";
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
