package chancery.page.answer;

import chancery.page.Example;
import java.util.List;
import java.util.regex.Pattern;

/// What a query asks, as its first line says it in a comment.
///
/// @param words     `""` if it has no such line
/// @param isChanged whether the query is another than the example whose question that is
public record Question(String words, boolean isChanged) {
    static final Question NONE = new Question("", false);

    private static final int LONGEST = 300;
    private static final Pattern YEAR_ALONE = Pattern.compile("[\"'](\\d{4})[\"']");

    public static Question of(String query, List<Example> examples) {
        String first = query.strip().lines().findFirst().orElse("");
        String words = first.startsWith("#") ? first.substring(1).strip() : "";
        boolean isExample =
                examples.stream().anyMatch(it -> it.query().strip().equals(query.strip()));
        boolean isOfExample = examples.stream().anyMatch(it -> it.question().equals(words));
        return words.isEmpty() || words.length() > LONGEST
                ? NONE
                : new Question(words, isOfExample && !isExample);
    }

    /// What may be wrong with a query that finds nothing; `""` if nothing comes to mind.
    static String whyNothing(String query) {
        var year = YEAR_ALONE.matcher(query);
        return year.find()
                ? "The query has “%1$s” alone: a day is written in full, such as %1$s-01-25. For all of a year, take FILTER(STRSTARTS(STR(?day), \"%1$s\"))."
                        .formatted(year.group(1))
                : "";
    }
}
