package chancery.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Chooses among offers by an `Accept` header (RFC 9110, section 12.5.1).
final class Negotiation {
    /// What older programs still call a type (rdflib asks for N-Triples as `text/plain`).
    private static final Map<String, String> FORMER_NAMES =
            Map.of("application/n-triples", "text/plain", "text/turtle", "text/n3");

    private final List<Range> ranges;

    /// One media range of the header.
    ///
    /// @param quality 0 to 1
    private record Range(String type, double quality, boolean isVersion12) {
        /// @return how precisely it names the type; -1 if not at all
        int precision(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            if (type.equals(FORMER_NAMES.get(mediaType))) {
                return 2;
            }
            if (type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1))) {
                return 1;
            }
            return type.equals("*/*") ? 0 : -1;
        }
    }

    /// @param accept the header; an empty one accepts everything
    Negotiation(String accept) {
        this.ranges =
                accept.isBlank()
                        ? List.of(new Range("*/*", 1, false))
                        : split(accept, ',').stream().map(Negotiation::range).toList();
    }

    /// The offer of the highest quality; of equal ones the first. Empty if none is acceptable.
    Optional<Offer> choose(List<Offer> offers) {
        Optional<Offer> best = Optional.empty();
        double bestQuality = 0;
        for (Offer offer : offers) {
            double quality = quality(offer.type());
            if (quality > bestQuality) {
                best = Optional.of(offer);
                bestQuality = quality;
            }
        }
        return best;
    }

    /// Whether this type was asked for with `version=1.2`, that is, with triple terms.
    boolean wantsTripleTerms(Offer offer) {
        return ranges.stream().anyMatch(r -> r.isVersion12() && r.type().equals(offer.type()));
    }

    /// The most precise range that matches decides.
    private double quality(String type) {
        double quality = 0;
        int precision = -1;
        for (Range range : ranges) {
            if (range.precision(type) > precision) {
                precision = range.precision(type);
                quality = range.quality();
            }
        }
        return quality;
    }

    private static Range range(String text) {
        List<String> parts = split(text, ';');
        double quality = 1;
        boolean isVersion12 = false;
        for (int i = 1; i < parts.size(); i++) {
            String parameter = parts.get(i).strip().toLowerCase(Locale.ROOT).replace("\"", "");
            if (parameter.startsWith("q=")) {
                quality = qualityOf(parameter.substring(2));
            }
            isVersion12 |= parameter.equals("version=1.2");
        }
        return new Range(parts.get(0).strip().toLowerCase(Locale.ROOT), quality, isVersion12);
    }

    /// A quoted string is not cut.
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean isQuoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == '\\' && isQuoted) {
                i++;
            } else if (c == at && !isQuoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static double qualityOf(String text) {
        return text.matches("[01](\\.\\d{0,3})?") ? Math.min(1, Double.parseDouble(text)) : 0;
    }
}
