package chancery.infer.column;

import chancery.describe.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Decides what a column is, from what was counted and from what it is called.
public final class ColumnDecision {
    /// Pairs of words for true and false, as a format writes them.
    private static final List<String> TRUTHS =
            List.of(
                    "true|false",
                    "TRUE|FALSE",
                    "True|False",
                    "T|F",
                    "t|f",
                    "Y|N",
                    "y|n",
                    "yes|no",
                    "Yes|No",
                    "YES|NO",
                    "ja|nein",
                    "Ja|Nein",
                    "J|N",
                    "oui|non",
                    "Oui|Non",
                    "O|N",
                    "sí|no",
                    "Sí|No",
                    "si|no",
                    "да|нет",
                    "Да|Нет");

    private static final Pattern FLAG =
            Pattern.compile(
                    "(?i)(?:is|has|was|are|had|can)(?:[_ ].*)|(?:is|has|was)[A-Z].*"
                            + "|.*(?:flag|dummy|bool|boolean|y/n|yes/no|true/false).*");
    private static final Pattern YEAR =
            Pattern.compile("(?i).*(?:year|jahr|ann[ée]e|año|год).*|(?:.*[^a-z])?yr(?:[^a-z].*)?");
    private static final Pattern TWO_DIGIT_YEAR =
            Pattern.compile("\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2}|\\d{1,2}[ -]\\p{L}{3,9}[ -]\\d{2,4}");
    private static final int MOST_LISTED = 8;
    private static final int LONGEST_CODE = 12;
    private static final int MANY = 10;
    private static final int NEARLY_PERCENT = 80;

    private final String title;
    private final ColumnSurvey survey;
    private final boolean commaIsFree;
    private final NullDecision nulls;

    /// @param title what the header calls it; `""` if nothing
    /// @param survey finished
    /// @param commaIsFree whether fields are not cut at commas, so that numbers may have one
    public ColumnDecision(String title, ColumnSurvey survey, boolean commaIsFree) {
        this.title = title;
        this.survey = survey;
        this.commaIsFree = commaIsFree;
        this.nulls = new NullDecision(survey);
    }

    /// What the other columns of the table tell.
    ///
    /// @param words that mean no value in columns of numbers and dates
    /// @param monthFirst whether dates that can be read in one way only have the month first
    public record Neighbours(Set<String> words, boolean monthFirst) {
        public Neighbours {
            words = Set.copyOf(words);
        }
    }

    public ColumnGuess decide(Neighbours neighbours) {
        ColumnGuess guess = type();
        if (guess.swappable()) {
            guess = inOrder(neighbours.monthFirst());
        }
        guess = nulls.decide(guess, neighbours.words());
        boolean full = survey.missing() == 0 && !survey.hasBlanks() && guess.nulls().isEmpty();
        if (full && survey.values() >= MANY) {
            guess = guess.asRequired();
        }
        if (survey.missing() > 0 && survey.values() > 0) {
            guess = guess.noting(Counted.of(survey.missing()) + " without a value");
        }
        return guess;
    }

    /// The words and codes that mean no value here, if the column is one of numbers, dates or the
    /// like.
    public Set<String> typedWords() {
        if (survey.values() == 0) {
            return Set.of();
        }
        ColumnGuess guess = type();
        return guess.isText()
                ? Set.of()
                : nulls.decide(guess, Set.of()).nulls().stream()
                        .filter(word -> !word.isBlank())
                        .collect(Collectors.toSet());
    }

    /// Whether the dates can only be read with the month first.
    public boolean isMonthFirst() {
        return form().filter(MomentForm::isMonthFirst).isPresent() && !type().isText();
    }

    private Optional<MomentForm> form() {
        return survey.moments().complete(survey.values()).stream().findFirst();
    }

    private ColumnGuess inOrder(boolean monthFirst) {
        MomentForm dayFirst = form().orElseThrow();
        MomentForm form = monthFirst ? dayFirst.exchanged() : dayFirst;
        return momentGuess(form)
                .asSwappable()
                .noting(
                        "no number of a day or month is above 12, so they could be the other way"
                                + " round: "
                                + form.exchanged().pattern()
                                + (monthFirst ? "; another column has the month first" : ""));
    }

    private ColumnGuess type() {
        long values = survey.values();
        if (values == 0) {
            return ColumnGuess.of(
                    ColumnGuess.STRING,
                    survey.words().isEmpty() ? "no value in any row" : "no value that says more");
        }
        return truth().or(this::number).or(this::moment).or(this::iri).orElseGet(this::text);
    }

