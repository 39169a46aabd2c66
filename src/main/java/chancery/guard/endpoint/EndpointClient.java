package chancery.guard.endpoint;

import chancery.guard.service.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.entity.UrlEncodedFormEntity;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.EndpointDetails;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/// Sends queries to the store, over connections that are kept.
///
/// Thread-safe.
final class EndpointClient implements AutoCloseable {
    private static final String AGENT = "Chancery (https://w3id.org/chancery)";
    static final int CONNECTIONS = 128;
    private static final Timeout TO_CONNECT = Timeout.ofSeconds(2);
    private static final int LONGEST_REASON = 300;

    /// What Virtuoso says with what it had found when the time was over that something between us
    /// and it has given it (`timeout`).
    private static final String SQL_STATE = "X-SQL-State";

    private static final String PARTIAL = "S1TAT";

    private final EndpointAddress address;
    private final PoolingHttpClientConnectionManager connections =
            new PoolingHttpClientConnectionManager();
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor clock;

    EndpointClient(EndpointAddress address) {
        this.address = address;
        this.clock =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().name("endpoint-clock").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
        connections.setMaxTotal(CONNECTIONS);
        connections.setDefaultMaxPerRoute(CONNECTIONS);
        connections.setDefaultConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(TO_CONNECT)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                        .build());
        this.client =
                HttpClients.custom()
                        .setConnectionManager(connections)
                        .setUserAgent(AGENT)
                        .disableRedirectHandling()
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableAutomaticRetries()
                        .build();
    }

    EndpointAddress address() {
        return address;
    }

    /// A question that is asked, from before it is sent until its answer has been read.
    static final class Call {
        private volatile boolean isAborted;
        private volatile @Nullable HttpPost sent;

        /// From any thread, and at any time.
        void abort() {
            isAborted = true;
            HttpPost post = sent;
            if (post != null) {
                post.abort();
            }
        }

        boolean isAborted() {
            return isAborted;
        }

        private void sends(HttpPost post) {
            sent = post;
            if (isAborted) {
                post.abort();
            }
        }
    }

    /// An answer that has begun. Closing it before its end ends the connection.
    final class Answer implements AutoCloseable {
        private final HttpPost post;
        private final ClassicHttpResponse response;
        private final Deadline deadline;
        private final ScheduledFuture<?> end;

        private Answer(
                HttpPost post,
                ClassicHttpResponse response,
                Deadline deadline,
                ScheduledFuture<?> end) {
            this.post = post;
            this.response = response;
            this.deadline = deadline;
            this.end = end;
        }

        Deadline deadline() {
            return deadline;
        }

        InputStream body() throws IOException {
            return response.getEntity() == null
                    ? InputStream.nullInputStream()
                    : response.getEntity().getContent();
        }

        /// @return `""` if it has none
        String header(String name) {
            return response.getFirstHeader(name) == null
                    ? ""
                    : response.getFirstHeader(name).getValue();
        }

        /// Without parameters, in small letters.
        String type() {
            return header(HttpHeaders.CONTENT_TYPE).split(";")[0].strip().toLowerCase(Locale.ROOT);
        }

        /// What a failure while it is read means.
        EndpointFailure failure(Exception e) {
            return e instanceof EndpointFailure known
                    ? known
                    : EndpointFailure.of(e, address, deadline.isOver());
        }

        EndpointFailure wrong(String found) {
            return new EndpointFailure(
                    EndpointFailure.Kind.FAILED, "endpoint %s: %s".formatted(address, found));
        }

        /// After the last byte: the connection may be used again.
        void readToEnd() throws IOException {
            end.cancel(false);
            response.close();
        }

        @Override
        public void close() {
            end.cancel(false);
            post.abort();
            try {
                response.close();
            } catch (IOException gone) {
                // it is not wanted any more
            }
        }
    }

    /// @param parameters of the request, the query among them
    /// @param accept     types
    /// @return an answer of status 200
    /// @throws EndpointFailure when there is none
    Answer ask(List<NameValuePair> parameters, String accept, Deadline deadline, Call call) {
        try {
            return check(send(parameters, accept, deadline, call));
        } catch (IOException e) {
            throw EndpointFailure.of(e, address, deadline.isOver());
        }
    }

    /// A kept connection may have been closed by the other side, and then others have been as well:
    /// once more, by a fresh one.
    private Answer send(List<NameValuePair> parameters, String accept, Deadline deadline, Call call)
            throws IOException {
        HttpClientContext context = HttpClientContext.create();
        try {
            return sendOnce(parameters, accept, deadline, call, context);
        } catch (NoHttpResponseException | SocketException broken) {
            if (call.isAborted() || deadline.isOver() || !wasKept(context)) {
                throw broken;
            }
            connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
            return sendOnce(parameters, accept, deadline, call, HttpClientContext.create());
        }
    }

    /// Whether there was an answer by that connection before.
    private static boolean wasKept(HttpClientContext context) {
        EndpointDetails connection = context.getEndpointDetails();
        return connection != null && connection.getResponseCount() > 0;
    }

    private Answer sendOnce(
            List<NameValuePair> parameters,
            String accept,
            Deadline deadline,
            Call call,
            HttpClientContext context)
            throws IOException {
        HttpPost post = new HttpPost(address.address());
        post.setEntity(new UrlEncodedFormEntity(parameters, StandardCharsets.UTF_8));
        post.setHeader(HttpHeaders.ACCEPT, accept);
        Timeout left = Timeout.ofMilliseconds(deadline.leftMillis());
        post.setConfig(
                RequestConfig.custom()
                        .setConnectionRequestTimeout(left)
                        .setResponseTimeout(left)
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .build());
        call.sends(post);
        ScheduledFuture<?> end =
                clock.schedule(post::abort, deadline.leftMillis(), TimeUnit.MILLISECONDS);
        boolean hasBegun = false;
        try {
            ClassicHttpResponse response = client.executeOpen(null, post, context);
            hasBegun = true;
            return new Answer(post, response, deadline, end);
        } catch (IllegalStateException e) {
            // of the client, when it was aborted between two steps
            if (call.isAborted() || deadline.isOver()) {
                throw aborted(e);
            }
            throw e;
        } finally {
            if (!hasBegun) {
                end.cancel(false);
            }
        }
    }

    private static InterruptedIOException aborted(Exception e) {
        InterruptedIOException aborted = new InterruptedIOException("aborted");
        aborted.initCause(e);
        return aborted;
    }

    private Answer check(Answer answer) throws IOException {
        int status = answer.response.getCode();
        if (answer.header(SQL_STATE).equals(PARTIAL)) {
            try (answer) {
                throw answer.wrong(
                        "found a part of an answer, expected all of it: its own time was over");
            }
        }
        if (status == 200) {
            return answer;
        }
        try (answer) {
            if (status == 400 || status == 500) {
                throw new EndpointFailure(
                        EndpointFailure.Kind.DECLINED,
                        "endpoint %s: found status %d: %s"
                                .formatted(address, status, reason(answer)));
            }
            boolean isBusy = status == 429 || status == 502 || status == 503 || status == 504;
            throw new EndpointFailure(
                    isBusy ? EndpointFailure.Kind.GONE : EndpointFailure.Kind.FAILED,
                    "endpoint %s: found status %d, expected 200".formatted(address, status));
        }
    }

    /// The first line of what it says.
    private static String reason(Answer answer) throws IOException {
        if (answer.type().contains("html")) {
            return "a page";
        }
        String text =
                new String(answer.body().readNBytes(2 * LONGEST_REASON), StandardCharsets.UTF_8);
        String line =
                text.lines().map(String::strip).filter(it -> !it.isEmpty()).findFirst().orElse("");
        return line.length() > LONGEST_REASON ? line.substring(0, LONGEST_REASON) + "…" : line;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
