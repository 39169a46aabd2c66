package chancery.guard.service;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/// Looks up the name of one server for one connection, which is then made to the very addresses
/// that were checked here. Nothing is looked up twice.
final class CheckedLookup implements DnsResolver {
    /// Of those that a name has, how many are tried.
    private static final int MOST = 4;

    private final AllowedServer server;
    private final ServiceRules.Names names;
    private final ExecutorService lookups;
    private final Deadline deadline;

    /// @param lookups a lookup cannot be broken off, only left alone
    CheckedLookup(
            AllowedServer server,
            ServiceRules.Names names,
            ExecutorService lookups,
            Deadline deadline) {
        this.server = server;
        this.names = names;
        this.lookups = lookups;
        this.deadline = deadline;
    }

    /// @throws ServiceFailure if one of the addresses is of a kind that is not asked
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> found = lookUp(host);
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        for (InetAddress address : found) {
            Reach reach = Reach.of(address);
            boolean isAllowed =
                    reach == Reach.PUBLIC || (reach == Reach.INSIDE && server.isPrivate());
            if (!isAllowed) {
                throw new ServiceFailure(
                        ServiceFailure.Kind.REFUSED,
                        "SERVICE: found %s to have an address inside of a network, expected public ones"
                                .formatted(server));
            }
        }
        return found.stream().limit(MOST).toArray(InetAddress[]::new);
    }

    private List<InetAddress> lookUp(String host) throws UnknownHostException {
        Future<List<InetAddress>> lookup = lookups.submit(() -> names.lookUp(host));
        try {
            return lookup.get(deadline.leftMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new ServiceFailure(
                    ServiceFailure.Kind.TOO_SLOW,
                    "SERVICE: found no address of %s in time".formatted(server),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host);
        } catch (ExecutionException e) {
            UnknownHostException unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
