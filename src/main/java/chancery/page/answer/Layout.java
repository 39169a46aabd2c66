package chancery.page.answer;

import java.util.Arrays;
import java.util.List;

/// Places for the dots of a net: all push each other away, joints pull. The same net always gets
/// the same places.
///
/// @param xs in pixels, as the next three
record Layout(List<Integer> xs, List<Integer> ys, int width, int height) {
    private static final int ROUNDS = 300;

    /// For the labels, which are to the right of their dots or below.
    private static final int MARGIN_ACROSS = 110;

    private static final int MARGIN_UP = 28;
    private static final double PIXELS_PER_CHARACTER = 6.5;
    private static final double LINE = 18;

    Layout {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
    }

    int x(int dot) {
        return xs.get(dot);
    }

    int y(int dot) {
        return ys.get(dot);
    }

    /// @param labels lengths of the dots' labels, in characters
    /// @param joints pairs of dots, by number
    static Layout of(List<Integer> labels, List<int[]> joints) {
        int dots = labels.size();
        int width = dots <= 6 ? 640 : 920;
        int height = Math.max(200, Math.min(900, 120 + 26 * dots));
        return new Forces(dots, width - 2 * MARGIN_ACROSS, height - 2 * MARGIN_UP)
                .settled(joints)
                .apart(labels)
                .layout(width, height);
    }

    private static final class Forces {
        private final double[] x;
        private final double[] y;
        private final double across;
        private final double up;
        private final double distance;

        Forces(int dots, double across, double up) {
            this.x = new double[dots];
            this.y = new double[dots];
            this.across = across;
            this.up = up;
            this.distance = Math.sqrt(across * up / dots);
            for (int i = 0; i < dots; i++) {
                // a spiral of the golden angle, so that no two begin in one line
                double angle = 2.399963 * i;
                double radius = Math.sqrt((i + 0.5) / dots) / 2;
                x[i] = across * (0.5 + radius * StrictMath.cos(angle));
                y[i] = up * (0.5 + radius * StrictMath.sin(angle));
            }
        }

        Forces settled(List<int[]> joints) {
            for (int round = 0; round < ROUNDS; round++) {
                double[] dx = new double[x.length];
                double[] dy = new double[x.length];
                push(dx, dy);
                joints.forEach(joint -> pull(joint[0], joint[1], dx, dy));
                double most = across / 8 * (1 - (double) round / ROUNDS) + 0.5;
                for (int i = 0; i < x.length; i++) {
                    double length = Math.max(0.01, StrictMath.hypot(dx[i], dy[i]));
                    double step = Math.min(length, most);
                    x[i] = within(x[i] + dx[i] / length * step, across);
                    y[i] = within(y[i] + dy[i] / length * step, up);
                }
            }
            return this;
        }

        /// Moves dots down until no label stands upon another one.
        Forces apart(List<Integer> labels) {
            boolean isMoved = true;
            for (int round = 0; round < ROUNDS && isMoved; round++) {
                isMoved = false;
                for (int i = 0; i < x.length; i++) {
                    for (int j = 0; j < x.length; j++) {
                        double room = PIXELS_PER_CHARACTER * (labels.get(i) + labels.get(j)) / 2.0;
                        boolean isBelow = y[j] > y[i] || (y[j] == y[i] && j > i);
                        if (isBelow && y[j] - y[i] < LINE && Math.abs(x[i] - x[j]) < room) {
                            y[j] = y[i] + LINE;
                            isMoved = true;
                        }
                    }
                }
            }
            return this;
        }

        private void push(double[] dx, double[] dy) {
            for (int i = 0; i < x.length; i++) {
                for (int j = i + 1; j < x.length; j++) {
                    double toX = x[i] - x[j];
                    // labels are wide and low: dots side by side need more room
                    double toY = 2 * (y[i] - y[j]);
                    double square = Math.max(1, toX * toX + toY * toY);
                    double force = distance * distance / square;
                    dx[i] += toX * force;
                    dx[j] -= toX * force;
                    dy[i] += toY * force;
                    dy[j] -= toY * force;
                }
            }
        }

        private void pull(int one, int other, double[] dx, double[] dy) {
            double toX = x[other] - x[one];
            double toY = y[other] - y[one];
            double force = StrictMath.hypot(toX, toY) / distance;
            dx[one] += toX * force;
            dx[other] -= toX * force;
            dy[one] += toY * force;
            dy[other] -= toY * force;
        }

        private static double within(double value, double most) {
            return Math.max(0, Math.min(most, value));
        }

        Layout layout(int width, int height) {
            return new Layout(
                    Arrays.stream(x).mapToObj(it -> MARGIN_ACROSS + (int) Math.round(it)).toList(),
                    Arrays.stream(y).mapToObj(it -> MARGIN_UP + (int) Math.round(it)).toList(),
                    width,
                    (int) Math.max(height, 2 * MARGIN_UP + Arrays.stream(y).max().orElse(0)));
        }
    }
}
