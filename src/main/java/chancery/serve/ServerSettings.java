package chancery.serve;

import chancery.guard.Limits;
import chancery.guard.client.ClientRules;
import chancery.guard.endpoint.EndpointAddress;
import chancery.guard.service.ServiceRules;
import chancery.page.ReportAddress;
import chancery.serve.operate.Operating;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// How a server is to run.
///
/// @param releases folder of releases
/// @param host     name or address to listen on; `localhost` is loopback only
/// @param port     0 takes a free one
/// @param clients  how they are told apart, and what each may use
/// @param services whom queries may ask by `SERVICE`
/// @param queries  folder of example questions (`*.rq`)
/// @param texts    folder of source texts
/// @param report   where readers are to report mistakes
/// @param operating how it is looked after
/// @param endpoint store that holds the release; empty for its own database
/// @param warmsUp   whether the example questions are asked of a release before it is served
/// @param foresees  whether what would change if disagreements had ended otherwise is worked out
///     while it is served
public record ServerSettings(
        Path releases,
        String host,
        int port,
        Limits limits,
        ClientRules clients,
        ServiceRules services,
        Optional<Path> queries,
        Optional<Path> texts,
        Optional<ReportAddress> report,
        Operating operating,
        boolean warmsUp,
        boolean foresees,
        Optional<EndpointAddress> endpoint) {
    /// Loopback only, standard limits, nobody else asked, no examples, no texts.
    public static ServerSettings of(Path releases, int port) {
        return new ServerSettings(
                releases,
                "localhost",
                port,
                Limits.standard(),
                ClientRules.standard(),
                ServiceRules.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Operating.standard(),
                false,
                false,
                Optional.empty());
    }

    public ServerSettings withPort(int other) {
        return with(draft -> draft.port = other);
    }

    public ServerSettings withHost(String other) {
        return with(draft -> draft.host = other);
    }

    public ServerSettings withLimits(Limits other) {
        return with(draft -> draft.limits = other);
    }

    public ServerSettings withClients(ClientRules rules) {
        return with(draft -> draft.clients = rules);
    }

    public ServerSettings withServices(ServiceRules rules) {
        return with(draft -> draft.services = rules);
    }

    public ServerSettings withQueries(Path folder) {
        return with(draft -> draft.queries = Optional.of(folder));
    }

    public ServerSettings withTexts(Path folder) {
        return with(draft -> draft.texts = Optional.of(folder));
    }

    public ServerSettings withReport(ReportAddress address) {
        return with(draft -> draft.report = Optional.of(address));
    }

    public ServerSettings withOperating(Operating other) {
        return with(draft -> draft.operating = other);
    }

    /// With a first look at each release before clients get one.
    public ServerSettings withWarmUp() {
        return with(draft -> draft.warmsUp = true);
    }

    /// With what would change if disagreements had ended otherwise worked out ahead.
    public ServerSettings withForesight() {
        return with(draft -> draft.foresees = true);
    }

    /// Before a store of somebody else's make.
    public ServerSettings withEndpoint(EndpointAddress address) {
        return with(draft -> draft.endpoint = Optional.of(address));
    }

    private ServerSettings with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.settings();
    }

    /// A copy in which one thing is changed.
    private static final class Draft {
        private final Path releases;
        private String host;
        private int port;
        private Limits limits;
        private ClientRules clients;
        private ServiceRules services;
        private Optional<Path> queries;
        private Optional<Path> texts;
        private Optional<ReportAddress> report;
        private Operating operating;
        private boolean warmsUp;
        private boolean foresees;
        private Optional<EndpointAddress> endpoint;

        Draft(ServerSettings from) {
            releases = from.releases;
            host = from.host;
            port = from.port;
            limits = from.limits;
            clients = from.clients;
            services = from.services;
            queries = from.queries;
            texts = from.texts;
            report = from.report;
            operating = from.operating;
            warmsUp = from.warmsUp;
            foresees = from.foresees;
            endpoint = from.endpoint;
        }

        ServerSettings settings() {
            return new ServerSettings(
                    releases, host, port, limits, clients, services, queries, texts, report,
                    operating, warmsUp, foresees, endpoint);
        }
    }
}
