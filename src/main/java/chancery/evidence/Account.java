package chancery.evidence;

import java.util.HashMap;
import java.util.Map;

/// What has been verified of one source so far.
final class Account {
    private enum State {
        SUPPORTED,
        EXCUSED,
        FAILED
    }

    private final Map<Passage, State> checked = new HashMap<>();
    private int rows;
    private int excusedRows;

    /// @param failed whether the row has a finding
    /// @param withText whether the text was there to look into
    void add(EvidencedRow row, boolean failed, boolean withText) {
        rows++;
        excusedRows += row.excuses().isEmpty() ? 0 : 1;
        if (withText) {
            State held = row.excuses().isEmpty() ? State.SUPPORTED : State.EXCUSED;
            State state = failed ? State.FAILED : held;
            for (Passage passage : row.passages()) {
                checked.merge(passage, state, Account::worse);
            }
        }
    }

    private static State worse(State one, State other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /// @param registered how many passages of the source passages.csv has
    Tally tally(int registered) {
        return new Tally(
                registered,
                checked.size(),
                in(State.SUPPORTED),
                in(State.EXCUSED),
                rows,
                excusedRows);
    }

    private int in(State state) {
        return (int) checked.values().stream().filter(state::equals).count();
    }
}
