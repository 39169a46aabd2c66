package chancery.release.sort;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Reads sorted entries without those that others have too.
final class LeftOut implements EntryCursor {
    private final EntryCursor entries;
    private final EntryCursor others;
    private byte @Nullable [] other;

    LeftOut(SortedEntries entries, SortedEntries others) throws IOException {
        this.others = others.open();
        boolean open = false;
        try {
            this.other = this.others.next();
            this.entries = entries.open();
            open = true;
        } finally {
            if (!open) {
                this.others.close();
            }
        }
    }

    @Override
    public byte @Nullable [] next() throws IOException {
        for (byte[] entry = entries.next(); entry != null; entry = entries.next()) {
            byte[] left = other;
            while (left != null && Entry.ORDER.compare(left, entry) < 0) {
                left = others.next();
            }
            other = left;
            if (left == null || Entry.ORDER.compare(left, entry) != 0) {
                return entry;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        try {
            entries.close();
        } finally {
            others.close();
        }
    }
}
