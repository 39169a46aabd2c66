package chancery.serve.http;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// Which compressed body may be sent (RFC 9110, section 12.5.3).
public final class Codings {
    private static final int BUFFER_BYTES = 16 * 1024;
    private static final int ZSTD_LEVEL = 3;

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

    /// In which of them a body of ours may be sent that is no file, the better first.
    public static final List<String> MADE_HERE = List.of("zstd", "gzip");

    /// Whether the plain body is not wanted at all.
    ///
    /// @param header `Accept-Encoding`; `""` if there is none
    public static boolean refusePlain(String header) {
        double any = 1;
        double plain = -1;
        for (String each : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = each.split(";", 2);
            double quality = parts.length < 2 ? 1 : quality(parts[1].strip());
            if (parts[0].strip().equals("identity")) {
                plain = quality;
            } else if (parts[0].strip().equals("*")) {
                any = quality;
            }
        }
        return plain < 0 ? any == 0 : plain == 0;
    }

    /// Codes what is written, as it comes. To be closed at the end, and only there.
    ///
    /// @param coding `""` for none
    public static OutputStream coded(String coding, OutputStream out) throws IOException {
        return switch (coding) {
            case "" -> out;
            case "gzip" -> new GZIPOutputStream(out, BUFFER_BYTES);
            case "zstd" -> new ZstdOutputStream(out, ZSTD_LEVEL);
            default -> throw new IllegalArgumentException("no coding " + coding);
        };
    }

    /// The same of a whole body.
    public static byte[] encode(String coding, byte[] bytes) {
        if (coding.isEmpty()) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(64, bytes.length / 4));
        try (OutputStream coded = coded(coding, out)) {
            coded.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written but memory", e);
        }
        return out.toByteArray();
    }

    private static double quality(String parameter) {
        String value = parameter.replaceFirst("^q\\s*=\\s*", "");
        return value.matches("[01](\\.\\d{0,3})?") ? Double.parseDouble(value) : 0;
    }
}
