package chancery.guard.client;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// Who asks, as far as addresses tell.
///
/// @param name      an IPv4 address, or the first 64 bits of an IPv6 address
/// @param hasBudget whether it is held to a budget of its own
public record Client(String name, boolean hasBudget) {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    /// Bytes of an IPv6 address that one customer of a provider has as one.
    private static final int PREFIX_BYTES = 8;

    /// One that connects directly. Those of this machine have no budget: it is its operator, or a
    /// proxy that does not tell for whom it asks.
    public static Client connecting(String remoteAddress) {
        Optional<InetAddress> address = literal(remoteAddress);
        return address.isPresent() && address.get().isLoopbackAddress()
                ? new Client("loopback", false)
                : named(address, remoteAddress);
    }

    /// One behind a proxy.
    ///
    /// @param header        value of the header in which the proxy tells the client's address; of
    ///                      several values the last, which the proxy itself has put there, counts
    /// @param remoteAddress of the proxy; counts where the header holds no address
    public static Client behindProxy(String header, String remoteAddress) {
        String last = header.substring(header.lastIndexOf(',') + 1).strip();
        Optional<InetAddress> address = literal(last);
        return address.isPresent()
                ? named(address, last)
                : named(literal(remoteAddress), remoteAddress);
    }

    private static Client named(Optional<InetAddress> address, String text) {
        if (address.isEmpty()) {
            return new Client(text, true);
        }
        byte[] bytes = address.get().getAddress();
        if (address.get() instanceof Inet6Address) {
            Arrays.fill(bytes, PREFIX_BYTES, bytes.length, (byte) 0);
            return new Client(inet(bytes).getHostAddress() + "/64", true);
        }
        return new Client(address.get().getHostAddress(), true);
    }

    /// Never asks a name server.
    private static Optional<InetAddress> literal(String text) {
        String bare = text.replaceAll("^\\[|](:[0-9]*)?$|%.*$", "");
        boolean isLiteral =
                IPV4.matcher(bare).matches()
                        || (bare.contains(":") && IPV6.matcher(bare).matches());
        try {
            return isLiteral ? Optional.of(InetAddress.getByName(bare)) : Optional.empty();
        } catch (UnknownHostException notOne) {
            return Optional.empty();
        }
    }

    private static InetAddress inet(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
