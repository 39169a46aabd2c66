package chancery.release.dump.table;

import chancery.release.dump.DumpFolder;
import chancery.release.dump.SubjectSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// The table of one class: a row for each of its things. When it is closed it is written, with the
/// tables of those columns of which a cell cannot tell all.
final class ClassTable implements SubjectSink {
    private final String name;
    private final DumpFolder folder;
    private final ColumnNames names;
    private final TableDescriptions descriptions;
    private final WaitingRows waiting;
    private final Map<Form, TableColumn> columns = new LinkedHashMap<>();
    private final Map<String, CsvFile> links = new LinkedHashMap<>();
    private long rows;

    ClassTable(String name, DumpFolder folder, ColumnNames names, TableDescriptions descriptions)
            throws IOException {
        this.name = name;
        this.folder = folder;
        this.names = names;
        this.descriptions = descriptions;
        this.waiting = new WaitingRows(folder.path("tables/." + name + ".rows"));
    }

    @Override
    public void subject(Node subject, List<Triple> triples) throws IOException {
        rows++;
        Map<Integer, List<String>> cells = new LinkedHashMap<>();
        for (Triple triple : triples) {
            TableColumn column =
                    columns.computeIfAbsent(
                            Form.of(triple), form -> new TableColumn(form, columns.size()));
            String value = Form.text(triple.getObject());
            column.value(value);
            cells.computeIfAbsent(column.index(), i -> new ArrayList<>()).add(value);
        }
        columns.values()
                .forEach(
                        column ->
                                column.values(
                                        cells.getOrDefault(column.index(), List.of()).size()));
        waiting.keep(new WaitingRows.Row(subject.getURI(), cells));
    }

    @Override
    public void close() throws IOException {
        try (waiting) {
            Map<Form, String> named = names.of(columns.keySet());
            List<TableColumn> shown =
                    named.keySet().stream()
                            .map(form -> columns.get(form))
                            .filter(column -> column != null && column.most(rows) > 0)
                            .toList();
            List<String> header = new ArrayList<>(List.of("id"));
            shown.forEach(column -> header.add(named.getOrDefault(column.form(), "")));
            List<String> always =
                    columns.values().stream().flatMap(c -> c.typesOfAll(rows)).toList();
            try (CsvFile table = open(name)) {
                table.line(header);
                openLinks(shown, named);
                waiting.each(row -> write(row, always, shown, named, table));
            } finally {
                for (CsvFile link : links.values()) {
                    link.close();
                }
            }
            descriptions.add(name, rows, shown, named, always);
        }
    }

    private CsvFile open(String table) throws IOException {
        return new CsvFile(folder.openAlone("tables/" + table + ".csv", "text/csv", ""));
    }

    private void openLinks(List<TableColumn> shown, Map<Form, String> named) throws IOException {
        for (TableColumn column : shown) {
            if (!column.isToldInOneCell(rows)) {
                String columnName = named.getOrDefault(column.form(), "");
                CsvFile link = open(TableDescriptions.link(name, columnName));
                links.put(columnName, link);
                link.line(List.of("id", columnName));
            }
        }
    }

    private void write(
            WaitingRows.Row row,
            List<String> always,
            List<TableColumn> shown,
            Map<Form, String> named,
            CsvFile table)
            throws IOException {
        List<String> fields = new ArrayList<>(List.of(row.subject()));
        for (TableColumn column : shown) {
            List<String> values =
                    new ArrayList<>(row.cells().getOrDefault(column.index(), List.of()));
            if (column.isType()) {
                values.removeAll(always);
            }
            fields.add(String.join(column.separator().orElse(" "), values));
            CsvFile link = links.get(named.getOrDefault(column.form(), ""));
            if (link != null) {
                for (String value : values) {
                    link.line(List.of(row.subject(), value));
                }
            }
        }
        table.line(fields);
    }
}
