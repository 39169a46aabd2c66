package chancery.map.compiled;

import chancery.check.IriSyntax;
import chancery.describe.Column;
import chancery.describe.TableDescription;
import chancery.describe.iri.CompactIri;
import chancery.describe.iri.ResolvedUrl;
import chancery.describe.iri.UriTemplate;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A URI template of which it is known, before any row is read, that it yields an IRI whatever the
/// cells say, and how that is resolved.
final class IriProgram {
    private static final Pattern EXPRESSION = Pattern.compile("\\{(\\w+)}");
    private static final Pattern PLAIN_PATH = Pattern.compile("/?[\\w-]+(/[\\w-]+)*/?");
    private static final String WHOLE = "{+";
    private static final int ROW = -1;
    private static final int RECORD = -2;

    /// What is between two literals, and behind the last: the number of a cell, or of the row.
    private final int[] variables;

    private final byte[][] literals;
    private final boolean isPath;
    private final boolean isWhole;

    private IriProgram(
            List<Integer> variables, List<byte[]> literals, boolean path, boolean whole) {
        this.variables = variables.stream().mapToInt(Integer::intValue).toArray();
        this.literals = literals.toArray(byte[][]::new);
        this.isPath = path;
        this.isWhole = whole;
    }

    /// @param cells the number of the cell that a variable names; negative if there is none
    /// @return empty if the template is not of the kinds that are compiled
    static Optional<IriProgram> of(
            UriTemplate template,
            Column column,
            TableDescription table,
            ToIntFunction<String> cells) {
        String text = template.toString();
        if (text.startsWith(WHOLE) && text.endsWith("}") && text.indexOf('{', 1) < 0) {
            int cell = cells.applyAsInt(text.substring(WHOLE.length(), text.length() - 1));
            return cell < 0
                    ? Optional.empty()
                    : Optional.of(new IriProgram(List.of(cell), List.of(), false, true));
        }
        List<Integer> variables = new ArrayList<>();
        List<String> literals = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        Matcher expression = EXPRESSION.matcher(text);
        int from = 0;
        while (expression.find()) {
            literal.append(text, from, expression.start());
            from = expression.end();
            String name = expression.group(1);
            Optional<String> constant = constant(name, column, table);
            int cell = cells.applyAsInt(name);
            if (cell < 0 && constant.isPresent()) {
                literal.append(constant.get());
            } else {
                int variable = cell >= 0 ? cell : number(name);
                if (variable == Integer.MIN_VALUE) {
                    return Optional.empty();
                }
                variables.add(variable);
                literals.add(literal.toString());
                literal.setLength(0);
            }
        }
        literals.add(literal.append(text.substring(from)).toString());
        if (literals.stream().anyMatch(part -> part.indexOf('{') >= 0)) {
            return Optional.empty();
        }
        return resolved(variables, literals, table.iri());
    }

    /// The other operators, modifiers and lists are for the reference path.
    private static int number(String name) {
        return switch (name) {
            case "_row" -> ROW;
            case "_sourceRow" -> RECORD;
            default -> Integer.MIN_VALUE;
        };
    }

