package chancery.time;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads dates as English prose writes them, to see whether quoted words mean a value.
///
/// Words around a date are passed over. Stray numbers are not, nor is a second date as exact as the
/// first, because then it is unclear which is meant. A year that is not written is never guessed:
/// `April 22` is `XXXX-04-22`.
public final class EnglishDate {
    /// What may be a date or a part of one.
    private static final String DATED = "dymecn";

    /// Stand between a date and the word that turns it into a limit.
    private static final Set<String> SMALL = Set.of("in", "on", "at", "period", "month");

    private EnglishDate() {}

    /// @param limited whether a word before it says of which side it is the limit
    private record Reading(String edtf, boolean limited) {}

    /// The tokens of one date, from the first to before the last.
    private record Form(int from, int to, String kinds, List<String> readings) {
        boolean mayLackYear() {
            return Set.of("m", "md", "dm", "ym").contains(kinds);
        }

        /// Year 1, month 2, day 3; what is no single date counts as a day.
        int exactness() {
            return switch (kinds) {
                case "y", "e", "c" -> 1;
                case "my", "sy", "hy", "qy" -> 2;
                default -> 3;
            };
        }
    }

    /// @param words a few words quoted from a text, as they stand there
    /// @return every date that a careful reader would take from them, the likeliest first; of
    ///     several dates the most exact one alone; perhaps none
    public static List<Edtf> read(String words) {
        return readings(words).stream()
                .map(reading -> edtf(reading.edtf))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// @param value of whatever calendar: the words are taken as a date of that one
    /// @return whether the words, read as a date, give the value: at the words' own precision, or
    ///     as one end of a period that is open at the other, for the rest of the sentence may say
    ///     that it lasted. Marks of doubt in the value may come from the rest of the sentence too;
    ///     those in the words must be in the value
    public static boolean states(String words, Edtf value) {
        String marked = value.expression().toString();
        return readings(words).stream()
                .filter(reading -> edtf(reading.edtf).isPresent())
                .anyMatch(reading -> gives(reading, marked));
    }

    private static boolean gives(Reading reading, String marked) {
        String date = reading.edtf;
        boolean doubted = date.endsWith("~") || date.endsWith("?");
        if (doubted) {
            String doubt = "[" + date.charAt(date.length() - 1) + "%]";
            return marked.replaceAll(doubt, "").equals(date.substring(0, date.length() - 1))
                    && !marked.replaceAll(doubt, "").equals(marked);
        }
        String wanted = marked.replaceAll("[?~%]", "");
        return wanted.equals(date)
                || (!reading.limited
                        && (openEnd(date).contains(wanted) || openBegin(date).contains(wanted)));
    }

    private static List<String> openEnd(String date) {
        return List.of(date + "/..", date + "/", "[" + date + "..]");
    }

    private static List<String> openBegin(String date) {
        return List.of("../" + date, "/" + date, "[.." + date + "]");
    }

    private static Optional<Edtf> edtf(String text) {
        try {
            return Optional.of(Edtf.parse(text));
        } catch (BadTime e) {
            return Optional.empty(); // such as "31 February 2002", which no reader would take
        }
    }

    private static Set<Reading> readings(String words) {
        List<DateToken> tokens = DateToken.read(words);
        Set<Reading> readings = new LinkedHashSet<>();
        the(forms(tokens))
                .ifPresent(
                        form -> {
                            for (String date : form.readings) {
                                readings.addAll(limited(wordAt(tokens, form), date));
                                atTime(tokens, date).ifPresent(readings::add);
                            }
                        });
        return readings;
    }

    /// @return the dates from left to right, each as long as can be; none when a number is left
    ///     over
    private static List<Form> forms(List<DateToken> tokens) {
        List<Form> forms = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Optional<Form> form = form(tokens, at);
            if (form.isEmpty() && DATED.indexOf(tokens.get(at).kind()) >= 0) {
                return List.of();
            }
            form.ifPresent(forms::add);
            at = form.map(Form::to).orElse(at + 1);
        }
        return forms;
    }

