package chancery.serve;

import chancery.guard.Limits;
import chancery.guard.client.ClientRules;
import chancery.guard.endpoint.EndpointAddress;
import chancery.guard.service.ServiceRules;
import chancery.page.ReportAddress;
import chancery.serve.operate.Operating;
import java.nio.file.Path;
import java.util.Optional;

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
                Optional.empty());
    }

    public ServerSettings withPort(int other) {
        return new ServerSettings(
                releases, host, other, limits, clients, services, queries, texts, report, operating,
                warmsUp, endpoint);
    }

    public ServerSettings withHost(String other) {
        return new ServerSettings(
                releases, other, port, limits, clients, services, queries, texts, report, operating,
                warmsUp, endpoint);
    }

    public ServerSettings withLimits(Limits other) {
        return new ServerSettings(
                releases, host, port, other, clients, services, queries, texts, report, operating,
                warmsUp, endpoint);
    }

    public ServerSettings withClients(ClientRules rules) {
        return new ServerSettings(
                releases, host, port, limits, rules, services, queries, texts, report, operating,
                warmsUp, endpoint);
    }

    public ServerSettings withServices(ServiceRules rules) {
        return new ServerSettings(
                releases, host, port, limits, clients, rules, queries, texts, report, operating,
                warmsUp, endpoint);
    }

    public ServerSettings withQueries(Path folder) {
        return new ServerSettings(
                releases,
                host,
                port,
                limits,
                clients,
                services,
                Optional.of(folder),
                texts,
                report,
                operating,
                warmsUp,
                endpoint);
    }

    public ServerSettings withTexts(Path folder) {
        return new ServerSettings(
                releases,
                host,
                port,
                limits,
                clients,
                services,
                queries,
                Optional.of(folder),
                report,
                operating,
                warmsUp,
                endpoint);
    }

    public ServerSettings withReport(ReportAddress address) {
        return new ServerSettings(
                releases,
                host,
                port,
                limits,
                clients,
                services,
                queries,
                texts,
                Optional.of(address),
                operating,
                warmsUp,
                endpoint);
    }

    public ServerSettings withOperating(Operating other) {
        return new ServerSettings(
                releases, host, port, limits, clients, services, queries, texts, report, other,
                warmsUp, endpoint);
    }

    /// With a first look at each release before clients get one.
    public ServerSettings withWarmUp() {
        return new ServerSettings(
                releases, host, port, limits, clients, services, queries, texts, report, operating,
                true, endpoint);
    }

    /// Before a store of somebody else's make.
    public ServerSettings withEndpoint(EndpointAddress address) {
        return new ServerSettings(
                releases,
                host,
                port,
                limits,
                clients,
                services,
                queries,
                texts,
                report,
                operating,
                warmsUp,
                Optional.of(address));
    }
}
