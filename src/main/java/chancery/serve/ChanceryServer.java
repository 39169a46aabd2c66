package chancery.serve;

import chancery.guard.Guard;
import chancery.guard.endpoint.EndpointFailure;
import chancery.guard.endpoint.StoreEndpoint;
import chancery.page.Example;
import chancery.page.TextFolder;
import chancery.page.editor.Topics;
import chancery.release.BrokenRelease;
import chancery.release.ReleaseStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;

/// The whole server: an embedded Fuseki with one operation, and [Site] before it.
///
/// Runs from [#start] until [#close]. It takes up a new release within a second, and goes on with
/// the one it has if that one's folder disappears.
public final class ChanceryServer implements AutoCloseable {
    private static final String SPARQL = "/sparql";

    /// Of one answer of a store behind the server.
    private static final long MOST_BYTES_OF_STORE = 1L << 32;

    private final FusekiServer fuseki;
    private final Current current;
    private final Guard guard;
    private final ReleaseWatch watch;
    private final Optional<Foresight> foresight;
    private final Operations operations;
    private final Optional<StoreEndpoint> endpoint;

    private ChanceryServer(
            FusekiServer fuseki,
            Current current,
            Guard guard,
            ReleaseWatch watch,
            Optional<Foresight> foresight,
            Operations operations,
            Optional<StoreEndpoint> endpoint) {
        this.endpoint = endpoint;
        this.fuseki = fuseki;
        this.current = current;
        this.guard = guard;
        this.watch = watch;
        this.foresight = foresight;
        this.operations = operations;
    }

    /// Opens the current release and starts to listen.
    ///
    /// @param notices gets a line for the operator, at a switch of releases for example; called
    ///                from other threads too
    /// @throws CannotServe if there is no release, or the port or host cannot be had
    public static ChanceryServer start(ServerSettings settings, Consumer<String> notices)
            throws CannotServe {
        Optional<StoreEndpoint> endpoint =
                settings.endpoint()
                        .map(
                                address ->
                                        new StoreEndpoint(
                                                address,
                                                settings.limits().timeoutSeconds(),
                                                MOST_BYTES_OF_STORE));
        try {
            return start(settings, endpoint, notices);
        } catch (CannotServe | RuntimeException e) {
            endpoint.ifPresent(StoreEndpoint::close);
            throw e;
        }
    }

    private static ChanceryServer start(
            ServerSettings settings, Optional<StoreEndpoint> endpoint, Consumer<String> notices)
            throws CannotServe {
        ReleaseWatch.Opening opening =
                endpoint.isPresent() ? folder -> Served.open(folder, endpoint.get()) : Served::open;
        ReleaseStore store = new ReleaseStore(settings.releases());
        Served first = open(store, settings, opening, notices);
        if (!first.note().isEmpty()) {
            notices.accept(first.note());
        }
        Current current = new Current(first);
        Guard guard =
                new Guard(settings.limits(), settings.clients().budget(), settings.services());
        Turns turns = new Turns(guard, settings.clients());
        Operations operations =
                new Operations(
                        settings.operating(),
                        current,
                        guard.admissions(),
                        () -> endpoint.flatMap(it -> obstacle(it, current.peek())));
        operations.tellOf(guard.serviceCalls());
        try {
            operations.start();
            Pages pages = new Pages(settings.report());
            List<Example> examples = examples(settings);
            Site site =
                    new Site(
                            pages,
                            examples,
                            topics(settings, examples),
                            settings.texts().map(TextFolder::new),
                            settings.limits(),
                            settings.services());
            Consumer<Served> warmUp = settings.warmsUp() ? new WarmUp(examples)::of : served -> {};
            warmUp.accept(first);
            FusekiServer fuseki =
                    build(
                            settings,
                            operations,
                            new Front(
                                    current,
                                    site,
                                    new Reconcile(
                                            pages,
                                            Duration.ofSeconds(settings.limits().timeoutSeconds())),
                                    new QueryTools(pages, settings.limits()),
                                    turns),
                            service(turns, site.queryPages(), first, current, endpoint));
            Listening.start(fuseki, settings);
            operations.listening();
            ReleaseWatch watch =
                    new ReleaseWatch(
                            store,
                            current,
                            opening,
                            next -> {
                                warmUp.accept(next);
                                swap(
                                        fuseki,
                                        service(turns, site.queryPages(), next, current, endpoint));
                                operations.tookUp(next);
                            },
                            notices);
            watch.start();
            Optional<Foresight> foresight =
                    settings.foresees() && endpoint.isEmpty()
                            ? Optional.of(new Foresight(current))
                            : Optional.empty();
            foresight.ifPresent(Foresight::start);
            return new ChanceryServer(
                    fuseki, current, guard, watch, foresight, operations, endpoint);
        } catch (CannotServe | RuntimeException e) {
            operations.close();
            guard.close();
            current.close();
            throw e;
        }
    }

    /// The port it listens on, also where 0 was asked for.
    public int port() {
        return fuseki.getPort();
    }

    /// The id of the release being served.
    public String releaseId() {
        return current.peek().id();
    }

    /// Has the release opened anew, because it cannot be relied on; until then the server is not
    /// ready, and goes on.
    ///
    /// @param reason what has happened to it, in a few words
    public void distrust(String reason) {
        current.distrust(reason);
    }

