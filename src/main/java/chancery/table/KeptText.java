package chancery.table;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/// A text that can be looked at and read again from a place on that moves with the reading.
///
/// Places are counted from there. What was read is kept from there to where reading has come, so a
/// look beyond a line end needs the reader to have looked that far, as it must to see a CR LF.
final class KeptText extends Reader {
    private final Reader in;
    private final int most;
    private final StringBuilder kept = new StringBuilder();
    private int start;
    private boolean rewound;
    private @Nullable IOException broken;

    /// @param most how many characters it keeps
    KeptText(Reader in, int most) {
        this.in = in;
        this.most = most;
    }

    /// More would have to be kept than may be.
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(int most) {
            super("more than " + most + " characters in a record");
        }
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (rewound && start < kept.length()) {
            int count = Math.min(length, kept.length() - start);
            kept.getChars(start, start + count, into, offset);
            start += count;
            return count;
        }
        kept.delete(0, start);
        start = 0;
        if (kept.length() > most && !rewound) {
            throw new Full(most);
        }
        int count = readOn(into, offset, length);
        if (count > 0 && !rewound) {
            kept.append(into, offset, count);
        }
        return count;
    }

    /// What cannot be read on is not tried again: some streams go on behind the gap.
    private int readOn(char[] into, int offset, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        try {
            return in.read(into, offset, length);
        } catch (IOException e) {
            broken = e;
            throw e;
        }
    }

    /// Lets the next reads begin at the place; from then on nothing is kept.
    void rewind() {
        rewound = true;
    }

    void moveTo(int place) {
        start += place;
    }

    boolean isEnd(int place) {
        return start + place == kept.length();
    }

    boolean isAt(int place, char c) {
        return start + place < kept.length() && kept.charAt(start + place) == c;
    }

    String between(int from, int to) {
        return kept.substring(start + from, start + to);
    }

    /// @return where the line ends
    int lineEnd(int from) {
        int end = from;
        while (!isEnd(end) && !isAt(end, '\r') && !isAt(end, '\n')) {
            end++;
        }
        return end;
    }

    /// @return behind CR LF, CR or LF; the same place if there is none of them
    int afterLineEnd(int place) {
        if (isAt(place, '\r')) {
            return isAt(place + 1, '\n') ? place + 2 : place + 1;
        }
        return isAt(place, '\n') ? place + 1 : place;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
