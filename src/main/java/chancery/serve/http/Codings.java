package chancery.serve.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Whether a compressed body may be sent (RFC 9110, section 12.5.3).
public final class Codings {
    private Codings() {}

    /// @param header `Accept-Encoding`; `""` if there is none, then only the plain body is sure to
    ///     be understood
    public static boolean wantsGzip(String header) {
        Map<String, Double> qualities = new HashMap<>();
        for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = each.split(";", 2);
            String name = parts[0].strip().replaceFirst("^x-", "");
            if (!name.isEmpty()) {
                qualities.put(name, parts.length < 2 ? 1 : quality(parts[1].strip()));
            }
        }
        double gzip = qualities.getOrDefault("gzip", qualities.getOrDefault("*", 0.0));
        // the plain body is the less wanted of two equals: it is larger
        return gzip > 0 && gzip >= qualities.getOrDefault("identity", 0.0);
    }

    private static double quality(String parameter) {
        String value = parameter.replaceFirst("^q\\s*=\\s*", "");
        return value.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(value) : 0;
    }
}
