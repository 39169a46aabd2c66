package chancery.serve;

import java.util.Locale;
import java.util.Map;

/// What is asked, as far as an answer depends on it.
///
/// @param method      in capitals
/// @param path        as sent, percent signs and all; starts with `/`
/// @param parameters  of the query string, decoded; the first of each name
/// @param headers     by name in lower case; several of one name with commas between
/// @param origin      where the server is for whoever asks, such as `https://example.org`; without
///     a slash at its end
public record Request(
        String method,
        String path,
        Map<String, String> parameters,
        Map<String, String> headers,
        String origin) {
    /// Of a request without a usable `Host`.
    static final String NOWHERE = "http://localhost";

    public Request {
        parameters = Map.copyOf(parameters);
        headers = Map.copyOf(headers);
    }

    /// A plain GET.
    public static Request get(String path, String accept) {
        return get(path, Map.of(), accept);
    }

    /// A GET with parameters.
    public static Request get(String path, Map<String, String> parameters, String accept) {
        return new Request("GET", path, parameters, Map.of("accept", accept), NOWHERE);
    }

    /// @return `""` if there is none
    public String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    public String accept() {
        return header("Accept");
    }

    public boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
