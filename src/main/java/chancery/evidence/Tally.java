package chancery.evidence;

/// What the gate found about one source.
///
/// @param passages how many are registered
/// @param checked passages that rows cite and whose text was there
/// @param supported those of them whose rows hold without an excuse
/// @param excused those that hold, with a stated reason for something in a row
/// @param rows how many rows cite the source
/// @param excusedRows how many of them carry an excuse
public record Tally(
        int passages, int checked, int supported, int excused, int rows, int excusedRows) {
    private static final int AT_MOST_ONE_IN = 10;

    public Tally plus(Tally other) {
        return new Tally(
                passages + other.passages,
                checked + other.checked,
                supported + other.supported,
                excused + other.excused,
                rows + other.rows,
                excusedRows + other.excusedRows);
    }

    boolean tooManyExcuses() {
        return excusedRows * AT_MOST_ONE_IN > rows;
    }
}
