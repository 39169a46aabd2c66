package chancery.release.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/// A B+tree of records that are keys alone: so many numbers of 64 bits, in unsigned order.
///
/// A node page has a kind (a byte) and a count (three), then the records, the highest each of what
/// lies below its pointer, then one pointer more. A page of records has a count and a link, which
/// says nothing once pages were copied.
///
/// Thread-safe.
final class Tree {
    private static final int NODE_HEADER = 4;
    private static final int RECORDS_HEADER = 8;
    private static final int ABOVE_RECORDS = 7;
    private static final int COUNT = 0xffffff;

    private final Pages nodes;
    private final Pages records;
    private final int root;
    private final int recordBytes;
    private final int pointers;

    /// @param name     of its files, without their endings
    /// @param root     number of the page at the top
    /// @param width    numbers in a record
    /// @param maxInNode records for which a node page has room
    Tree(Path folder, String name, int root, int width, int maxInNode) throws IOException {
        this.nodes = Pages.map(folder.resolve(name + ".idn"));
        this.records = Pages.map(folder.resolve(name + ".dat"));
        this.root = root;
        this.recordBytes = width * Long.BYTES;
        this.pointers = NODE_HEADER + maxInNode * recordBytes;
    }

    /// @param prefix what the records begin with, which are wanted; none for all
    Cursor from(long[] prefix) {
        return new Cursor(prefix);
    }

    /// A way through the records that begin alike, in order. Not thread-safe.
    final class Cursor {
        private static final int DEEPEST = 16;

        private final long[] prefix;
        private final int[] pages = new int[DEEPEST];
        private final int[] slots = new int[DEEPEST];
        private int depth;
        private ByteBuffer leaf;
        private int start;
        private int position;
        private int count;

        private Cursor(long[] prefix) {
            this.prefix = prefix;
            this.leaf = descend(root, true);
        }

        /// Goes to the next record.
        ///
        /// @return whether there is one
        boolean next() {
            position++;
            while (position >= count) {
                if (!nextLeaf()) {
                    return false;
                }
            }
            return compare(leaf, start + RECORDS_HEADER + position * recordBytes) == 0;
        }

        /// A number of the record.
        long get(int i) {
            return leaf.getLong(start + RECORDS_HEADER + position * recordBytes + i * Long.BYTES);
        }

        /// @param isFirst whether to look for the prefix, or for what is leftmost
        private ByteBuffer descend(int from, boolean isFirst) {
            int page = from;
            while (true) {
                ByteBuffer node = nodes.segment(page);
                int at = Pages.start(page);
                int header = node.getInt(at);
                int slot = isFirst ? lowest(node, at + NODE_HEADER, header & COUNT) : 0;
                int below = node.getInt(at + pointers + slot * Integer.BYTES);
                pages[depth] = page;
                slots[depth] = slot;
                depth++;
                if (header >>> 24 == ABOVE_RECORDS) {
                    return open(below, isFirst);
                }
                page = below;
            }
        }

        private ByteBuffer open(int page, boolean isFirst) {
            leaf = records.segment(page);
            start = Pages.start(page);
            count = leaf.getInt(start);
            position = (isFirst ? lowest(leaf, start + RECORDS_HEADER, count) : 0) - 1;
            return leaf;
        }

        private boolean nextLeaf() {
            while (depth > 0) {
                int page = pages[depth - 1];
                int slot = slots[depth - 1] + 1;
                ByteBuffer node = nodes.segment(page);
                int at = Pages.start(page);
                int header = node.getInt(at);
                if (slot <= (header & COUNT)) {
                    slots[depth - 1] = slot;
                    int below = node.getInt(at + pointers + slot * Integer.BYTES);
                    if (header >>> 24 == ABOVE_RECORDS) {
                        open(below, false);
                    } else {
                        descend(below, false);
                    }
                    position = 0;
                    return true;
                }
                depth--;
            }
            return false;
        }

        /// The first record that is not below the prefix.
        private int lowest(ByteBuffer page, int from, int size) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (compare(page, from + middle * recordBytes) < 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private int compare(ByteBuffer page, int at) {
            for (int i = 0; i < prefix.length; i++) {
                int order = Long.compareUnsigned(page.getLong(at + i * Long.BYTES), prefix[i]);
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
