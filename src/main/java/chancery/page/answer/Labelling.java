package chancery.page.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds room for the labels of a net, none over another one or a dot.
final class Labelling {
    static final double PIXELS_PER_CHARACTER = 6.5;

    private static final double HALF_A_LINE = 7.5;
    private static final double HALF_A_DOT = 6;

    /// Where along a joint its label may stand, the middle first.
    private static final double[] ALONG = {0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78};

    private final List<Box> taken = new ArrayList<>();

    private record Box(double left, double top, double right, double bottom) {
        static Box of(double x, double y, double halfWidth, double halfHeight) {
            return new Box(x - halfWidth, y - halfHeight, x + halfWidth, y + halfHeight);
        }

        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    /// A place on a joint.
    record Place(int x, int y) {}

    /// @param labelY the middle of its label, above or below the dot
    void dot(double x, double y, double labelY, String label) {
        taken.add(Box.of(x, y, HALF_A_DOT, HALF_A_DOT));
        taken.add(Box.of(x, labelY, halfWidth(label), HALF_A_LINE));
    }

    /// @return the middle of its label; empty where there is no room
    Optional<Place> joint(double x1, double y1, double x2, double y2, String label) {
        for (double share : ALONG) {
            double x = x1 + share * (x2 - x1);
            double y = y1 + share * (y2 - y1);
            Box box = Box.of(x, y, halfWidth(label), HALF_A_LINE);
            if (taken.stream().noneMatch(box::meets)) {
                taken.add(box);
                return Optional.of(new Place((int) Math.round(x), (int) Math.round(y)));
            }
        }
        return Optional.empty();
    }

    private static double halfWidth(String label) {
        return PIXELS_PER_CHARACTER * label.codePointCount(0, label.length()) / 2;
    }
}
