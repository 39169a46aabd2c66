package chancery.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// A table of invented events: eleven columns, any number of rows up to a thousand million,
/// about 199 bytes a row.
///
/// Each row depends on the seed and on its number alone, so the first rows of a long table are
/// those of a short one. Some cells are empty, in such shares that 10.37 triples a row result.
/// The ids are all different and in no order.
public final class EventTable {
    /// The seed of every published figure.
    public static final long SEED = 20_020_125L;

    /// Ids have nine digits.
    public static final long ROWS_AT_MOST = 1_000_000_000L;

    static final String HEADER = "id,date,type,actor1,actor2,label,amount,people,lat,lon,source\n";

    private static final int LONGEST_ROW = 512;
    private static final int FIRST_YEAR = 1950;
    private static final int LAST_YEAR = 2024;

    private final long seed;
    private final byte[][] dates = dates();
    private final byte[] buffer = new byte[1 << 16];
    private int end;
    private long state;

    public EventTable(long seed) {
        this.seed = seed;
    }

    /// Writes the header and the rows 1 to `rows`, UTF-8, lines ended by LF.
    public void write(long rows, OutputStream out) throws IOException {
        if (rows < 0 || rows > ROWS_AT_MOST) {
            throw new IllegalArgumentException(
                    "found " + rows + " rows, expected 0 to " + ROWS_AT_MOST);
        }
        end = 0;
        put(HEADER.getBytes(StandardCharsets.UTF_8));
        for (long row = 1; row <= rows; row++) {
            if (end > buffer.length - LONGEST_ROW) {
                out.write(buffer, 0, end);
                end = 0;
            }
            putRow(row);
        }
        out.write(buffer, 0, end);
        out.flush();
    }

    private void putRow(long row) {
        // another step than that of below(), or neighbours would draw the same numbers one after
        // the other
        state = mixed(seed + row * 0xD1342543DE82EF95L);
        put('E');
        // a step without common divisor with the number of ids meets each of them once
        putDigits((row * 700_001L + 123_456_789L) % ROWS_AT_MOST, 9);
        put(',');
        put(dates[below(dates.length)]);
        put(',');
        put(Words.TYPES[below(Words.TYPES.length)]);
        put(',');
        putActor();
        put(',');
        if (below(100) >= 15) {
            putActor();
        }
        put(',');
        if (below(100) >= 3) {
            putLabel();
        }
        put(',');
        if (below(100) >= 20) {
            putNumber(below(1_000_000));
            put('.');
            putDigits(below(100), 2);
        }
        put(',');
        if (below(100) >= 10) {
            putNumber(below(100_001));
        }
        put(',');
        boolean placed = below(100) >= 6;
        if (placed) {
            putDegrees(90);
        }
        put(',');
        if (placed) {
            putDegrees(180);
        }
        put(',');
        if (below(100) >= 3) {
            putSource();
        }
        put('\n');
    }

    private void putActor() {
        put('N');
        putDigits(below(5_000), 4);
    }

    private void putSource() {
        put(Words.ARCHIVE);
        putDigits(FIRST_YEAR + below(LAST_YEAR - FIRST_YEAR + 1), 4);
        put(Words.NUMBER);
        putDigits(below(10_000), 4);
        put(Words.PAGE);
        putDigits(below(1_000), 4);
    }

    /// A third of the labels need quotes around them, for a comma or for quotes inside.
    private void putLabel() {
        int kind = below(100);
        boolean comma = kind < 25;
        boolean quotes = kind >= 20 && kind < 33;
        if (comma || quotes) {
            put('"');
        }
        put(Words.MANNERS[below(Words.MANNERS.length)]);
        put(' ');
        put(Words.MEETINGS[below(Words.MEETINGS.length)]);
        put(Words.ABOUT);
        put(Words.MATTERS[below(Words.MATTERS.length)]);
        if (quotes) {
            put(Words.CALLED);
            put(Words.NICKNAMES[below(Words.NICKNAMES.length)]);
            put('"');
            put('"');
        }
        put(comma ? Words.COMMA_IN : Words.IN);
        put(Words.PLACES[below(Words.PLACES.length)]);
        if (comma || quotes) {
            put('"');
        }
    }

    private void putDegrees(int limit) {
        int hundredThousandths = below(2 * limit * 100_000 + 1) - limit * 100_000;
        if (hundredThousandths < 0) {
            put('-');
            hundredThousandths = -hundredThousandths;
        }
        putNumber(hundredThousandths / 100_000);
        put('.');
        putDigits(hundredThousandths % 100_000, 5);
    }

    private void putNumber(int number) {
        int digits = 1;
        for (int rest = number; rest > 9; rest /= 10) {
            digits++;
        }
        putDigits(number, digits);
    }

    private void putDigits(long number, int digits) {
        long rest = number;
        for (int at = end + digits - 1; at >= end; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += digits;
    }

    private void put(char ascii) {
        buffer[end++] = (byte) ascii;
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
    }

    /// SplitMix64, the upper half of its product with the bound.
    private int below(int bound) {
        state += 0x9E3779B97F4A7C15L;
        return (int) (((mixed(state) >>> 32) * bound) >>> 32);
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private static byte[][] dates() {
        LocalDate first = LocalDate.of(FIRST_YEAR, 1, 1);
        int days = (int) (LocalDate.of(LAST_YEAR, 12, 31).toEpochDay() - first.toEpochDay()) + 1;
        byte[][] dates = new byte[days][];
        for (int day = 0; day < days; day++) {
            dates[day] = first.plusDays(day).toString().getBytes(StandardCharsets.UTF_8);
        }
        return dates;
    }
}
