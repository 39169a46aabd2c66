package chancery.page.places;

import java.util.ArrayList;
import java.util.List;

/// Finds room on a drawing for names, none over another name or a mark.
final class Names {
    /// Of a letter, about, in units of the drawing.
    private static final double LETTER = 8.6;

    private static final double LINE = 19;
    private static final double GAP = 4;

    private final double width;
    private final List<Box> taken = new ArrayList<>();

    enum Side {
        LEFT,
        RIGHT,
        NONE
    }

    private record Box(double left, double top, double right, double bottom) {
        boolean meets(Box other) {
            return left < other.right
                    && other.left < right
                    && top < other.bottom
                    && other.top < bottom;
        }
    }

    Names(double width) {
        this.width = width;
    }

    /// A round mark takes its room.
    void mark(double x, double y, double radius) {
        double inner = radius * 0.8;
        taken.add(new Box(x - inner, y - inner, x + inner, y + inner));
    }

    /// Room for a name beside a mark, which is then taken.
    Side find(double x, double y, double radius, String name) {
        double length = LETTER * name.codePointCount(0, name.length());
        double right = x + radius + GAP;
        double left = x - radius - GAP;
        if (take(new Box(right, y - LINE / 2, right + length, y + LINE / 2))) {
            return Side.RIGHT;
        }
        return take(new Box(left - length, y - LINE / 2, left, y + LINE / 2))
                ? Side.LEFT
                : Side.NONE;
    }

    /// Room for a name around a point, which is then taken.
    boolean findAround(double x, double y, String name) {
        double half = LETTER * name.codePointCount(0, name.length()) / 2;
        return take(new Box(x - half, y - LINE / 2, x + half, y + LINE / 2));
    }

    private boolean take(Box box) {
        if (box.left < 0 || box.right > width || taken.stream().anyMatch(box::meets)) {
            return false;
        }
        return taken.add(box);
    }
}
