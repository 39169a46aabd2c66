package chancery.table.bytes;

import chancery.table.Dialect;

/// The bytes by which a dialect cuts records and fields.
///
/// @param quote [#NONE] if nothing is quoted
/// @param comment [#NONE] if no row is a comment
record Signs(byte delimiter, int quote, int comment) {
    /// No byte has this value.
    static final int NONE = 256;

    static Signs of(Dialect dialect) {
        Character quote = dialect.quoteChar();
        String prefix = dialect.commentPrefix();
        return new Signs(
                (byte) dialect.delimiter().charAt(0),
                quote == null ? NONE : quote,
                prefix == null || prefix.isEmpty() ? NONE : prefix.charAt(0));
    }

    /// The bytes at which a field that is not quoted may end, by their values.
    boolean[] endsOfFields() {
        boolean[] ends = new boolean[NONE + 1];
        ends[delimiter] = true;
        ends['\n'] = true;
        ends['\r'] = true;
        return ends;
    }
}
