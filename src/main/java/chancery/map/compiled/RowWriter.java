package chancery.map.compiled;

import chancery.check.derive.DerivedCell;
import chancery.map.compiled.RowProgram.CellRule;
import chancery.map.compiled.RowProgram.Output;
import chancery.map.compiled.RowProgram.RowLines;
import chancery.table.bytes.Chunk;
import chancery.table.bytes.FieldCutter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Writes one row after another as a program says. Keeps the cells of the row at hand; used by one
/// thread.
final class RowWriter {
    /// Between the parts of a key, as [chancery.check.KeyChecker] has it.
    private static final byte BETWEEN = 0x1F;
    private static final byte ESCAPE = 0x1E;

    private final RowProgram program;
    private final CellText[] cells;
    private final CellReader[] readers;
    private final CellRule[] rules;
    private final Output[] outputs;
    private final IriProgram[] subjects;
    private final @Nullable RowLines lines;
    private final Bytes subjectTexts = new Bytes(1024);
    private final int[] subjectFrom;
    private final int[] subjectTo;
    private final boolean[] described;
    private final Bytes key = new Bytes(256);

    RowWriter(RowProgram program) {
        this.program = program;
        this.rules = program.rules().toArray(CellRule[]::new);
        this.outputs = program.outputs().toArray(Output[]::new);
        this.subjects = program.subjects().toArray(IriProgram[]::new);
        this.lines = program.rowLines().orElse(null);
        this.cells = new CellText[rules.length];
        this.readers = new CellReader[rules.length];
        for (int i = 0; i < rules.length; i++) {
            cells[i] = new CellText();
            readers[i] = rules[i].reader();
        }
        this.subjectFrom = new int[subjects.length + 1];
        this.subjectTo = new int[subjects.length + 1];
        this.described = new boolean[subjects.length + 1];
    }

    /// @return false if the row is not written in the most usual way; then nothing is written
    boolean write(Chunk chunk, FieldCutter cut, long row, long record, Bytes out) {
        if (cut.count() != program.fields() || cut.hasStrayQuote() || !read(chunk, cut)) {
            return false;
        }
        int start = out.length();
        if (writeCells(row, record, out)) {
            return true;
        }
        out.cutTo(start);
        return false;
    }

    private boolean read(Chunk chunk, FieldCutter cut) {
        byte[] bytes = chunk.bytes();
        int fields = program.fields();
        for (int i = 0; i < rules.length; i++) {
            CellText cell = cells[i];
            if (i >= fields && rules[i].derived().isPresent()) {
                if (!derive(rules[i].derived().get(), cell)) {
                    return false;
                }
            } else if (i >= fields) {
                cell.set(bytes, 0, 0);
            } else if (cut.isDoubled(i)) {
                cell.setUndoubled(bytes, cut.start(i), cut.end(i), program.quote());
            } else {
                cell.set(bytes, cut.start(i), cut.end(i));
            }
            CellRule rule = rules[i];
            boolean empty = cell.from == cell.to;
            if (empty && rule.hasDefault()) {
                return false;
            }
            if (isNull(cell, rule.nulls())) {
                cell.setAbsent();
                if (rule.required()) {
                    return false;
                }
            } else if (!readers[i].read(cell)) {
                return false;
            }
            if (cell.absent && !empty && rule.refers()) {
                // a word that means there is no value does refer, see KeyChecker
                return false;
            }
        }
        return true;
    }

    /// @return false if something is wrong, which the reference path tells
    private boolean derive(RowProgram.Derived derived, CellText into) {
        DerivedCell.Result result =
                derived.cell().of(name -> canonical(derived.places().get(name)));
        if (!(result instanceof DerivedCell.Result.Written written)) {
            return false;
        }
        byte[] text = Bytes.of(written.text());
        into.set(text, 0, text.length);
        return true;
    }

    private String canonical(@Nullable Integer cell) {
        return cell == null ? "" : cells[cell].canonicalText();
    }

