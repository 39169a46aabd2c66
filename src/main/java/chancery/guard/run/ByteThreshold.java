package chancery.guard.run;

import org.apache.jena.atlas.data.ThresholdPolicy;
import org.apache.jena.sparql.engine.binding.Binding;

/// Rows go to disk when so many, or so many bytes of them, are in memory.
final class ByteThreshold implements ThresholdPolicy<Binding> {
    static final long BYTES = 8L << 20;

    private final int mostRows;
    private int rows;
    private long bytes;

    ByteThreshold(int mostRows) {
        this.mostRows = mostRows;
    }

    @Override
    public void increment(Binding row) {
        rows++;
        bytes += QueryBudget.sizeOf(row);
    }

    @Override
    public boolean isThresholdExceeded() {
        return rows >= mostRows || bytes >= BYTES;
    }

    @Override
    public void reset() {
        rows = 0;
        bytes = 0;
    }
}
