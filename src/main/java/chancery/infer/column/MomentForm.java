package chancery.infer.column;

import chancery.check.datatype.LiteralReader;
import chancery.check.datatype.Reading;
import chancery.describe.datatype.BaseType;
import chancery.describe.datatype.Datatype;
import chancery.describe.datatype.Datatype.Bounds;
import chancery.describe.datatype.Format;
import chancery.describe.datatype.MomentPattern;
import chancery.describe.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A datatype of dates and times, with the pattern that its texts have.
///
/// @param pattern `""` if they are written as XML Schema writes them
record MomentForm(BaseType base, String pattern) {
    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<date>0000([-/. ])00?\\2(?:00?)|00?([-/. ])00?\\3(?:0000)|00000000)?"
                            + "(?<between>[T ])?"
                            + "(?<time>00:00(?<seconds>:00(?<fraction>\\.0{1,9})?)?)?"
                            + "(?<zone>Z|[+-]00:?00|[+-]00)?");
    private static final Pattern RUN_TOGETHER = Pattern.compile("0{14}");
    private static final int LONGEST = 40;
    private static final int REMEMBERED = 1000;
    private static final String ANY_FRACTION = ".SSSSSSSSS";

    /// Which forms texts may have, by their shape, and the readers of the forms. Grows with what it
    /// is asked; used by one thread.
    static final class Forms {
        private final Map<String, List<MomentForm>> ofShape = new LinkedHashMap<>();
        private final Map<MomentForm, Function<String, Reading>> readers = new LinkedHashMap<>();

        /// All forms that read the text.
        List<MomentForm> of(String text) {
            if (text.length() < 4 || text.length() > LONGEST || !startsLikeOne(text)) {
                return List.of();
            }
            String shape = shape(text);
            List<MomentForm> possible = ofShape.get(shape);
            if (possible == null) {
                possible = forms(shape);
                if (ofShape.size() < REMEMBERED) {
                    ofShape.put(shape, possible);
                }
            }
            return possible.isEmpty()
                    ? possible
                    : possible.stream().filter(form -> reads(form, text)).toList();
        }

        /// Those of some forms that read the text.
        List<MomentForm> of(String text, Collection<MomentForm> some) {
            if (text.length() > LONGEST || !startsLikeOne(text)) {
                return List.of();
            }
            return some.stream().filter(form -> reads(form, text)).toList();
        }

        private boolean reads(MomentForm form, String text) {
            boolean plausible =
                    !form.isRunTogether()
                            || (text.compareTo("18") >= 0 && text.compareTo("22") < 0);
            return plausible
                    && readers.computeIfAbsent(form, MomentForm::reader).apply(text)
                            instanceof Reading.Fits;
        }
    }

    private static boolean startsLikeOne(String text) {
        char first = text.charAt(0);
        return first >= '0' && first <= '9';
    }

    private static String shape(String text) {
        StringBuilder shape = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            shape.append(c >= '0' && c <= '9' ? '0' : c);
        }
        return shape.toString();
    }

    private static List<MomentForm> forms(String shape) {
        if (shape.equals("0000-00")) {
            return List.of(new MomentForm(BaseType.G_YEAR_MONTH, ""));
        }
        if (RUN_TOGETHER.matcher(shape).matches()) {
            return List.of(new MomentForm(BaseType.DATE_TIME, "yyyyMMddHHmmss"));
        }
        Matcher parts = SHAPE.matcher(shape);
        if (!parts.matches()) {
            return List.of();
        }
        boolean dated = parts.group("date") != null;
        boolean timed = parts.group("time") != null;
        if ((dated && timed) != (parts.group("between") != null) || (!dated && !timed)) {
            return List.of();
        }
        if (!timed && parts.group("zone") != null) {
            return List.of();
        }
        List<MomentForm> forms = new ArrayList<>();
        for (String date : dated ? dates(parts.group("date")) : List.of("")) {
            forms.add(form(date, timed, parts));
        }
        return List.copyOf(forms);
    }

    /// The padded pattern first, for it says more.
    private static List<String> dates(String shape) {
        if (shape.length() == 8 && shape.equals("00000000")) {
            return List.of("yyyyMMdd");
        }
        List<String> dates = new ArrayList<>();
        if (shape.startsWith("0000")) {
            String sign = shape.substring(4, 5);
            if (shape.length() == 10) {
                dates.add("yyyy" + sign + "MM" + sign + "dd");
            }
            dates.add("yyyy" + sign + "M" + sign + "d");
            return dates;
        }
        String sign = shape.substring(shape.length() - 5, shape.length() - 4);
        if (shape.length() == 10) {
            dates.add("dd" + sign + "MM" + sign + "yyyy");
            dates.add("MM" + sign + "dd" + sign + "yyyy");
        }
        dates.add("d" + sign + "M" + sign + "yyyy");
        dates.add("M" + sign + "d" + sign + "yyyy");
        return dates;
    }

    private static MomentForm form(String date, boolean timed, Matcher parts) {
        if (!timed) {
            return new MomentForm(BaseType.DATE, date.equals("yyyy-MM-dd") ? "" : date);
        }
        boolean seconds = parts.group("seconds") != null;
        String zone = parts.group("zone");
        boolean plainZone = zone == null || zone.equals("Z") || zone.indexOf(':') > 0;
        boolean plainDate = date.isEmpty() || (date.equals("yyyy-MM-dd") && isT(parts));
        BaseType base = date.isEmpty() ? BaseType.TIME : BaseType.DATE_TIME;
        if (seconds && plainZone && plainDate) {
            return new MomentForm(base, "");
        }
        String between = date.isEmpty() ? "" : String.valueOf(parts.group("between"));
        return new MomentForm(
                base,
                date
                        + between
                        + "HH:mm"
                        + (seconds ? ":ss" : "")
                        + (parts.group("fraction") == null ? "" : ANY_FRACTION)
                        + (zone == null ? "" : plainZone ? "XXX" : "X"));
    }

    private static boolean isT(Matcher parts) {
        return "T".equals(parts.group("between"));
    }

    private boolean isRunTogether() {
        return pattern.startsWith("yyyyMMdd");
    }

    /// Whether the day comes first, or the month: such forms come in twos.
    boolean isDayFirst() {
        return pattern.startsWith("d");
    }

    boolean isMonthFirst() {
        return pattern.startsWith("M");
    }

    /// The same with day and month exchanged.
    MomentForm exchanged() {
        return new MomentForm(
                base, pattern.replace('d', '\0').replace('M', 'd').replace('\0', 'M'));
    }

    private static Function<String, Reading> reader(MomentForm form) {
        Format format = new Format.Plain();
        if (!form.pattern.isEmpty()) {
            format =
                    new Format.Fields(
                            MomentPattern.parse(form.pattern, form.base)
                                    .orElseThrow(() -> new IllegalStateException(form.toString())));
        }
        return LiteralReader.of(
                new Datatype.Moment(form.base, form.base.iri(), format, Bounds.none()), "");
    }

    /// @param fraction most digits behind the seconds
    Json datatype(int fraction) {
        if (pattern.isEmpty()) {
            return JsonBuilder.text(base.csvwName());
        }
        String shown = pattern.replace(ANY_FRACTION, "." + "S".repeat(Math.max(1, fraction)));
        return new JsonBuilder().put("base", base.csvwName()).put("format", shown).build();
    }

    /// As a description names it, such as `dates written dd.MM.yyyy`.
    String shown() {
        String plural =
                switch (base) {
                    case DATE -> "dates";
                    case TIME -> "times";
                    case G_YEAR_MONTH -> "months";
                    default -> "dates with times";
                };
        String iso = base == BaseType.DATE ? " written yyyy-MM-dd" : "";
        return plural
                + (pattern.isEmpty() ? iso : " written " + pattern.replace(ANY_FRACTION, ".S"));
    }
}
