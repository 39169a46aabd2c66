package chancery.follow;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Hands on the bytes of an answer as they come; a part is asked for when the one before it was
/// taken.
final class Receiving implements BodySubscriber<Long> {
    /// Where the bytes go.
    interface Sink {
        /// @return whether it wants more
        boolean take(ByteBuffer bytes) throws IOException;
    }

    private final Sink sink;
    private final AtomicLong progress;
    private final CompletableFuture<Long> whole = new CompletableFuture<>();
    private volatile Flow.@Nullable Subscription subscription;
    private long bytes;

    /// @param progress grows with every part, so that somebody else sees that something comes
    Receiving(Sink sink, AtomicLong progress) {
        this.sink = sink;
        this.progress = progress;
    }

    /// For an answer whose bytes cannot be taken.
    static Receiving failed(IOException cause) {
        Receiving failed = new Receiving(bytes -> false, new AtomicLong());
        failed.whole.completeExceptionally(cause);
        return failed;
    }

    /// The number of bytes, when all have been taken.
    @Override
    public CompletionStage<Long> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        Flow.Subscription source = subscription;
        if (source == null || whole.isDone()) {
            return;
        }
        try {
            for (ByteBuffer part : parts) {
                bytes += part.remaining();
                if (!sink.take(part)) {
                    source.cancel();
                    whole.complete(bytes);
                    return;
                }
            }
            progress.addAndGet(1);
            source.request(1);
        } catch (IOException | RuntimeException e) {
            source.cancel();
            whole.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable cause) {
        whole.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes);
    }
}
