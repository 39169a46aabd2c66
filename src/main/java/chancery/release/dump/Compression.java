package chancery.release.dump;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;

/// How the files are compressed besides: gzip, which everything can read, and Zstandard, which is
/// smaller and faster.
enum Compression {
    GZIP(".gz", "application/gzip"),
    ZSTD(".zst", "application/zstd");

    /// Still a window of less than 8 MiB, as what is sent over HTTP must have (RFC 9659).
    private static final int LEVEL = 6;

    private final String ending;
    private final String mediaType;

    Compression(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    String ending() {
        return ending;
    }

    String mediaType() {
        return mediaType;
    }

    /// @return closes `file` when it is closed
    OutputStream into(OutputStream file) throws IOException {
        return switch (this) {
            case GZIP -> new GZIPOutputStream(file, 1 << 16);
            case ZSTD -> zstd(file);
        };
    }

    private static OutputStream zstd(OutputStream file) throws IOException {
        try {
            return new ZstdOutputStream(file, LEVEL).setChecksum(true);
        } catch (LinkageError e) {
            // its native part is unpacked into the folder for temporary files
            throw new IOException("found no way to load Zstandard: " + e.getMessage(), e);
        }
    }
}
