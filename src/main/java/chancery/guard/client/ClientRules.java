package chancery.guard.client;

/// How clients are told apart, and what each may use.
///
/// @param header in which a proxy before this server tells the client's address; `""` if there is
///               none: then whoever connects is the client
public record ClientRules(Budget budget, String header) {
    /// The standard budget, no proxy.
    public static ClientRules standard() {
        return new ClientRules(Budget.standard(), "");
    }

    /// @param remoteAddress of the connection
    /// @param told          last value of the header; `""` if the request has none
    public Client client(String remoteAddress, String told) {
        return header.isEmpty()
                ? Client.connecting(remoteAddress)
                : Client.behindProxy(told, remoteAddress);
    }
}