    /// @param what in the plural, such as `years`
    private String all(String what) {
        return switch ((int) Math.min(survey.values(), 3)) {
            case 1 -> "one value, of the kind: " + what;
            case 2 -> "both values are " + what;
            default -> "all " + Counted.of(survey.values(), "value") + " are " + what;
        };
    }

    private Optional<ColumnGuess> truth() {
        Set<String> different = survey.different();
        if (different.isEmpty() || different.size() > 2) {
            return Optional.empty();
        }
        for (String pair : TRUTHS) {
            List<String> words = List.of(pair.split("\\|"));
            boolean clear = different.size() == 2 || pair.equalsIgnoreCase("true|false");
            if (clear && words.containsAll(different)) {
                Json type =
                        pair.equals("true|false")
                                ? JsonBuilder.text("boolean")
                                : new JsonBuilder()
                                        .put("base", "boolean")
                                        .put("format", pair)
                                        .build();
                return Optional.of(ColumnGuess.of("boolean", type, tabled()));
            }
        }
        if (different.equals(Set.of("0", "1")) && FLAG.matcher(title).matches()) {
            Json type = new JsonBuilder().put("base", "boolean").put("format", "1|0").build();
            return Optional.of(
                    ColumnGuess.of(
                            "boolean", type, tabled() + ", under a name that asks yes or no"));
        }
        return Optional.empty();
    }

    private Optional<ColumnGuess> number() {
        NumberTally numbers = survey.numbers();
        long values = survey.values();
        List<NumberStyle> styles = numbers.complete(values);
        if (styles.isEmpty()) {
            return Optional.empty();
        }
        NumberStyle style = styles.getFirst();
        if (style == NumberStyle.INTEGER) {
            return Optional.of(whole(numbers));
        }
        NumberStyle other =
                style == NumberStyle.DECIMAL
                        ? NumberStyle.GROUPED_POINT
                        : NumberStyle.GROUPED_COMMA;
        boolean twoWays = numbers.isAmbiguous(values) && styles.contains(other);
        if (twoWays && style == NumberStyle.DECIMAL_COMMA && !commaIsFree) {
            style = NumberStyle.GROUPED_COMMA;
        }
        boolean fraction =
                style == NumberStyle.DECIMAL
                        || style == NumberStyle.DECIMAL_COMMA
                        || style == NumberStyle.DOUBLE
                        || style.isPercent()
                        || !numbers.groupedAreWhole(style.decimalChar());
        String note = all("numbers" + signs(style));
        if (twoWays) {
            note +=
                    ", each with three digits behind the sign, which could also "
                            + (style.groupChar().isEmpty()
                                    ? "part groups"
                                    : "come before fractions");
        }
        return Optional.of(
                ColumnGuess.of(fraction ? "decimal" : "integer", style.datatype(!fraction), note));
    }

    private static String signs(NumberStyle style) {
        String fraction = style.decimalChar().equals(".") ? "" : " with a comma before fractions";
        String group =
                switch (style.groupChar()) {
                    case "" -> "";
                    case "," -> " with a comma between groups";
                    case "." -> " with a point between groups";
                    case " " -> " with a space between groups";
                    default -> " with an apostrophe between groups";
                };
        return (style.isPercent() ? " with a percent sign" : "")
                + group
                + (group.isEmpty() || fraction.isEmpty() ? "" : " and")
                + fraction
                + (style == NumberStyle.DOUBLE ? ", some with an exponent" : "");
    }

    private ColumnGuess whole(NumberTally numbers) {
        long values = survey.values();
        if (numbers.areYears(values) && YEAR.matcher(title).matches()) {
            return ColumnGuess.of("gYear", all("years" + butCodes(numbers)));
        }
        Optional<ColumnGuess> date = form().map(this::momentGuess);
        if (date.isPresent()) {
            return date.get();
        }
        ColumnGuess guess = ColumnGuess.of("integer", all("whole numbers"));
        if (numbers.areYears(values)) {
            guess = guess.noting("four digits each, perhaps years");
        } else if (numbers.areYearMonths(values)) {
            guess = guess.noting("perhaps a year and a month (yyyyMM)");
        }
        return isListed() ? guess.noting(tabled() + perhapsTruths()) : guess;
    }

    /// Whether so few different values come so often that they are told one by one.
    private boolean isListed() {
        int different = survey.different().size();
        return different > 0 && different <= MOST_LISTED && survey.values() > different;
    }

