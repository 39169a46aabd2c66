package chancery.link;

import chancery.describe.BadDescription;
import chancery.describe.json.Json;
import chancery.describe.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Requests to a service, one at a time, no faster than it may be asked, again when it is busy.
///
/// Redirects are not followed: a question that was posted would become another request.
final class Exchange implements AutoCloseable {
    private static final int MOST_BYTES = 16 << 20;
    private static final String AGENT = "Chancery (link candidates; Java)";

    private final Patience patience;
    private final Waiting waiting;
    private final Consumer<String> told;
    private final HttpClient client;
    private Instant next = Instant.MIN;

    /// @param told is told why it waits
    Exchange(Patience patience, Waiting waiting, Consumer<String> told) {
        this.patience = patience;
        this.waiting = waiting;
        this.told = told;
        this.client =
                HttpClient.newBuilder()
                        .connectTimeout(patience.answer())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    /// What a try came to that can be made again.
    ///
    /// @param pause how long the service wants to be left alone; zero if it does not say
    private record Failed(String found, Duration pause) {}

    /// The outcome of a try.
    private record Outcome(Optional<Json> answer, Failed failed) {}

    private static final Failed NOTHING = new Failed("", Duration.ZERO);

    /// @param request without its time limit
    /// @return the JSON of the answer
    Json json(HttpRequest.Builder request, URI uri) throws ServiceFailure, InterruptedException {
        HttpRequest whole =
                request.uri(uri)
                        .header("Accept", "application/json")
                        .header("User-Agent", AGENT)
                        .timeout(patience.answer())
                        .build();
        Failed failed = NOTHING;
        for (int tried = 1; tried <= patience.tries(); tried++) {
            pace();
            Outcome outcome = attempt(whole);
            if (outcome.answer().isPresent()) {
                return outcome.answer().get();
            }
            failed = outcome.failed();
            if (tried < patience.tries()) {
                Duration wait = failed.pause().isZero() ? patience.after(tried) : failed.pause();
                if (wait.compareTo(patience.longestWait()) > 0) {
                    throw new ServiceFailure(
                            uri.toString(),
                            failed.found() + " and a wish to be left alone for " + shown(wait),
                            "at most " + shown(patience.longestWait()));
                }
                told.accept("%s: %s; again in %s".formatted(uri, failed.found(), shown(wait)));
                waiting.sleep(wait);
            }
        }
        String times = patience.tries() == 1 ? "" : " (" + patience.tries() + " times)";
        throw new ServiceFailure(uri.toString(), failed.found() + times, "an answer");
    }

    private static String shown(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private void pace() throws InterruptedException {
        Instant now = waiting.now();
        if (now.isBefore(next)) {
            waiting.sleep(Duration.between(now, next));
        }
        next = waiting.now().plus(patience.between());
    }

    private Outcome attempt(HttpRequest request) throws ServiceFailure, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(request, head -> new BoundedBody(MOST_BYTES));
        try {
            // the limit of the request ends with the head of the answer; this one is for all of it
            return outcome(sent.get(patience.answer().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            sent.cancel(true);
            return again("no whole answer within " + shown(patience.answer()));
        } catch (CancellationException e) {
            return again("a request that was cancelled");
        } catch (ExecutionException e) {
            return failure(request.uri(), Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private Outcome failure(URI uri, Throwable cause) throws ServiceFailure {
        if (cause instanceof BoundedBody.TooLong
                || cause.getCause() instanceof BoundedBody.TooLong) {
            throw new ServiceFailure(
                    uri.toString(),
                    "an answer of more than " + (MOST_BYTES >> 20) + " MB",
                    "one that ends before");
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return again("no answer within " + shown(patience.answer()));
        }
        if (cause instanceof ConnectException) {
            return again("nobody who answers there");
        }
        if (cause instanceof IOException) {
            return again("an answer that breaks off");
        }
        throw new IllegalStateException(cause);
    }

    private static Outcome again(String found) {
        return new Outcome(Optional.empty(), new Failed(found, Duration.ZERO));
    }

    private Outcome outcome(HttpResponse<byte[]> response) throws ServiceFailure {
        int status = response.statusCode();
        String uri = response.uri().toString();
        if (status == 200) {
            return new Outcome(Optional.of(parse(response.uri(), response.body())), NOTHING);
        }
        if (status == 429 || status >= 500) {
            Duration wait =
                    response.headers()
                            .firstValue("Retry-After")
                            .flatMap(text -> RetryAfter.read(text, waiting.now()))
                            .orElse(Duration.ZERO);
            return new Outcome(Optional.empty(), new Failed("HTTP status " + status, wait));
        }
        if (status / 100 == 3) {
            String to = response.headers().firstValue("Location").orElse("nowhere");
            throw new ServiceFailure(
                    uri,
                    "a redirect to " + to,
                    "the service itself; give its address as --service");
        }
        throw new ServiceFailure(uri, "HTTP status " + status, "a reconciliation service");
    }

    private static Json parse(URI uri, byte[] body) throws ServiceFailure {
        String start =
                new String(body, 0, Math.min(body.length, 40), StandardCharsets.UTF_8).strip();
        if (start.isEmpty()) {
            throw new ServiceFailure(uri.toString(), "an empty answer", "JSON");
        }
        if (!start.startsWith("{") && !start.startsWith("[")) {
            String line = start.lines().findFirst().orElse("");
            throw new ServiceFailure(uri.toString(), "\"" + line + "…\"", "JSON");
        }
        try {
            return JsonReader.read(uri.toString(), new ByteArrayInputStream(body));
        } catch (BadDescription e) {
            throw new ServiceFailure(e);
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory can be read", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
