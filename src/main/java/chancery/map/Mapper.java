package chancery.map;

import chancery.check.Cell;
import chancery.check.CheckedRow;
import chancery.check.Finding;
import chancery.check.Finding.Code;
import chancery.check.Findings;
import chancery.check.Severity;
import chancery.check.Value;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.describe.iri.UriTemplate;
import chancery.table.Position;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/// Turns the rows of one table into statements (Generating RDF from Tabular Data, section 4.2,
/// minimal mode); compiled once, then used for every row, by one thread.
public final class Mapper {
    /// Variables whose value is another one in each cell of a row.
    private static final Set<String> OF_THE_CELL = Set.of("_column", "_sourceColumn", "_name");

    private final TableDescription table;
    private final Findings findings;
    private final Iris iris;
    private final ValueTerms terms;
    private final Mode mode;
    private final BlankNodes blankNodes;
    private final List<Plan> plans = new ArrayList<>();
    private final Map<String, Integer> cellOfColumn = new HashMap<>();

    /// What is done with the cells of one column.
    ///
    /// @param cell which cell of the row
    /// @param ofTheRow whether all cells of a row with this `about` have the same subject
    /// @param predicate of all cells, if the template has no variables
    /// @param always whether a cell without a value says something too
    private record Plan(
            int cell,
            Column column,
            Optional<UriTemplate> about,
            boolean ofTheRow,
            UriTemplate property,
            Optional<Node> predicate,
            Optional<UriTemplate> value,
            boolean always) {

        /// A name made from a title is encoded; templates encode it themselves.
        String decodedName() {
            return URLDecoder.decode(column.name(), StandardCharsets.UTF_8);
        }
    }

    /// @param base put in the place of `https://w3id.org/chancery/` before `id/`, `graph/` and
    ///     `release/`; absolute, ends in `/`
    /// @param findings where IRIs are reported that templates yield and that are none
    public Mapper(TableDescription table, String base, Mode mode, Findings findings) {
        this(table, base, mode, BlankNodes.unique(), findings);
    }

