package chancery.map.compiled;

import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Lengths;
import chancery.describe.datatype.Format;
import java.util.Optional;

/// Strings, IRIs of ASCII, and the two words for true and false.
final class TextCells {
    /// The first of the three bytes of U+F000 to U+FFFF.
    private static final byte LAST_OF_BMP = (byte) 0xEF;

    private static final boolean[] OF_IRIS = new boolean[256];

    static {
        for (int c = '!'; c < 127; c++) {
            OF_IRIS[c] = "<>\"{}|\\^`".indexOf(c) < 0;
        }
    }

    private TextCells() {}

    /// @return empty if such texts are not compiled
    static Optional<CellReader> of(Datatype.Text type) {
        if (type.format() instanceof Format.Regex regex && type.base() == BaseType.STRING) {
            return PatternCells.of(regex.source(), type.lengths());
        }
        if (!(type.format() instanceof Format.Plain)) {
            return Optional.empty();
        }
        return switch (type.base()) {
            case STRING -> Optional.of(string(type.lengths()));
            case ANY_URI -> Optional.of(iri(type.lengths()));
            default -> Optional.empty();
        };
    }

    private static CellReader string(Lengths lengths) {
        boolean any = lengths.equals(Lengths.ANY);
        return cell -> {
            cell.canonicalAsIs();
            return isText(cell.bytes, cell.from, cell.to)
                    && (any || lengths.allow(characters(cell)));
        };
    }

    /// Whether there is no character that XML lacks: most control characters, U+FFFE and U+FFFF.
    private static boolean isText(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r') {
                return false;
            }
            if (b == LAST_OF_BMP
                    && (bytes[at + 1] & 0xFF) == 0xBF
                    && (bytes[at + 2] & 0xFF) >= 0xBE) {
                return false;
            }
        }
        return true;
    }

    private static int characters(CellText cell) {
        int count = 0;
        for (int at = cell.from; at < cell.to; at++) {
            // all but those that go on with a character
            count += (cell.bytes[at] & 0xC0) == 0x80 ? 0 : 1;
        }
        return count;
    }

    private static CellReader iri(Lengths lengths) {
        return cell -> {
            cell.canonicalAsIs();
            return isReference(cell.bytes, cell.from, cell.to) && lengths.allow(cell.length());
        };
    }

    /// As [chancery.check.IriSyntax#isReference], of ASCII alone.
    static boolean isReference(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            byte b = bytes[at];
            if (!OF_IRIS[b & 0xFF]
                    || (b == '%'
                            && (at + 2 >= to || !isHex(bytes[at + 1]) || !isHex(bytes[at + 2])))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHex(byte b) {
        return Character.digit(b, 16) >= 0;
    }

    static Optional<CellReader> of(Datatype.Truth type) {
        if (type.base() != BaseType.BOOLEAN) {
            return Optional.empty();
        }
        byte[] yes = Bytes.of(type.format() instanceof Format.TruthWords w ? w.yes() : "true");
        byte[] no = Bytes.of(type.format() instanceof Format.TruthWords w ? w.no() : "false");
        byte[] trueText = Bytes.of("true");
        byte[] falseText = Bytes.of("false");
        return Optional.of(
                cell -> {
                    boolean is = cell.is(yes);
                    if (!is && !cell.is(no)) {
                        return false;
                    }
                    byte[] lexical = is ? trueText : falseText;
                    cell.set(lexical, 0, lexical.length);
                    cell.canonicalAsIs();
                    return true;
                });
    }
}
