package chancery.page.answer;

import java.util.ArrayList;
import java.util.List;

/// Places for the dots of a net: all push each other away, joints pull. The same net always gets
/// the same places.
///
/// @param xs in pixels, as the others
/// @param labelYs the middles of the labels, each above or below its dot, away from the joints
record Layout(List<Integer> xs, List<Integer> ys, List<Integer> labelYs, int width, int height) {
    private static final int ROUNDS = 300;

    private static final int EDGE = 12;
    private static final int MARGIN_ACROSS = 110;

    private static final int MARGIN_UP = 28;
    private static final double LINE = 18;

    /// From a dot to the middle of its label.
    private static final double LABEL = 14;

    Layout {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        labelYs = List.copyOf(labelYs);
    }

    int x(int dot) {
        return xs.get(dot);
    }

    int y(int dot) {
        return ys.get(dot);
    }

    int labelY(int dot) {
        return labelYs.get(dot);
    }

    /// @param labels lengths of the dots' labels, in characters
    /// @param joints pairs of dots, by number
    static Layout of(List<Integer> labels, List<int[]> joints) {
        int dots = labels.size();
        int width = dots <= 6 ? 640 : 920;
        int height = Math.max(200, Math.min(900, 120 + 26 * dots));
        return new Forces(dots, width - 2 * MARGIN_ACROSS, height - 2 * MARGIN_UP)
                .settled(joints)
                .sided(joints)
                .apart(labels)
                .layout(labels);
    }

    private static final class Forces {
        private final double[] x;
        private final double[] y;
        private final boolean[] isBelow;
        private final double across;
        private final double up;
        private final double distance;

        Forces(int dots, double across, double up) {
            this.x = new double[dots];
            this.y = new double[dots];
            this.isBelow = new boolean[dots];
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

        /// Labels stand where fewer joints come from.
        Forces sided(List<int[]> joints) {
            double[] from = new double[x.length];
            for (int[] joint : joints) {
                double down = Math.signum(y[joint[1]] - y[joint[0]]);
                from[joint[0]] += down;
                from[joint[1]] -= down;
            }
            for (int i = 0; i < x.length; i++) {
                isBelow[i] = from[i] < 0;
            }
            return this;
        }

        /// Moves dots down until no label stands upon another one or upon a dot.
        Forces apart(List<Integer> labels) {
            boolean isMoved = true;
            for (int round = 0; round < ROUNDS && isMoved; round++) {
                isMoved = false;
                for (int i = 0; i < x.length; i++) {
                    for (int j = 0; j < x.length; j++) {
                        boolean isLower = y[j] > y[i] || (y[j] == y[i] && j > i);
                        if (isLower && meet(i, j, labels)) {
                            y[j] += LINE / 3;
                            isMoved = true;
                        }
                    }
                }
            }
            return this;
        }

        private boolean meet(int i, int j, List<Integer> labels) {
            double apart = Math.abs(x[i] - x[j]);
            double one = half(labels.get(i));
            double other = half(labels.get(j));
            return (apart < one + other && Math.abs(label(i) - label(j)) < LINE)
                    || (apart < one + LABEL / 2 && Math.abs(label(i) - y[j]) < LABEL)
                    || (apart < other + LABEL / 2 && Math.abs(label(j) - y[i]) < LABEL);
        }

        private static double half(int label) {
            return Labelling.PIXELS_PER_CHARACTER * label / 2.0;
        }

        private double label(int dot) {
            return y[dot] + (isBelow[dot] ? LABEL : -LABEL);
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

        /// Without the empty edges.
        Layout layout(List<Integer> labels) {
            double left = Double.MAX_VALUE;
            double top = Double.MAX_VALUE;
            double right = 0;
            double bottom = 0;
            for (int i = 0; i < x.length; i++) {
                left = Math.min(left, x[i] - half(labels.get(i)));
                right = Math.max(right, x[i] + half(labels.get(i)));
                top = Math.min(top, Math.min(y[i], label(i)));
                bottom = Math.max(bottom, Math.max(y[i], label(i)));
            }
            List<Integer> xs = new ArrayList<>();
            List<Integer> ys = new ArrayList<>();
            List<Integer> labelYs = new ArrayList<>();
            for (int i = 0; i < x.length; i++) {
                xs.add((int) Math.round(x[i] - left) + EDGE);
                ys.add((int) Math.round(y[i] - top) + EDGE);
                labelYs.add((int) Math.round(label(i) - top) + EDGE);
            }
            return new Layout(
                    xs,
                    ys,
                    labelYs,
                    (int) Math.ceil(right - left) + 2 * EDGE,
                    (int) Math.ceil(bottom - top) + 2 * EDGE);
        }
    }
}