    /// As above.
    ///
    /// @param blankNodes names of what has none
    Mapper(
            TableDescription table,
            String base,
            Mode mode,
            BlankNodes blankNodes,
            Findings findings) {
        this.table = table;
        this.blankNodes = blankNodes;
        this.findings = findings;
        this.mode = mode;
        this.iris = new Iris(base, table.iri());
        this.terms = new ValueTerms(iris, mode);
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            cellOfColumn.put(column.name(), i);
            if (!column.suppressOutput() && !table.suppressOutput()) {
                plans.add(plan(i, column));
            }
        }
    }

    /// The plans of a row; one with more cells than columns has more of them.
    private List<Plan> plans(CheckedRow row) {
        if (row.cells().size() == table.columns().size() || table.suppressOutput()) {
            return plans;
        }
        List<Plan> more = new ArrayList<>(plans);
        for (int i = table.columns().size(); i < row.cells().size(); i++) {
            more.add(plan(i, row.cells().get(i).column()));
        }
        return more;
    }

    private Plan plan(int cell, Column column) {
        UriTemplate property =
                column.propertyUrl()
                        .map(this::rebased)
                        .orElseGet(() -> UriTemplate.of(table.iri() + "#" + column.name()));
        Optional<Node> predicate =
                property.variables().isEmpty()
                        ? iris.resolved(property.expand(name -> List.of()))
                                .map(NodeFactory::createURI)
                        : Optional.empty();
        Optional<UriTemplate> about = column.aboutUrl().map(this::rebased);
        boolean ofTheRow =
                about.stream()
                        .flatMap(template -> template.variables().stream())
                        .noneMatch(OF_THE_CELL::contains);
        return new Plan(
                cell,
                column,
                about,
                ofTheRow,
                property,
                predicate,
                column.valueUrl().map(this::rebased),
                column.virtual() && column.valueUrl().isPresent() && !isDerived(column));
    }

    /// A virtual column says the same of every row, but not if its cells come from others.
    private boolean isDerived(Column column) {
        return mode == Mode.EVIDENCE && column.isDerived();
    }

    private UriTemplate rebased(UriTemplate template) {
        return UriTemplate.of(iris.rebased(template.toString()));
    }

    /// Gives the statements of a row, in the order of its cells and their items; none of a row with
    /// a wrong number of fields.
    public void map(CheckedRow row, Consumer<Statement> into) {
        map(row, subject -> {}, into);
    }

    /// As above, and tells in standard mode what the row is about.
    ///
    /// @param described takes the subject of every cell, also of one without a value; the same
    ///     several times
    void map(CheckedRow row, Consumer<Node> described, Consumer<Statement> into) {
        if (!row.whole()) {
            return;
        }
        blankNodes.startRow(row.position().row());
        Map<Optional<UriTemplate>, Optional<Node>> subjects = new HashMap<>();
        for (Plan plan : plans(row)) {
            Cell cell = row.cells().get(plan.cell());
            boolean says = cell.saysSomething() || plan.always();
            if (!says && mode != Mode.STANDARD) {
                continue;
            }
            Function<String, List<String>> variables = variables(row, plan);
            Function<UriTemplate, Optional<Node>> expanded =
                    template -> node(template.expand(variables), plan.column(), row.position());
            Optional<Node> subject = subject(plan, subjects, expanded);
            subject.ifPresent(described);
            if (!says) {
                continue;
            }
            Optional<Node> predicate = plan.predicate().or(() -> expanded.apply(plan.property()));
            if (subject.isPresent() && predicate.isPresent()) {
                CellSink sink =
                        (s, p, o, value) ->
                                into.accept(
                                        new Statement(
                                                Triple.create(s, p, o),
                                                plan.column(),
                                                value,
                                                row.position()));
                write(plan, cell, variables, subject.get(), predicate.get(), row.position(), sink);
            }
        }
    }

    /// Most columns of a row have one subject, which is made once; without a template it is a blank
    /// node.
    private Optional<Node> subject(
            Plan plan,
            Map<Optional<UriTemplate>, Optional<Node>> subjects,
            Function<UriTemplate, Optional<Node>> expanded) {
        if (!plan.ofTheRow()) {
            return plan.about().flatMap(expanded);
        }
        return subjects.computeIfAbsent(
                plan.about(),
                about ->
                        about.isEmpty()
                                ? Optional.of(blankNodes.next())
                                : expanded.apply(about.get()));
    }

    /// Takes the statements of one cell.
    @FunctionalInterface
    private interface CellSink {
        void accept(Node subject, Node predicate, Node object, Value value);
    }

    private void write(
            Plan plan,
            Cell cell,
            Function<String, List<String>> variables,
            Node subject,
            Node predicate,
            Position at,
            CellSink into) {
        if (plan.value().isPresent()) {
            // A list makes one IRI here, as the standard wants it; itemUrl makes one an item.
            String expanded = plan.value().get().expand(variables);
            node(expanded, plan.column(), at)
                    .ifPresent(
                            object ->
                                    into.accept(
                                            subject,
                                            predicate,
                                            object,
                                            new Value.Iri(object.getURI(), cell.text())));
        } else if (plan.column().ordered() && plan.column().separator().isPresent()) {
            writeList(plan, cell, subject, predicate, into);
        } else {
            for (Value value : cell.values()) {
                terms.term(value, plan.column())
                        .ifPresent(object -> into.accept(subject, predicate, object, value));
            }
        }
    }

    private void writeList(Plan plan, Cell cell, Node subject, Node predicate, CellSink into) {
        Node from = subject;
        Node by = predicate;
        Value last = new Value.Absent();
        for (Value value : cell.values()) {
            Optional<Node> object = terms.term(value, plan.column());
            if (object.isPresent()) {
                Node link = blankNodes.next();
                into.accept(from, by, link, value);
                into.accept(link, RDF.Nodes.first, object.get(), value);
                from = link;
                by = RDF.Nodes.rest;
                last = value;
            }
        }
        if (!from.equals(subject)) {
            into.accept(from, by, RDF.Nodes.nil, last);
        }
    }

    private Optional<Node> node(String expanded, Column column, Position at) {
        Optional<String> iri = iris.resolved(expanded);
        if (iri.isEmpty()) {
            findings.add(
                    new Finding(
                            Code.BAD_IRI,
                            Severity.ERROR,
                            at,
                            column.number(),
                            column.name(),
                            expanded,
                            "an absolute IRI"));
        }
        return iri.map(NodeFactory::createURI);
    }

    /// Values of the variables of templates (Metadata Vocabulary, section 5.1.3).
    private Function<String, List<String>> variables(CheckedRow row, Plan plan) {
        return name -> {
            Integer cell = cellOfColumn.get(name);
            if (cell != null) {
                List<Value> values = row.cells().get(cell).values();
                return values.isEmpty()
                        ? List.of("")
                        : values.stream().map(Value::canonical).toList();
            }
            int number = plan.column().number();
            return switch (name) {
                case "_row" -> List.of(Long.toString(row.position().row()));
                case "_sourceRow" -> List.of(Long.toString(row.position().record()));
                case "_column" -> List.of(Integer.toString(number));
                case "_sourceColumn" ->
                        List.of(Integer.toString(number + table.dialect().skipColumns()));
                case "_name" -> List.of(plan.decodedName());
                default -> List.of();
            };
        };
    }
}
