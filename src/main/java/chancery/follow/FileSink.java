package chancery.follow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Writes bytes into a file and makes their digest meanwhile.
///
/// Parts that are all zeros are not written but left out, as holes: the files of a database are
/// mostly holes, and take no more room here than where they were made.
final class FileSink implements Receiving.Sink, AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final FileChannel channel;
    private final MessageDigest digest;
    private long position;

    private FileSink(Path file, FileChannel channel, MessageDigest digest, long position) {
        this.file = file;
        this.channel = channel;
        this.digest = digest;
        this.position = position;
    }

    /// Writing the file could not go on.
    static final class CannotWrite extends IOException {
        private static final long serialVersionUID = 1L;

        CannotWrite(Path file, IOException cause) {
            super("%s: found it not writable (%s)".formatted(file, cause.getMessage()), cause);
        }
    }

    /// @param from bytes of it that are kept; the rest goes
    static FileSink open(Path file, long from) throws CannotWrite {
        try {
            FileChannel channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            try {
                channel.truncate(from);
                return new FileSink(file, channel, digestOf(channel, from), from);
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new CannotWrite(file, e);
        }
    }

    private static MessageDigest digestOf(FileChannel channel, long length) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        channel.position(0);
        // not closed: the channel goes on
        InputStream in = Channels.newInputStream(channel);
        byte[] part = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = in.read(part, 0, (int) Math.min(part.length, left));
            if (read < 0) {
                throw new IOException("it is shorter than it was");
            }
            digest.update(part, 0, read);
            left -= read;
        }
        return digest;
    }

    @Override
    public boolean take(ByteBuffer bytes) throws CannotWrite {
        try {
            digest.update(bytes.duplicate());
            int length = bytes.remaining();
            if (!isNothing(bytes)) {
                long at = position;
                while (bytes.hasRemaining()) {
                    at += channel.write(bytes, at);
                }
            }
            position += length;
            return true;
        } catch (IOException e) {
            throw new CannotWrite(file, e);
        }
    }

    private static boolean isNothing(ByteBuffer bytes) {
        for (int i = bytes.position(); i < bytes.limit(); i++) {
            if (bytes.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /// Bytes that the file has by now, the holes among them.
    long length() {
        return position;
    }

    /// Digest of all that is in it; once.
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Makes the file as long as what was taken, also where that ends in a hole.
    @Override
    public void close() throws CannotWrite {
        try (channel) {
            if (channel.size() < position) {
                channel.write(ByteBuffer.allocate(1), position - 1);
            }
        } catch (IOException e) {
            throw new CannotWrite(file, e);
        }
    }
}
