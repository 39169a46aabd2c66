package chancery.serve.http;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which compressed body may be sent (RFC 9110, section 12.5.3).
public final class Codings {
    private Codings() {}

    /// @param header `Accept-Encoding`; `""` if there is none, then only the plain body is sure to
    ///     be understood
    /// @param offered names of the codings there are, of equals the better first
    /// @return the one to send; `""` for the plain body
    public static String choose(String header, List<String> offered) {
        Map<String, Double> qualities = new HashMap<>();
        for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = each.split(";", 2);
            String name = parts[0].strip().replaceFirst("^x-", "");
            if (!name.isEmpty()) {
                qualities.put(name, parts.length < 2 ? 1 : quality(parts[1].strip()));
            }
        }
        // the plain body is the less wanted of two equals: it is larger
        double best = qualities.getOrDefault("identity", 0.0);
        String chosen = "";
        for (String coding : offered) {
            // whoever takes anything is sure to mean only what everybody knows
            double any = coding.equals("gzip") ? qualities.getOrDefault("*", 0.0) : 0;
            double quality = qualities.getOrDefault(coding, any);
            if (quality > 0 && (chosen.isEmpty() ? quality >= best : quality > best)) {
                best = quality;
                chosen = coding;
            }
        }
        return chosen;
    }

    private static double quality(String parameter) {
        String value = parameter.replaceFirst("^q\\s*=\\s*", "");
        return value.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(value) : 0;
    }
}
