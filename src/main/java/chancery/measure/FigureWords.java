package chancery.measure;

import chancery.time.NumberWords;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of a text that says a figure: tokens, and the numbers that begin at one of them.
///
/// @param tokens in small letters; a number in digits is one token without its commas; signs of
///     units are tokens; hyphens part words
record FigureWords(List<String> tokens) {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?(?!\\d)|\\d+(?:\\.\\d+)?(?:st|nd|rd|th)?"
                            + "|us\\$|km²|mi²|[$€₼₽%+–—]|\\p{L}+");

    /// Between digits it means "to"; between words it means nothing here.
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\d)\\s?[-−]\\s?(?=\\d)");

    private static final BigDecimal DOZEN = new BigDecimal(12);

    FigureWords {
        tokens = List.copyOf(tokens);
    }

    /// A number and its place.
    ///
    /// @param value with the scale of its last written digit: 2.403 billion has scale -6
    /// @param start index of its first token
    /// @param end index after its last token
    /// @param power of ten that a word such as `million` stands for; 0 without such a word
    /// @param unit the unit that is in the number words themselves (`decade`, `half`); else null
    record Figure(BigDecimal value, int start, int end, int power, @Nullable Unit unit) {
        Figure(BigDecimal value, int start, int end) {
            this(value, start, end, 0, null);
        }

        Figure to(int newEnd, int scale, @Nullable Unit implied) {
            return new Figure(value.scaleByPowerOfTen(scale), start, newEnd, scale, implied);
        }
    }

    static FigureWords of(String words) {
        String lower = words.toLowerCase(Locale.ROOT).replace('\u00A0', ' ');
        String spans = HYPHEN.matcher(lower).replaceAll("–");
        return new FigureWords(
                TOKEN.matcher(spans)
                        .results()
                        .map(MatchResult::group)
                        .map(token -> token.replace(",", ""))
                        .toList());
    }

    /// @return the token, or an empty one outside the words
    String at(int index) {
        return index < 0 || index >= tokens.size() ? "" : tokens.get(index);
    }

    /// @return all figures, in their order
    List<Figure> figures() {
        List<Figure> out = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Figure> found = figure(at);
            found.ifPresent(out::add);
            at = found.map(Figure::end).orElse(at + 1);
        }
        return out;
    }

    private Optional<Figure> figure(int from) {
        if (at(from).equals("half") || at(from).equals("quarter")) {
            return fraction(from);
        }
        if (at(from).equals("dozen")) {
            return Optional.of(new Figure(DOZEN, from, from + 1));
        }
        Optional<Figure> number = digits(from).or(() -> words(from)).or(() -> ordinal(from));
        return number.map(this::scaled);
    }

    private Optional<Figure> digits(int from) {
        return at(from).matches("\\d{1,30}(\\.\\d{1,30})?")
                ? Optional.of(new Figure(new BigDecimal(at(from)), from, from + 1))
                : Optional.empty();
    }

    private Optional<Figure> words(int from) {
        return NumberWords.read(tokens, from)
                .map(found -> new Figure(new BigDecimal(found.value()), from, found.end()));
    }

    private Optional<Figure> ordinal(int from) {
        OptionalInt place = NumberWords.ordinal(at(from));
        return place.isEmpty()
                ? Optional.empty()
                : Optional.of(new Figure(new BigDecimal(place.getAsInt()), from, from + 1));
    }

    /// `half a million`, `half million`, `quarter of a million`; alone a share in percent.
    private Optional<Figure> fraction(int from) {
        BigDecimal part = new BigDecimal(at(from).equals("half") ? "0.5" : "0.25");
        int next = from + 1;
        while (at(next).equals("of") || at(next).equals("a")) {
            next++;
        }
        int power = power(at(next));
        return Optional.of(
                power > 0
                        ? new Figure(part, from, from).to(next + 1, power, null)
                        : new Figure(part.movePointRight(2), from, from + 1, 0, Unit.PERCENT));
    }

    private Figure scaled(Figure number) {
        String next = at(number.end);
        if (next.equals("decade") || next.equals("decades")) {
            return number.to(number.end + 1, 1, Unit.YEAR);
        }
        if (next.equals("dozen")) {
            return new Figure(number.value.multiply(DOZEN), number.start, number.end + 1);
        }
        int power = power(next);
        return power > 0 ? number.to(number.end + 1, power, null) : number;
    }

    private static int power(String word) {
        return switch (word) {
            case "hundred", "hundreds" -> 2;
            case "thousand", "thousands" -> 3;
            case "million", "millions", "mln", "mn" -> 6;
            case "billion", "billions", "bln", "bn" -> 9;
            case "trillion", "trillions", "trn", "tn" -> 12;
            default -> 0;
        };
    }
}
