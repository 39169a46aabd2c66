package chancery.page;

import chancery.page.DisagreementPage.Position;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The reason of a decision as a reader takes it. In the data it names things by their ids and
/// times as EDTF writes them, so that it is the same in every language.
final class Rationale {
    private static final Pattern DAY =
            Pattern.compile(
                    "(?<![\\p{Alnum}/.-])\\d{4}(-\\d{2}(-\\d{2})?[?~%]?|[?~%])(?![\\p{Alnum}/-])");

    private final Map<String, String> names = new HashMap<>();

    Rationale(List<Position> positions) {
        for (Position position : positions) {
            name(position.claim().subject());
            name(position.claim().value());
            position.chain().forEach(said -> name(said.statement()));
            String source = position.claim().source().href();
            names.put(id(source), Opponents.shortName(position.claim().source()));
        }
        // what is one plain word may be meant as a word
        names.keySet().removeIf(id -> !id.contains("-"));
    }

    private void name(Link thing) {
        if (thing.href().startsWith("/id/") && !thing.href().startsWith("/id/time/")) {
            names.put(id(thing.href()), thing.text());
        }
    }

    private static String id(String href) {
        return href.substring(href.lastIndexOf('/') + 1);
    }

    Link inWords(Link reason) {
        String text = reason.text();
        List<String> longestFirst =
                names.keySet().stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
        for (String id : longestFirst) {
            String name = names.getOrDefault(id, id);
            text =
                    Pattern.compile("(?<![\\p{Alnum}-])" + Pattern.quote(id) + "(?![\\p{Alnum}-])")
                            .matcher(text)
                            .replaceAll(Matcher.quoteReplacement(name));
        }
        String words =
                DAY.matcher(text)
                        .replaceAll(day -> Matcher.quoteReplacement(Dates.inWords(day.group())));
        return new Link(words, reason.href(), reason.lang());
    }
}
