package chancery.check.keys;

import java.io.IOException;
import java.util.List;

/// Several sorted runs passed as one.
final class Merged implements Run {
    /// A heap: no run stands behind those at twice its place, plus one and plus two.
    private final Run[] heap;

    private int size;
    private boolean begun;

    /// @param runs none of them begun
    Merged(List<Run> runs) throws IOException {
        this.heap = new Run[runs.size()];
        for (Run run : runs) {
            if (run.next()) {
                heap[size++] = run;
            }
        }
        for (int i = size / 2 - 1; i >= 0; i--) {
            sink(i);
        }
    }

    @Override
    public boolean next() throws IOException {
        if (begun && size > 0) {
            if (!heap[0].next()) {
                size--;
                heap[0] = heap[size];
            }
            sink(0);
        }
        begun = true;
        return size > 0;
    }

    @Override
    public long word(int word) {
        return heap[0].word(word);
    }

    private void sink(int from) {
        Run sinking = heap[from];
        int at = from;
        for (int child = 2 * at + 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && !heap[child].isAtMost(heap[child + 1])) {
                child++;
            }
            if (sinking.isAtMost(heap[child])) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = sinking;
    }
}
