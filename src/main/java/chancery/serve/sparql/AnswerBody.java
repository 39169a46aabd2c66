package chancery.serve.sparql;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/// The body of an answer while it is being made.
///
/// What is made is kept back until it is too much to keep; only then does the answer begin to be
/// sent. So an answer that fails early still gets a status of its own, and one that is kept to its
/// end occupies nobody while a slow client reads it. A copy of what is sent is kept besides, up to
/// a limit of its own, for those who ask again.
///
/// Not thread-safe.
public final class AnswerBody extends OutputStream {
    /// What is kept back.
    public static final int WHOLE_BYTES = 1 << 20;

    /// Begins to send.
    public interface Opening {
        /// Called once, when headers can no longer wait.
        ///
        /// @return where the body goes, coded as it is to be
        OutputStream open() throws IOException;
    }

    private final long maxBytes;
    private final long copyBytes;
    private final Opening opening;
    private final Kept kept = new Kept();
    private Optional<OutputStream> out = Optional.empty();
    private Runnable beforeSending = () -> {};
    private long bytes;
    private boolean isFinished;

    /// @param maxBytes  of the answer before it is coded
    /// @param copyBytes up to which an answer is still kept that has begun to be sent
    public AnswerBody(long maxBytes, long copyBytes, Opening opening) {
        this.maxBytes = maxBytes;
        this.copyBytes = copyBytes;
        this.opening = opening;
    }

    /// What is to be done before something is sent, which may take as long as the client likes.
    public void beforeSending(Runnable action) {
        beforeSending = action;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /// @throws AnswerTooLarge when it gets longer than it may
    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        bytes += length;
        if (bytes > maxBytes) {
            throw new AnswerTooLarge("bytes", maxBytes);
        }
        if (out.isEmpty() && bytes > WHOLE_BYTES) {
            beforeSending.run();
            OutputStream opened = opening.open();
            out = Optional.of(opened);
            kept.writeTo(opened);
        }
        if (out.isPresent()) {
            beforeSending.run();
            out.get().write(some, from, length);
        }
        if (bytes <= Math.max(copyBytes, WHOLE_BYTES)) {
            kept.write(some, from, length);
        } else {
            kept.forget();
        }
    }

    /// Writers flush as they please; nothing is sent earlier for that.
    @Override
    public void flush() {}

    /// All has been written.
    public void finish() throws IOException {
        if (out.isPresent()) {
            beforeSending.run();
            out.get().close();
        }
        isFinished = true;
    }

    /// Whether sending has begun.
    public boolean isStreaming() {
        return out.isPresent();
    }

    /// Whether sending has begun and the end was not reached: then nobody may take what was sent
    /// for an answer.
    public boolean isCutShort() {
        return isStreaming() && !isFinished;
    }

    /// The whole, if it was finished and nothing of it has been sent.
    public Optional<byte[]> whole() {
        return isFinished && !isStreaming() ? Optional.of(kept.toByteArray()) : Optional.empty();
    }

    /// The whole, if it was finished and had not grown too long to be kept, sent or not.
    public Optional<byte[]> copy() {
        return isFinished && bytes <= Math.max(copyBytes, WHOLE_BYTES)
                ? Optional.of(kept.toByteArray())
                : Optional.empty();
    }

    private static final class Kept extends ByteArrayOutputStream {
        Kept() {
            super(8 * 1024);
        }

        void forget() {
            buf = new byte[0];
            count = 0;
        }
    }
}
