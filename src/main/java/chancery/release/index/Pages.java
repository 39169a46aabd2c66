package chancery.release.index;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A file of pages, mapped into memory as a whole.
///
/// Thread-safe: never written.
final class Pages {
    static final int PAGE_BYTES = 8 * 1024;
    private static final int PAGE_BITS = 13;

    /// Pages in one mapping, of 1 GiB: one may not exceed 2 GiB.
    private static final int SEGMENT_BITS = 17;

    private final ByteBuffer[] segments;

    private Pages(ByteBuffer[] segments) {
        this.segments = segments;
    }

    static Pages map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            long most = 1L << (SEGMENT_BITS + PAGE_BITS);
            ByteBuffer[] segments = new ByteBuffer[(int) ((size + most - 1) / most)];
            for (int i = 0; i < segments.length; i++) {
                segments[i] =
                        channel.map(
                                FileChannel.MapMode.READ_ONLY,
                                i * most,
                                Math.min(most, size - i * most));
            }
            return new Pages(segments);
        }
    }

    /// Where the page is, from [#start] on.
    ByteBuffer segment(int page) {
        return segments[page >>> SEGMENT_BITS];
    }

    static int start(int page) {
        return (page & ((1 << SEGMENT_BITS) - 1)) << PAGE_BITS;
    }
}
