package chancery.guard.service;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Collectors;

/// Whom queries may ask by `SERVICE`, and how much of it.
///
/// @param servers all that may be asked; none is the usual
/// @param names   how names of hosts become addresses
public record ServiceRules(List<AllowedServer> servers, ServiceLimits limits, Names names) {
    public ServiceRules {
        servers = List.copyOf(servers);
    }

    /// How names of hosts become addresses.
    @FunctionalInterface
    public interface Names {
        /// @throws UnknownHostException if there are none
        List<InetAddress> lookUp(String host) throws UnknownHostException;
    }

    /// Nobody may be asked.
    public static ServiceRules none() {
        return of(List.of());
    }

    /// With standard limits and the names of this machine.
    public static ServiceRules of(List<AllowedServer> servers) {
        return new ServiceRules(
                servers, ServiceLimits.standard(), host -> List.of(InetAddress.getAllByName(host)));
    }

    public ServiceRules withLimits(ServiceLimits other) {
        return new ServiceRules(servers, other, names);
    }

    public ServiceRules withNames(Names other) {
        return new ServiceRules(servers, limits, other);
    }

    /// Whom the address belongs to.
    ///
    /// @throws ServiceFailure unless it is one that may be asked
    Target target(String address) {
        URI uri;
        try {
            uri = new URI(address);
        } catch (URISyntaxException e) {
            throw refused(address);
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused(address);
        }
        return servers.stream()
                .filter(server -> server.isAt(uri))
                .findFirst()
                .map(server -> new Target(uri, server))
                .orElseThrow(() -> refused(address));
    }

    /// An address, and the server of the list that it is of.
    record Target(URI address, AllowedServer server) {}

    private ServiceFailure refused(String address) {
        String shown = address.length() > 100 ? address.substring(0, 100) + "…" : address;
        String expected =
                servers.isEmpty()
                        ? "none, for this server asks no others"
                        : "one on the list: "
                                + servers.stream()
                                        .map(AllowedServer::toString)
                                        .collect(Collectors.joining(", "));
        return new ServiceFailure(
                ServiceFailure.Kind.REFUSED,
                "SERVICE: found <%s>, expected %s".formatted(shown, expected));
    }
}
