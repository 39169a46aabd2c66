package chancery.serve;

import java.util.Map;

/// What is asked, as far as an answer depends on it.
///
/// @param method      in capitals
/// @param path        as sent, percent signs and all; starts with `/`
/// @param parameters  of the query string, decoded; the first of each name
/// @param accept      the header; `""` if there is none
/// @param ifNoneMatch the header; `""` if there is none
public record Request(
        String method,
        String path,
        Map<String, String> parameters,
        String accept,
        String ifNoneMatch) {
    public Request {
        parameters = Map.copyOf(parameters);
    }

    /// A plain GET.
    public static Request get(String path, String accept) {
        return new Request("GET", path, Map.of(), accept, "");
    }

    public boolean isReading() {
        return method.equals("GET") || method.equals("HEAD");
    }
}