    private String perhapsTruths() {
        return survey.different().equals(Set.of("0", "1")) ? ", perhaps false and true" : "";
    }

    private static String butCodes(NumberTally numbers) {
        return numbers.codesBelowZero().isEmpty() ? "" : " or codes for none";
    }

    private Optional<ColumnGuess> moment() {
        List<MomentForm> forms = survey.moments().complete(survey.values());
        if (forms.isEmpty()) {
            return Optional.empty();
        }
        MomentForm form = forms.getFirst();
        boolean bothWays =
                form.isDayFirst()
                        && form.pattern().indexOf('.') < 0
                        && forms.contains(form.exchanged());
        ColumnGuess guess = momentGuess(form);
        return Optional.of(bothWays ? guess.asSwappable() : guess);
    }

    private ColumnGuess momentGuess(MomentForm form) {
        return ColumnGuess.of(
                form.base().csvwName(),
                form.datatype(survey.moments().fraction()),
                all(form.shown()));
    }

    private Optional<ColumnGuess> iri() {
        if (survey.areIris()) {
            return Optional.of(ColumnGuess.of("anyURI", all("absolute IRIs")));
        }
        return survey.areSpans()
                ? Optional.of(ColumnGuess.of("duration", all("durations")))
                : Optional.empty();
    }

    private ColumnGuess text() {
        NumberTally numbers = survey.numbers();
        long values = survey.values();
        for (ListTally list : survey.lists()) {
            Optional<String> separator = list.separator();
            if (separator.isPresent()) {
                return ColumnGuess.of(
                                ColumnGuess.STRING,
                                "%s of %s are lists, %s items in all"
                                        .formatted(
                                                Counted.of(list.lists()),
                                                Counted.of(values, "value"),
                                                Counted.of(list.items())))
                        .withSeparator(separator.get());
            }
        }
        ColumnGuess guess = ColumnGuess.of(ColumnGuess.STRING, codeType(), shape());
        if (numbers.padded() > 0) {
            return guess.noting(Counted.of(numbers.padded()) + " begin with a zero: kept as text");
        }
        MomentTally moments = survey.moments();
        return guess.noting(nearly(numbers.usual(), "numbers", numbers.odd()))
                .noting(nearly(moments.moments(), "dates or times", moments.odd()))
                .noting(unreadableDates());
    }

    private Json codeType() {
        boolean codes =
                survey.shortest() == survey.longest()
                        && survey.longest() > 1
                        && survey.longest() <= LONGEST_CODE
                        && !survey.hasSpaces()
                        && survey.edged() == 0
                        && survey.fingerprints().size() >= MANY
                        && survey.words().keySet().stream()
                                .allMatch(word -> word.length() == survey.longest());
        return codes
                ? new JsonBuilder()
                        .put("base", ColumnGuess.STRING)
                        .put("length", JsonBuilder.number(survey.longest()))
                        .build()
                : JsonBuilder.text(ColumnGuess.STRING);
    }

    private String shape() {
        long values = survey.values();
        if (isListed()) {
            return tabled();
        }
        String counted = Counted.of(values, "value");
        if (values > 1 && survey.isRepeated() && !survey.fingerprints().isFull()) {
            counted += ", " + Counted.of(survey.fingerprints().size()) + " different";
        } else if (values > 1 && !survey.isRepeated()) {
            counted += ", no two the same";
        }
        return counted
                + (survey.shortest() == survey.longest()
                        ? ", each of " + Counted.of(survey.longest(), "character")
                        : ", of %s to %s"
                                .formatted(
                                        Counted.of(survey.shortest()),
                                        Counted.of(survey.longest(), "character")))
                + (survey.withLineBreaks() == 0
                        ? ""
                        : ", " + Counted.of(survey.withLineBreaks()) + " over several lines");
    }

    /// Every different value with how often it stands there.
    private String tabled() {
        return survey.table().entrySet().stream()
                .sorted(
                        Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                .map(one -> Odd.quoted(one.getKey()) + " (" + Counted.of(one.getValue()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String nearly(long fitting, String what, Odd odd) {
        long values = survey.values();
        boolean most = fitting < values && fitting * 100 >= values * NEARLY_PERCENT;
        return most
                ? "%s of them are %s, but not %s".formatted(Counted.of(fitting), what, odd)
                : "";
    }

    private String unreadableDates() {
        return survey.different().stream().anyMatch(t -> TWO_DIGIT_YEAR.matcher(t).matches())
                ? "some look like dates in a form for which CSV on the Web has no pattern"
                : "";
    }
}
