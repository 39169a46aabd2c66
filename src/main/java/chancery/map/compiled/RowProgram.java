package chancery.map.compiled;

import chancery.check.derive.DerivedCell;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Format;
import chancery.describe.iri.UriTemplate;
import chancery.map.BlankNodes;
import chancery.map.Iris;
import chancery.map.Literals;
import chancery.map.Mode;
import chancery.map.NTriples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// What is done with the rows of one table, worked out before the first is read: how each cell is
/// read, and which bytes stand around it. Immutable; a [RowWriter] carries it out.
///
/// @param fields how many a row has
/// @param quote what is written twice inside quotes
/// @param rules how each cell is read, virtual ones last
/// @param subjects templates of subjects, each once
/// @param outputs what is written, in the order of the columns
/// @param keys the cells of each key that is noted
/// @param rowLines empty in minimal mode
@SuppressWarnings("ArrayRecordComponent") // never compared
record RowProgram(
        int fields,
        byte quote,
        List<CellRule> rules,
        List<IriProgram> subjects,
        List<Output> outputs,
        List<int[]> keys,
        byte[] blankSubject,
        Optional<RowLines> rowLines,
        byte[] end) {
    private static final String CSVW = "http://www.w3.org/ns/csvw#";
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    static final int BLANK = -1;

    /// How a cell is read.
    ///
    /// @param nulls the texts that mean there is no value
    /// @param hasDefault whether an empty text stands for another one
    /// @param refers whether it belongs to a key that leads to a row of some table
    /// @param derived empty if the text stands in the file, or there is none
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record CellRule(
            Column column,
            boolean canonical,
            byte[][] nulls,
            boolean required,
            boolean hasDefault,
            boolean refers,
            Optional<Derived> derived) {

        static CellRule of(
                Column column, boolean canonical, boolean refers, Optional<Derived> derived) {
            return new CellRule(
                    column,
                    canonical,
                    column.nulls().stream().map(Bytes::of).toArray(byte[][]::new),
                    column.required(),
                    !column.defaultText().isEmpty(),
                    refers,
                    derived);
        }

        /// A new one each time: it may keep what it read.
        CellReader reader() {
            Optional<CellReader> compiled =
                    switch (column.datatype()) {
                        case Datatype.Text type -> TextCells.of(type);
                        case Datatype.Truth type -> TextCells.of(type);
                        case Datatype.Numeric type ->
                                type.format() instanceof Format.Plain
                                        ? NumberCells.of(type, canonical)
                                        : Optional.empty();
                        case Datatype.Moment type -> MomentCells.of(type);
                        case Datatype.Binary type -> Optional.empty();
                        case Datatype.Span type -> Optional.empty();
                    };
            return compiled.orElseGet(() -> new ReferenceCells(column));
        }
    }

    /// A text that is worked out from cells before it.
    ///
    /// @param places name of a column → number of its cell
    record Derived(DerivedCell cell, Map<String, Integer> places) {}

    /// What is written of a cell.
    ///
    /// @param subject number of its template among the subjects; [#BLANK] for the row's blank node
    /// @param before the predicate with blanks around it, and what a literal starts with
    /// @param value empty for a literal
    /// @param after what follows the text of a literal, to the end of the line
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Output(
            int cell,
            boolean virtual,
            int subject,
            byte[] before,
            Optional<IriProgram> value,
            byte[] after) {}

    /// What standard mode says about a row, in pieces between which its number or record stand.
    ///
    /// @param name of the row's blank node, without the number
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record RowLines(
            byte[] name,
            byte[] before,
            byte[] type,
            byte[] number,
            byte[] afterNumber,
            byte[] url,
            byte[] afterUrl,
            byte[] describes) {}

    /// @param keys what is noted of each row
    /// @param end what stands behind every object, see [NTriples#end]
    /// @return empty if the table has something that is not compiled
    static Optional<RowProgram> of(
            TableDescription table,
            Mode mode,
            Optional<Directives> directives,
            List<TableKey> keys,
            BlankNodes names,
            Node tableNode,
            String end) {
        boolean standard = mode == Mode.STANDARD;
        boolean fits =
                (mode != Mode.EVIDENCE || directives.isPresent())
                        && (directives.isEmpty()
                                || table.columns().stream().noneMatch(Compiler::isByDirective))
                        && !table.suppressOutput()
                        && (!standard || table.rowTitles().isEmpty())
                        && table.columns().stream().allMatch(c -> c.separator().isEmpty());
        return fits
                ? new Compiler(table, directives, names, end).program(standard, keys, tableNode)
                : Optional.empty();
    }

    private static final class Compiler {
        private final TableDescription table;
        private final Optional<Directives> directives;
        private final BlankNodes names;
        private final String end;
        private final List<Column> columns;
        private final Map<String, Integer> cellOfColumn = new HashMap<>();
        private final List<IriProgram> subjects = new ArrayList<>();
        private final Map<String, Integer> subjectNumbers = new HashMap<>();
        private final Set<Integer> canonical = new HashSet<>();

        Compiler(
                TableDescription table,
                Optional<Directives> directives,
                BlankNodes names,
                String end) {
            this.table = table;
            this.directives = directives;
            this.names = names;
            this.end = end;
            this.columns = table.columns();
            for (int i = 0; i < columns.size(); i++) {
                cellOfColumn.put(columns.get(i).name(), i);
            }
        }

        Optional<RowProgram> program(boolean standard, List<TableKey> noted, Node tableNode) {
            List<Output> outputs = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                if (!columns.get(i).suppressOutput()) {
                    Optional<Output> output = output(i, columns.get(i));
                    if (output.isEmpty()) {
                        return Optional.empty();
                    }
                    outputs.add(output.get());
                }
            }
            List<int[]> keys = new ArrayList<>();
            Set<Integer> referring = new HashSet<>();
            for (TableKey key : noted) {
                int[] cells = key.columns().stream().mapToInt(this::cell).toArray();
                for (int cell : cells) {
                    if (cell < 0) {
                        return Optional.empty();
                    }
                    canonical.add(cell);
                    if (key.refers()) {
                        referring.add(cell);
                    }
                }
                keys.add(cells);
            }
            List<Optional<Derived>> derived =
                    columns.stream().map(column -> derived(column)).toList();
            List<CellRule> rules = new ArrayList<>();
            for (int i = 0; i < columns.size(); i++) {
                rules.add(
                        CellRule.of(
                                columns.get(i),
                                canonical.contains(i),
                                referring.contains(i),
                                derived.get(i)));
            }
            Character quote = table.dialect().quoteChar();
            names.startRow(0);
            return Optional.of(
                    new RowProgram(
                            table.schema().written().size(),
                            quote == null ? 0 : (byte) quote.charValue(),
                            rules,
                            subjects,
                            outputs,
                            keys,
                            withoutNumber(names.next()),
                            standard ? Optional.of(rowLines(tableNode)) : Optional.empty(),
                            Bytes.of(end)));
        }

        private static boolean isByDirective(Column column) {
            return column.itemUrl().isPresent() || column.valueForm().isPresent();
        }

        private Optional<Derived> derived(Column column) {
            Optional<Derived> found =
                    directives
                            .flatMap(it -> DerivedCell.of(column, it.codes()))
                            .map(cell -> new Derived(cell, Map.copyOf(cellOfColumn)));
            found.ifPresent(
                    it -> it.cell().columns().forEach(name -> canonical.add(this.cell(name))));
            return found;
        }

        private int cell(String name) {
            return cellOfColumn.getOrDefault(name, -1);
        }

        private Optional<IriProgram> compiled(UriTemplate template, Column column) {
            UriTemplate ours =
                    directives
                            .map(it -> new Iris(it.base(), table.iri()))
                            .map(iris -> UriTemplate.of(iris.rebased(template.toString())))
                            .orElse(template);
            Optional<IriProgram> program = IriProgram.of(ours, column, table, this::cell);
            program.ifPresent(compiled -> canonical.addAll(compiled.cells()));
            return program;
        }

        private Optional<Output> output(int cell, Column column) {
            int subject = BLANK;
            if (column.aboutUrl().isPresent()) {
                Optional<IriProgram> about = compiled(column.aboutUrl().get(), column);
                if (about.isEmpty()) {
                    return Optional.empty();
                }
                subject =
                        subjectNumbers.computeIfAbsent(
                                about.get().toString(),
                                text -> {
                                    subjects.add(about.get());
                                    return subjects.size() - 1;
                                });
            }
            UriTemplate property =
                    column.propertyUrl()
                            .orElseGet(() -> UriTemplate.of(table.iri() + "#" + column.name()));
            Optional<IriProgram> predicate = compiled(property, column);
            if (predicate.isEmpty() || !predicate.get().isConstant()) {
                return Optional.empty();
            }
            Optional<IriProgram> value = Optional.empty();
            if (column.valueUrl().isPresent()) {
                value = compiled(column.valueUrl().get(), column);
                if (value.isEmpty()) {
                    return Optional.empty();
                }
            }
            String before = " " + predicate.get() + (value.isEmpty() ? " \"" : " ");
            String after = (value.isEmpty() ? "\"" + suffix(column) : "") + end;
            return Optional.of(
                    new Output(
                            cell,
                            column.virtual() && (directives.isEmpty() || !column.isDerived()),
                            subject,
                            Bytes.of(before),
                            value,
                            Bytes.of(after)));
        }

        /// What follows the closing quote of a literal.
        private static String suffix(Column column) {
            String datatype = column.datatype().iri();
            Node sample =
                    datatype.equals(BaseType.STRING.iri())
                            ? Literals.text("", column.lang())
                            : Literals.typed("", datatype);
            return NTriples.text(sample).substring(2);
        }

        private RowLines rowLines(Node tableNode) {
            return new RowLines(
                    withoutNumber(names.row(0)),
                    Bytes.of(NTriples.text(tableNode) + " <" + CSVW + "row> "),
                    Bytes.of(" " + TYPE + " <" + CSVW + "Row>" + end),
                    Bytes.of(" <" + CSVW + "rownum> \""),
                    Bytes.of("\"^^<" + BaseType.INTEGER.iri() + ">" + end),
                    Bytes.of(" <" + CSVW + "url> <" + table.iri() + "#row="),
                    Bytes.of(">" + end),
                    Bytes.of(" <" + CSVW + "describes> "));
        }

        private static byte[] withoutNumber(Node node) {
            String text = NTriples.text(node);
            return Bytes.of(text.substring(0, text.length() - 1));
        }
    }
}