    private static Optional<String> constant(String name, Column column, TableDescription table) {
        return switch (name) {
            case "_column" -> Optional.of(Integer.toString(column.number()));
            case "_sourceColumn" ->
                    Optional.of(Integer.toString(column.number() + table.dialect().skipColumns()));
            case "_name" -> {
                String decoded = URLDecoder.decode(column.name(), StandardCharsets.UTF_8);
                yield decoded.matches("[\\w.~-]*") ? Optional.of(decoded) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static Optional<IriProgram> resolved(
            List<Integer> variables, List<String> literals, String tableIri) {
        String head = literals.getFirst();
        boolean only = variables.isEmpty();
        String absolute = CompactIri.expand(head);
        boolean path = false;
        if (head.indexOf(':') < 1 || !IriSyntax.isAbsolute(absolute + "x")) {
            path = PLAIN_PATH.matcher(head).matches();
            if (!head.startsWith("#") && !path) {
                return Optional.empty();
            }
            // a sign behind keeps a last slash from being taken for the end
            String resolved = ResolvedUrl.of(tableIri, head + "x");
            absolute = resolved.substring(0, resolved.length() - 1);
        }
        List<byte[]> bytes = new ArrayList<>();
        for (int i = 0; i < literals.size(); i++) {
            String part = i == 0 ? absolute : literals.get(i);
            byte[] encoded = Bytes.of(part);
            // what a template would encode, or an IRI not have, is for the reference path
            if (!TextCells.isReference(encoded, 0, encoded.length)
                    || (path && i > 0 && !part.matches("[\\w/-]*"))) {
                return Optional.empty();
            }
            bytes.add(encoded);
        }
        return path && only
                ? Optional.empty()
                : Optional.of(new IriProgram(variables, bytes, path, false));
    }

    /// What tells programs apart; of a constant one the IRI between `<` and `>`.
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("<");
        for (int i = 0; i < literals.length; i++) {
            text.append(new String(literals[i], StandardCharsets.UTF_8));
            text.append(i < variables.length ? "{" + variables[i] + "}" : "");
        }
        return text.append(isWhole ? "{" + variables[0] + "}>" : ">").toString();
    }

    /// Whether the same IRI stands in every row.
    boolean isConstant() {
        return variables.length == 0;
    }

    /// The cells whose canonical forms are asked for.
    List<Integer> cells() {
        List<Integer> cells = new ArrayList<>();
        for (int variable : variables) {
            if (variable >= 0) {
                cells.add(variable);
            }
        }
        return cells;
    }

    /// Writes the IRI between `<` and `>`.
    ///
    /// @return false if it has to be resolved in a way that is not compiled
    boolean write(CellText[] cells, long row, long record, Bytes out) {
        out.put((byte) '<');
        if (isWhole) {
            CellText cell = cells[variables[0]];
            if (!isAbsolute(cell)) {
                return false;
            }
            out.put(cell.canonical, cell.canonicalFrom, cell.canonicalTo);
        } else {
            for (int i = 0; i < variables.length; i++) {
                out.put(literals[i]);
                int variable = variables[i];
                if (variable >= 0) {
                    CellText cell = cells[variable];
                    if (isPath && mayBeDots(cell)) {
                        return false;
                    }
                    out.putEncoded(cell.canonical, cell.canonicalFrom, cell.canonicalTo);
                } else {
                    out.putNumber(variable == ROW ? row : record);
                }
            }
            out.put(literals[variables.length]);
        }
        out.put((byte) '>');
        return true;
    }

    /// Dots can be segments of a path that go up.
    private static boolean mayBeDots(CellText cell) {
        return cell.canonicalFrom == cell.canonicalTo
                || cell.canonical[cell.canonicalFrom] == '.'
                || cell.canonical[cell.canonicalTo - 1] == '.';
    }

    private static final byte[] HTTP = Bytes.of("http://");
    private static final byte[] HTTPS = Bytes.of("https://");

    /// A value that is an IRI of ASCII as it stands.
    private static boolean isAbsolute(CellText cell) {
        int from = cell.canonicalFrom;
        int to = cell.canonicalTo;
        return (startsWith(cell, HTTP) || startsWith(cell, HTTPS))
                && TextCells.isReference(cell.canonical, from, to)
                && !hasPercent(cell);
    }

    private static boolean startsWith(CellText cell, byte[] start) {
        if (cell.canonicalTo - cell.canonicalFrom <= start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if (cell.canonical[cell.canonicalFrom + i] != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasPercent(CellText cell) {
        for (int at = cell.canonicalFrom; at < cell.canonicalTo; at++) {
            if (cell.canonical[at] == '%') {
                return true;
            }
        }
        return false;
    }
}
