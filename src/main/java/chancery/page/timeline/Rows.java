package chancery.page.timeline;

import java.util.ArrayList;
import java.util.List;

/// Puts boxes into rows so that none lies over another: each into the first row in which it is
/// free. Boxes come in any order.
final class Rows {
    private static final double APART = 6;

    private final int most;
    private final List<List<double[]>> rows = new ArrayList<>();

    /// @param most rows; what fits into none of them is not placed
    Rows(int most) {
        this.most = most;
    }

    /// @return the row, from 0; -1 if there is none
    int place(double left, double right) {
        for (int row = 0; row < rows.size(); row++) {
            if (isFree(rows.get(row), left, right)) {
                rows.get(row).add(new double[] {left, right});
                return row;
            }
        }
        if (rows.size() == most) {
            return -1;
        }
        rows.add(new ArrayList<>(List.of(new double[] {left, right})));
        return rows.size() - 1;
    }

    /// Whether there is a row for it.
    boolean hasRoom(double left, double right) {
        return rows.size() < most || rows.stream().anyMatch(row -> isFree(row, left, right));
    }

    int count() {
        return rows.size();
    }

    private static boolean isFree(List<double[]> row, double left, double right) {
        for (double[] taken : row) {
            if (left < taken[1] + APART && taken[0] < right + APART) {
                return false;
            }
        }
        return true;
    }
}
