package chancery.follow;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/// Requests to the server that publishes, one at a time.
///
/// Redirects are followed on the same server alone. There is no limit to how long an answer takes,
/// for a file may be large and a line slow, but something has to come all the time.
final class Exchanges implements AutoCloseable {
    private static final int MOST_REDIRECTS = 5;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final long GLANCE_MILLIS = 200;

    private final Origin origin;
    private final Duration patience;
    private final AtomicBoolean isClosed = new AtomicBoolean();
    private final AtomicLong progress = new AtomicLong();
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT)
                    .build();

    /// @param patience how long nothing may come
    Exchanges(Origin origin, Duration patience) {
        this.origin = origin;
        this.patience = patience;
    }

    Origin origin() {
        return origin;
    }

    /// What takes the body of an answer.
    interface Taker {
        Receiving.Sink take(HttpResponse.ResponseInfo answer) throws IOException;
    }

    /// @param headers of the request
    /// @param taker   asked once the status is known; not for redirects
    HttpResponse<Long> get(String name, Map<String, String> headers, Taker taker)
            throws CannotFollow {
        URI at = origin.of(name);
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse<Long> answer = send(at, headers, taker);
            if (!isRedirect(answer.statusCode())) {
                return answer;
            }
            URI next = location(at, answer);
            if (!origin.isSame(next)) {
                throw new CannotFollow(
                        "%s: found a redirect to %s, expected none that leads to another server"
                                .formatted(at, Origin.shown(next.toString())));
            }
            at = next;
        }
        throw new CannotFollow(
                "%s: found more than %d redirects, expected a file"
                        .formatted(origin.of(name), MOST_REDIRECTS));
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    }

    private static URI location(URI at, HttpResponse<Long> answer) throws CannotFollow {
        String given = answer.headers().firstValue("Location").orElse("");
        try {
            return at.resolve(given);
        } catch (IllegalArgumentException e) {
            throw new CannotFollow(
                    "%s: found a redirect to \"%s\", expected an address"
                            .formatted(at, Origin.shown(given)),
                    e);
        }
    }

    private HttpResponse<Long> send(URI at, Map<String, String> headers, Taker taker)
            throws CannotFollow {
        HttpRequest.Builder request = HttpRequest.newBuilder(at).GET();
        headers.forEach(request::header);
        return await(at, client.sendAsync(request.build(), info -> receiving(info, taker)));
    }

    private Receiving receiving(HttpResponse.ResponseInfo info, Taker taker) {
        progress.incrementAndGet();
        if (isRedirect(info.statusCode())) {
            return new Receiving(bytes -> false, progress);
        }
        try {
            return new Receiving(taker.take(info), progress);
        } catch (IOException e) {
            return Receiving.failed(e);
        }
    }

    private HttpResponse<Long> await(URI at, CompletableFuture<HttpResponse<Long>> answer)
            throws CannotFollow {
        long seen = progress.get();
        long since = System.nanoTime();
        while (true) {
            try {
                return answer.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException waits) {
                if (progress.get() != seen) {
                    seen = progress.get();
                    since = System.nanoTime();
                }
                boolean isOver = System.nanoTime() - since > patience.toNanos();
                if (isOver || isClosed.get()) {
                    answer.cancel(true);
                    throw new CannotFollow(
                            isOver
                                    ? "%s: found nothing coming for %d seconds, expected an answer"
                                            .formatted(at, patience.toSeconds())
                                    : at + ": stopping",
                            waits);
                }
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw new CannotFollow(at + ": interrupted", e);
            } catch (ExecutionException e) {
                throw refusal(at, e);
            }
        }
    }

    private static CannotFollow refusal(URI at, ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof FileSink.CannotWrite) {
                return CannotFollow.noRoom(String.valueOf(each.getMessage()), cause);
            }
            if (each instanceof UnknownHostException
                    || each instanceof UnresolvedAddressException) {
                return new CannotFollow(at + ": found no such host", cause);
            }
        }
        if (cause instanceof ConnectException) {
            return new CannotFollow(at + ": found nobody who answers", cause);
        }
        if (cause instanceof IOException) {
            String why = Objects.requireNonNullElse(cause.getMessage(), cause.toString());
            return new CannotFollow(
                    "%s: found no whole answer (%s)".formatted(at, Origin.shown(why)), cause);
        }
        throw new IllegalStateException(at.toString(), cause);
    }

    /// Lets a request that is under way end at once.
    @Override
    public void close() {
        isClosed.set(true);
        client.shutdown();
    }

    boolean isClosed() {
        return isClosed.get();
    }
}