    private static boolean isNull(CellText cell, byte[][] nulls) {
        for (byte[] text : nulls) {
            if (cell.is(text)) {
                return true;
            }
        }
        return false;
    }

    private boolean writeCells(long row, long record, Bytes out) {
        RowLines standard = lines;
        if (standard != null) {
            writeRow(standard, row, record, out);
        }
        subjectTexts.cutTo(0);
        Arrays.fill(subjectTo, 0);
        Arrays.fill(described, false);
        for (Output output : outputs) {
            CellText cell = cells[output.cell()];
            boolean says = !cell.absent || (output.virtual() && output.value().isPresent());
            if (!says && standard == null) {
                continue;
            }
            int subject = output.subject() + 1;
            if (subjectTo[subject] == 0 && !subject(subject, row, record)) {
                return false;
            }
            if (standard != null && isNew(subject)) {
                out.put(standard.name());
                out.putNumber(row);
                out.put(standard.describes());
                putSubject(subject, out);
                out.put(program.end());
            }
            if (!says) {
                continue;
            }
            putSubject(subject, out);
            out.put(output.before());
            if (output.value().isEmpty()) {
                out.putEscaped(cell.bytes, cell.from, cell.to);
            } else if (!output.value().get().write(cells, row, record, out)) {
                return false;
            }
            out.put(output.after());
        }
        return true;
    }

    private void putSubject(int subject, Bytes out) {
        out.put(subjectTexts.array(), subjectFrom[subject], subjectTo[subject]);
    }

    private boolean subject(int subject, long row, long record) {
        subjectFrom[subject] = subjectTexts.length();
        if (subject == RowProgram.BLANK + 1) {
            subjectTexts.put(program.blankSubject());
            subjectTexts.putNumber(row);
        } else if (!subjects[subject - 1].write(cells, row, record, subjectTexts)) {
            return false;
        }
        subjectTo[subject] = subjectTexts.length();
        return true;
    }

    /// Whether this is the first time that the row is said to describe what stands there; several
    /// templates can yield the same.
    private boolean isNew(int subject) {
        if (described[subject]) {
            return false;
        }
        for (int i = 0; i < described.length; i++) {
            if (described[i]
                    && subjectTexts.sameAs(
                            subjectFrom[i],
                            subjectTo[i],
                            subjectFrom[subject],
                            subjectTo[subject])) {
                described[subject] = true;
                return false;
            }
        }
        described[subject] = true;
        return true;
    }

    private void writeRow(RowLines standard, long row, long record, Bytes out) {
        out.put(standard.before());
        putName(standard, row, out);
        out.put(program.end());
        putName(standard, row, out);
        out.put(standard.type());
        putName(standard, row, out);
        out.put(standard.number());
        out.putNumber(row);
        out.put(standard.afterNumber());
        putName(standard, row, out);
        out.put(standard.url());
        out.putNumber(record);
        out.put(standard.afterUrl());
    }

    private static void putName(RowLines standard, long row, Bytes out) {
        out.put(standard.name());
        out.putNumber(row);
    }

    /// A key of the row that was written last.
    ///
    /// @param number in the program
    /// @return empty if none of its cells has a value
    Bytes key(int number) {
        key.cutTo(0);
        boolean any = false;
        int[] columns = program.keys().get(number);
        for (int i = 0; i < columns.length; i++) {
            CellText cell = cells[columns[i]];
            if (i > 0) {
                key.put(BETWEEN);
            }
            if (!cell.absent) {
                any = true;
                putPart(cell);
            }
        }
        if (!any) {
            key.cutTo(0);
        }
        return key;
    }

    private void putPart(CellText cell) {
        for (int at = cell.canonicalFrom; at < cell.canonicalTo; at++) {
            byte b = cell.canonical[at];
            if (b == ESCAPE || b == BETWEEN) {
                key.put(ESCAPE);
                key.put(b == ESCAPE ? ESCAPE : (byte) 'x');
            } else {
                key.put(b);
            }
        }
    }
}