    private static Optional<Form> form(List<DateToken> tokens, int from) {
        for (int to = Math.min(tokens.size(), from + DateForms.LONGEST); to > from; to--) {
            List<DateToken> those = tokens.subList(from, to);
            List<String> readings = DateForms.readings(those);
            if (!readings.isEmpty()) {
                return Optional.of(new Form(from, to, DateToken.kinds(those), readings));
            }
        }
        return Optional.empty();
    }

    /// @return the one that is more exact than all others; none when a year stands beside a date
    ///     that may be of that year
    private static Optional<Form> the(List<Form> forms) {
        if (forms.size() > 1 && forms.stream().anyMatch(Form::mayLackYear)) {
            return Optional.empty();
        }
        int finest = forms.stream().mapToInt(Form::exactness).max().orElse(0);
        List<Form> those = forms.stream().filter(form -> form.exactness() == finest).toList();
        return those.size() == 1 ? Optional.of(those.getFirst()) : Optional.empty();
    }

    /// The word that may say of which side the date is a limit.
    private static String wordAt(List<DateToken> tokens, Form form) {
        if (form.to < tokens.size() && tokens.get(form.to).word().startsWith("onward")) {
            return "since";
        }
        int at = form.from - 1;
        while (at >= 0 && SMALL.contains(tokens.get(at).word())) {
            at--;
        }
        String word = at < 0 ? "" : tokens.get(at).word();
        String two = at < 1 ? "" : tokens.get(at - 1).word() + " " + word;
        return switch (two) {
            case "prior to" -> "before";
            case "later than" -> "until";
            default -> word;
        };
    }

    private static List<Reading> limited(String word, String date) {
        if (date.contains("/") || date.contains(",")) {
            return word.equals("between") ? between(date) : List.of(new Reading(date, false));
        }
        return switch (word) {
            case "since", "from", "starting" -> limits(date, openEnd(date));
            case "until", "till", "to", "by", "through" -> limits(date, openBegin(date));
            case "before" -> limits("", openBegin(date));
            case "after" -> limits("", openEnd(date));
            case "throughout", "during", "whole", "all", "entire", "over" -> filled(date);
            case "circa", "ca", "c", "about", "around", "approximately" -> limits(date + "~");
            case "probably", "perhaps", "possibly", "maybe" -> limits(date + "?");
            default -> List.of(new Reading(date, false));
        };
    }

    private static List<Reading> limits(String date) {
        return limits(date, List.of());
    }

    /// @param date empty when it is itself left out, as by `before`
    private static List<Reading> limits(String date, List<String> others) {
        List<Reading> readings = new ArrayList<>();
        if (!date.isEmpty()) {
            readings.add(new Reading(date, true));
        }
        others.forEach(other -> readings.add(new Reading(other, true)));
        return readings;
    }

    /// At some time within, or all the time.
    private static List<Reading> between(String dates) {
        String[] ends = dates.replaceAll("[{}]", "").split("[,/]");
        return List.of(
                new Reading(ends[0] + "/" + ends[1], false),
                new Reading("[" + ends[0] + ".." + ends[1] + "]", false));
    }

    /// The date, and all the time from its begin to its end.
    private static List<Reading> filled(String date) {
        List<String> periods = new ArrayList<>(List.of(date + "/" + date));
        if (date.matches("\\d{4}")) {
            periods.add(date + "-01/" + date + "-12");
        }
        edtf(date)
                .map(Edtf::bounds)
                .filter(bounds -> bounds.startEarliest() != null)
                .ifPresent(b -> periods.add(b.startEarliest() + "/" + b.endLatest()));
        List<Reading> readings = new ArrayList<>(List.of(new Reading(date, false)));
        readings.addAll(limits("", periods));
        return readings;
    }

    /// A day may be told with a time of day, in UTC if the words say so.
    private static Optional<Reading> atTime(List<DateToken> tokens, String date) {
        List<DateToken> clocks = tokens.stream().filter(token -> token.kind() == 't').toList();
        if (clocks.size() != 1 || !date.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        int second = clocks.getFirst().value();
        boolean utc = tokens.stream().map(DateToken::word).anyMatch(Set.of("utc", "gmt")::contains);
        String clock =
                String.format(
                        Locale.ROOT,
                        "T%02d:%02d:%02d",
                        second / 3600,
                        second / 60 % 60,
                        second % 60);
        return Optional.of(new Reading(date + clock + (utc ? "Z" : ""), true));
    }
}
