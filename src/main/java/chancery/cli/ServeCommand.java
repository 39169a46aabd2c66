package chancery.cli;

import chancery.follow.FollowRules;
import chancery.guard.Limits;
import chancery.guard.endpoint.EndpointAddress;
import chancery.page.ReportAddress;
import chancery.release.ReleaseBuild;
import chancery.release.ReleaseStore;
import chancery.serve.CannotServe;
import chancery.serve.ChanceryServer;
import chancery.serve.ServerSettings;
import chancery.serve.Waiting;
import chancery.serve.operate.OperatorLog;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `chancery serve`: the endpoint, the pages and the dumps of the current release.
///
/// It makes a release first when there is none, or when the tables changed since the last one. When
/// the changed tables have findings it says so and serves the former release.
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description =
                "Serves the current release; makes it first when the tables are newer, or fetches it"
                        + " with --follow.")
final class ServeCommand implements Callable<Integer> {
    @Spec private @Nullable CommandSpec spec;
    @Mixin private Places places = new Places();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "3030",
            description = "Port to listen on; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            defaultValue = "localhost",
            description =
                    "Address to listen on; 0.0.0.0 is every one of this machine (default:"
                            + " ${DEFAULT-VALUE}).")
    private String host = "localhost";

    @Mixin private LimitOptions limits = new LimitOptions();
    @Mixin private OperatingOptions operating = new OperatingOptions();
    @Mixin private ClientOptions clients = new ClientOptions();
    @Mixin private ServiceOptions services = new ServiceOptions();
    @Mixin private FollowOptions following = new FollowOptions();
    @Mixin private EndpointOptions before = new EndpointOptions();

    @Option(
            names = "--report",
            paramLabel = "ADDRESS",
            description =
                    "Where readers report mistakes, mailto:… or https://…; a link on every page"
                            + " fills in {about}, {release} and {title}.")
    private @Nullable String report;

    @Option(
            names = "--no-build",
            description = "Serve what is there, also when the tables are newer.")
    private boolean noBuild;

    @Override
    public Integer call() throws Refusal {
        PrintWriter out = Terminal.out(spec);
        PrintWriter err = Terminal.err(spec);
        OperatorLog log = new OperatorLog(operating.format(), err::println);
        ServerSettings settings = settings(log);
        Optional<FollowRules> follow = following.rules(places.releases());
        if (follow.isPresent()) {
            before.address(true);
            new ReplicaRun(follow.get(), log::notice)
                    .run(
                            settings,
                            waiting -> announce(follow.get(), waiting, out),
                            server -> run(server, out));
            return ExitCode.GOOD.number();
        }
        Optional<EndpointAddress> endpoint = before.address(false);
        if (endpoint.isPresent()) {
            settings = settings.withEndpoint(endpoint.get());
        }
        boolean builds = !noBuild && endpoint.isEmpty();
        if (builds && !InputDigest.of(places).isOf(places.releases()) && !build(out, err)) {
            return ExitCode.FINDINGS.number();
        }
        Optional<ReleaseStore.Choice> current = CurrentRelease.find(places);
        if (current.isPresent()) {
            Releases.requireFormat(current.get().folder());
        }
        try (ChanceryServer server = ChanceryServer.start(settings, log::notice)) {
            run(server, out);
            return ExitCode.GOOD.number();
        } catch (CannotServe e) {
            throw new Refusal(e);
        }
    }

    private void run(ChanceryServer server, PrintWriter out) {
        announce(server, out);
        AtomicBoolean isOver = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, isOver), "stop"));
        server.join();
        isOver.set(true);
    }

    /// To be asked to stop and to have stopped is a good end, whatever signal asked.
    private static void stop(ChanceryServer server, AtomicBoolean isOver) {
        if (!isOver.get()) {
            server.close();
            Runtime.getRuntime().halt(ExitCode.GOOD.number());
        }
    }

    /// @return false when there is nothing to serve
    private boolean build(PrintWriter out, PrintWriter err) throws Refusal {
        Optional<Path> former = CurrentRelease.find(places).map(ReleaseStore.Choice::folder);
        ReleaseBuild.Made made = new GraphBuild(places, null).make(err);
        if (made != null) {
            ChangesReport changes = new ChangesReport(new PrintWriter(Writer.nullWriter()), false);
            former.ifPresent(folder -> changes.print(places.releases(), folder, made.folder()));
            ChangesReport.catchUp(places.releases());
            out.printf("made release %s%n", made.id());
            return true;
        }
        if (CurrentRelease.find(places).isEmpty()) {
            return false;
        }
        err.println("the former release is served");
        return true;
    }

    private ServerSettings settings(OperatorLog log) throws Refusal {
        Limits most = limits.limits();
        ServerSettings settings =
                ServerSettings.of(places.releases(), port)
                        .withHost(host)
                        .withLimits(most)
                        .withClients(clients.rules())
                        .withServices(services.rules())
                        .withForesight()
                        .withOperating(operating.operating(most.timeoutSeconds(), log));
        if (Files.isDirectory(places.queries())) {
            settings = settings.withQueries(places.queries());
        }
        if (report != null) {
            settings = settings.withReport(reportAddress(report));
        }
        return places.texts() == null ? settings : settings.withTexts(places.texts());
    }

    private static ReportAddress reportAddress(String address) throws Refusal {
        try {
            return new ReportAddress(address);
        } catch (IllegalArgumentException e) {
            throw Refusal.ofOption("--report: " + e.getMessage());
        }
    }

    private void announce(FollowRules rules, Waiting waiting, PrintWriter out) {
        out.printf("Chancery %s waits for a release from %s%n", Version.NUMBER, rules.origin());
        out.printf("  port      %d%n", waiting.port());
        waiting.adminPort()
                .ifPresent(number -> out.printf("  operators %s%n", operating.address(number)));
        out.flush();
    }

    private void announce(ChanceryServer server, PrintWriter out) {
        String shown = host.equals("0.0.0.0") ? "localhost" : host;
        String home = "http://" + shown + ":" + server.port();
        out.printf("Chancery %s serves release %s%n", Version.NUMBER, server.releaseId());
        out.printf("  home      %s/%n", home);
        out.printf("  SPARQL    %s/sparql%n", home);
        out.printf("  dumps     %s/dumps/%n", home);
        server.adminPort()
                .ifPresent(number -> out.printf("  operators %s%n", operating.address(number)));
        out.println();
        out.println("What did Azerbaijan and Russia sign in 2002?");
        out.printf(
                "  curl -s %s/sparql -H 'Accept: text/csv' --data-urlencode 'query=%s'%n",
                home,
                "PREFIX chy: <https://w3id.org/chancery/ontology#>"
                        + " PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"
                        + " SELECT ?day ?agreement { ?a a chy:Agreement ; rdfs:label ?agreement ;"
                        + " chy:signed/chy:edtf ?day FILTER(STRSTARTS(?day, \"2002\")) }"
                        + " ORDER BY ?day ?agreement");
        out.flush();
    }
}
