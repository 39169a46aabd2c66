package chancery.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// How long the hostile queries of [HostileQueries] last on a running server, and what a simple
/// query takes meanwhile; by hand.
///
/// Each for itself, then 64 clients with all of them at once. The server is started beside it:
/// with an admin port, and with a client header, so that the clients here are different ones.
public final class HostileBench {
    private static final int CLIENTS = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HEADER = "X-Client";
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;
    private final String admin;
    private final Random random = new Random(64);

    private HostileBench(String server, String admin) {
        this.server = server;
        this.admin = admin;
    }

    /// @param args address of the server, that of its admin port; then names of queries, if not all
    ///     are wanted
    public static void main(String[] args) throws Exception {
        HostileBench bench = new HostileBench(args[0], args[1]);
        List<String> only = List.of(args).subList(2, args.length);
        System.out.println(
                "| query | ended after ms | as | simple query p50 | p95 | max ms | heap MB after |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Map.Entry<String, String> query : HostileQueries.all().entrySet()) {
            if (only.isEmpty() || only.contains(query.getKey())) {
                bench.one(query.getKey(), query.getValue());
            }
        }
        if (only.isEmpty()) {
            bench.allAtOnce();
        }
    }

    private void one(String name, String query) throws Exception {
        long begun = System.nanoTime();
        CompletableFuture<String> outcome =
                CompletableFuture.supplyAsync(() -> outcome(query, "192.0.2.1"));
        List<Double> simple = new ArrayList<>();
        do {
            simple.add(simple("198.51.100.1"));
        } while (!outcome.isDone());
        double took = (System.nanoTime() - begun) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %s | %s | %d |%n",
                name,
                took,
                outcome.get(),
                quantiles(simple),
                heapMegabytes());
    }

    private void allAtOnce() throws Exception {
        List<String> queries = new ArrayList<>(HostileQueries.all().values());
        Map<String, Integer> outcomes = new ConcurrentHashMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CountDownLatch over = new CountDownLatch(CLIENTS);
        long begun = System.nanoTime();
        for (int i = 0; i < CLIENTS; i++) {
            List<String> mine = new ArrayList<>(queries);
            Collections.shuffle(mine, new Random(i));
            String client = "203.0.113." + i;
            clients.execute(
                    () -> {
                        mine.subList(0, 8)
                                .forEach(
                                        query ->
                                                outcomes.merge(
                                                        outcome(query, client), 1, Integer::sum));
                        over.countDown();
                    });
        }
        List<Double> simple = new ArrayList<>();
        int refused = 0;
        while (over.getCount() > 0) {
            double took = simple("198.51.100.1");
            if (took < 0) {
                refused++;
            } else {
                simple.add(took);
            }
        }
        clients.shutdown();
        System.out.printf(
                Locale.ROOT,
                "%n%d clients, 8 queries each: %.0f s, %s; another client: %s ms, %d refused of %d;"
                        + " heap %d MB after%n",
                CLIENTS,
                (System.nanoTime() - begun) / 1e9,
                new TreeMap<>(outcomes),
                quantiles(simple),
                refused,
                refused + simple.size(),
                heapMegabytes());
    }

    /// @return milliseconds; below 0 if it was refused
    private double simple(String client) throws Exception {
        String query =
                "SELECT ?p ?o { <https://w3id.org/chancery/id/state/state-%d> ?p ?o }"
                        .formatted(random.nextInt(200));
        long asked = System.nanoTime();
        HttpResponse<String> answer = http.send(request(query, client), BodyHandlers.ofString());
        double took = (System.nanoTime() - asked) / 1e6;
        Thread.sleep(20);
        if (answer.statusCode() != 200) {
            return -1;
        }
        if (!answer.body().contains("State")) {
            throw new IllegalStateException("wrong: " + answer.body());
        }
        return took;
    }

    private String outcome(String query, String client) {
        try {
            HttpResponse<Void> answer =
                    http.sendAsync(request(query, client), BodyHandlers.discarding()).get();
            return Integer.toString(answer.statusCode());
        } catch (ExecutionException e) {
            return "broken off";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }

    private HttpRequest request(String query, String client) {
        return HttpRequest.newBuilder(URI.create(server + "/sparql"))
                .timeout(PATIENCE)
                .header(HEADER, client)
                .header("Content-Type", "application/sparql-query")
                .header("Accept", "application/sparql-results+json, application/n-triples;q=0.9")
                .POST(BodyPublishers.ofString(query))
                .build();
    }

    private static String quantiles(List<Double> times) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0
                ? "none"
                : Arrays.stream(new double[] {0.5, 0.95, 1})
                        .mapToObj(
                                part ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.0f",
                                                sorted[
                                                        Math.min(
                                                                sorted.length - 1,
                                                                (int) (part * sorted.length))]))
                        .reduce((one, other) -> one + " | " + other)
                        .orElse("");
    }

    private long heapMegabytes() throws IOException, InterruptedException {
        String metrics =
                http.send(
                                HttpRequest.newBuilder(URI.create(admin + "/$/metrics")).build(),
                                BodyHandlers.ofString())
                        .body();
        double bytes =
                metrics.lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                        .mapToDouble(
                                line ->
                                        Double.parseDouble(
                                                line.substring(line.lastIndexOf(' ') + 1)))
                        .sum();
        return (long) bytes >> 20;
    }
}