    /// The port for operators; empty if there is none.
    public Optional<Integer> adminPort() {
        return operations.adminPort();
    }

    /// Waits until the server has been closed.
    public void join() {
        fuseki.join();
    }

    /// Stops gracefully: it is no longer ready, takes no more connections, and lets the requests
    /// under way come to their end, within the time that [ServerSettings] leave them. Closing it
    /// again does nothing.
    @Override
    public void close() {
        if (!operations.beginToStop()) {
            return;
        }
        boolean isQuiet = operations.drain(() -> Listening.end(fuseki));
        watch.close();
        fuseki.stop();
        guard.close();
        if (foresight.map(Foresight::end).orElse(true) && isQuiet) {
            // else somebody still reads it; the process ends with that
            current.close();
        }
        endpoint.ifPresent(StoreEndpoint::close);
        operations.close();
    }

    private static Optional<String> obstacle(StoreEndpoint endpoint, Served served) {
        return endpoint.obstacle(Served.iri(served.release().description()))
                .map(EndpointFailure::getMessage);
    }

    private static Served open(
            ReleaseStore store,
            ServerSettings settings,
            ReleaseWatch.Opening opening,
            Consumer<String> notices)
            throws CannotServe {
        try {
            store.sweep();
            Optional<ReleaseStore.Choice> choice = store.current();
            if (choice.isEmpty()) {
                throw new CannotServe(
                        settings.releases() + ": found no release, expected one in a folder");
            }
            return settings.endpoint().isPresent()
                    ? openOnly(choice.get(), opening, notices)
                    : open(store, choice.get(), opening, notices);
        } catch (IOException e) {
            throw new CannotServe(settings.releases() + ": found unreadable", e);
        }
    }

    private static Served open(
            ReleaseStore store,
            ReleaseStore.Choice choice,
            ReleaseWatch.Opening opening,
            Consumer<String> notices)
            throws CannotServe, IOException {
        try {
            return openNoted(choice, opening, notices);
        } catch (BrokenRelease broken) {
            ReleaseStore.Choice other =
                    store.insteadOf(choice).orElseThrow(() -> new CannotServe(broken));
            try {
                Served served = opening.open(other.folder());
                notices.accept(broken.getMessage());
                notices.accept(other.note());
                return served;
            } catch (BrokenRelease bothBroken) {
                throw new CannotServe(bothBroken);
            }
        }
    }

    /// A store holds one release: no other one can stand in for that.
    private static Served openOnly(
            ReleaseStore.Choice choice, ReleaseWatch.Opening opening, Consumer<String> notices)
            throws CannotServe, IOException {
        try {
            return openNoted(choice, opening, notices);
        } catch (BrokenRelease broken) {
            throw new CannotServe(broken);
        }
    }

    private static Served openNoted(
            ReleaseStore.Choice choice, ReleaseWatch.Opening opening, Consumer<String> notices)
            throws BrokenRelease, IOException {
        Served served = opening.open(choice.folder());
        if (!choice.note().isEmpty()) {
            notices.accept(choice.note());
        }
        return served;
    }

    private static List<Example> examples(ServerSettings settings) throws CannotServe {
        try {
            return settings.queries().isPresent()
                    ? Example.readAll(settings.queries().get())
                    : List.of();
        } catch (IOException e) {
            throw new CannotServe(settings.queries().get() + ": found unreadable", e);
        }
    }

    private static Topics topics(ServerSettings settings, List<Example> examples)
            throws CannotServe {
        try {
            return settings.queries().isPresent()
                    ? Topics.read(settings.queries().get(), examples)
                    : Topics.of(List.of(), examples);
        } catch (IOException e) {
            throw new CannotServe(settings.queries().get() + ": found unreadable", e);
        }
    }

    private static FusekiServer build(
            ServerSettings settings, Operations operations, Front front, DataService service) {
        operations.tellOf(front.cache());
        int atOnce = settings.limits().maxConcurrent();
        return FusekiServer.create()
                .port(settings.port())
                .numServerThreads(4, 4 * atOnce + 16)
                .fusekiModules(FusekiModules.create())
                .enablePing(true)
                .addFilter("/*", operations.observer())
                .addFilter("/*", front)
                .add(SPARQL, service)
                .build();
    }

    private static DataService service(
            Turns turns,
            QueryPages pages,
            Served served,
            Current current,
            Optional<StoreEndpoint> endpoint) {
        return DataService.newBuilder(served.release().dataset())
                .addEndpoint(
                        Endpoint.create()
                                .operation(Operation.Query)
                                .processor(
                                        new QueryEndpoint(
                                                turns, pages, endpoint, current::distrust))
                                .build())
                .build();
    }

    /// One atomic step; requests under way keep the service they have.
    private static void swap(FusekiServer fuseki, DataService next) {
        next.setEndpointProcessors(fuseki.getOperationRegistry());
        next.goActive();
        DataAccessPointRegistry registry = new DataAccessPointRegistry();
        registry.register(new DataAccessPoint(SPARQL, next));
        DataAccessPointRegistry.set(fuseki.getServletContext(), registry);
    }
}
