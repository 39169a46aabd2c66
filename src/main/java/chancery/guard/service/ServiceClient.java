package chancery.guard.service;

import chancery.guard.run.QueryBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;

/// Asks another server one question. Every call has a connection of its own, to addresses checked
/// for it; there are no redirects, cookies, credentials or second tries.
///
/// Thread-safe.
final class ServiceClient implements AutoCloseable {
    private static final String AGENT = "Chancery (https://w3id.org/chancery)";
    private static final String JSON = "application/sparql-results+json";
    private static final int MOST_LOOKUPS = 16;

    private final ServiceRules rules;
    private final ScheduledThreadPoolExecutor clock;
    private final ExecutorService lookups;

    /// Reads the certificates that this machine trusts, once.
    private final TlsSocketStrategy tls = DefaultClientTlsStrategy.createDefault();

    ServiceClient(ServiceRules rules) {
        this.rules = rules;
        ThreadFactory daemons = Thread.ofPlatform().name("service-", 0).daemon().factory();
        this.clock = new ScheduledThreadPoolExecutor(1, daemons);
        clock.setRemoveOnCancelPolicy(true);
        this.lookups =
                new ThreadPoolExecutor(
                        0, MOST_LOOKUPS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
    }

    /// @param rows gets each row of the answer
    /// @throws ServiceFailure if no whole answer came; some rows may have been told by then
    void ask(ServiceRules.Target target, String query, QueryBudget budget, Consumer<Binding> rows) {
        Deadline own = Deadline.in(1000L * rules.limits().seconds());
        Deadline deadline =
                new Deadline(System.nanoTime() + Math.min(own.leftNanos(), budget.leftNanos()));
        HttpPost post = post(target, query, deadline);
        ScheduledFuture<?> end =
                clock.schedule(post::abort, deadline.leftMillis(), TimeUnit.MILLISECONDS);
        QueryBudget.Stop stop = budget.whenStopped(post::abort);
        try (CloseableHttpClient client = client(target, deadline)) {
            client.execute(
                    post,
                    response -> {
                        read(response, target, deadline, rows);
                        return true;
                    });
        } catch (ServiceFailure e) {
            throw e;
        } catch (RejectedExecutionException e) {
            throw new ServiceFailure(
                    ServiceFailure.Kind.BUSY, "SERVICE: found too many names being looked up", e);
        } catch (IOException | RuntimeException e) {
            budget.checkTime();
            throw Failures.of(e, target.server(), rules.limits(), deadline);
        } finally {
            end.cancel(false);
            stop.close();
        }
    }

    private static HttpPost post(ServiceRules.Target target, String query, Deadline deadline) {
        HttpPost post = new HttpPost(target.address());
        post.setEntity(
                new StringEntity(
                        query,
                        ContentType.create("application/sparql-query", StandardCharsets.UTF_8)));
        post.setHeader(HttpHeaders.ACCEPT, JSON);
        post.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        post.setHeader(HttpHeaders.CONNECTION, "close");
        post.setConfig(
                RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setAuthenticationEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .setResponseTimeout(millis(deadline))
                        .build());
        return post;
    }

    private CloseableHttpClient client(ServiceRules.Target target, Deadline deadline) {
        BasicHttpClientConnectionManager connections =
                BasicHttpClientConnectionManager.create(
                        null,
                        new CheckedLookup(target.server(), rules.names(), lookups, deadline),
                        RegistryBuilder.<TlsSocketStrategy>create().register("https", tls).build(),
                        null);
        connections.setConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(millis(deadline))
                        .setSocketTimeout(millis(deadline))
                        .build());
        connections.setTlsConfig(TlsConfig.custom().setHandshakeTimeout(millis(deadline)).build());
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(AGENT)
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .build();
    }

    private static Timeout millis(Deadline deadline) {
        return Timeout.ofMilliseconds(deadline.leftMillis());
    }

    private void read(
            ClassicHttpResponse response,
            ServiceRules.Target target,
            Deadline deadline,
            Consumer<Binding> rows)
            throws IOException {
        if (response.getCode() != 200) {
            throw Failures.ofStatus(response.getCode(), target.server());
        }
        String type = header(response, HttpHeaders.CONTENT_TYPE).split(";")[0].strip();
        if (!type.equalsIgnoreCase(JSON) && !type.equalsIgnoreCase("application/json")) {
            throw Failures.ofType(type, target.server());
        }
        String coding =
                header(response, HttpHeaders.CONTENT_ENCODING).strip().toLowerCase(Locale.ROOT);
        if (!coding.isEmpty() && !coding.equals("gzip") && !coding.equals("identity")) {
            throw Failures.ofType(coding, target.server());
        }
        if (response.getEntity() == null) {
            throw Failures.ofType("nothing", target.server());
        }
        try (InputStream body = response.getEntity().getContent();
                InputStream plain = coding.equals("gzip") ? new GZIPInputStream(body) : body) {
            WholeJson json = new WholeJson(plain, rules.limits().maxBytes(), deadline);
            RowSet answered =
                    RowSetReader.createReader(ResultSetLang.RS_JSON).read(json, new Context());
            if (answered == null) {
                throw new IOException("no rows");
            }
            int count = 0;
            while (answered.hasNext()) {
                if (++count > rules.limits().maxRows()) {
                    throw Failures.ofRows(rules.limits().maxRows(), target.server());
                }
                rows.accept(answered.next());
            }
            json.readToEnd();
        }
    }

    private static String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? "" : header.getValue();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        lookups.shutdownNow();
    }
}
