package chancery.page.find;

import chancery.page.between.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Words for kinds of things, by their beginnings, in the languages in which one can search.
final class KindWords {
    private static final Map<Kind, List<String>> NOUNS =
            Map.of(
                    Kind.AGREEMENT,
                    List.of(
                            "agreement",
                            "treaty",
                            "treaties",
                            "accord",
                            "pact",
                            "protocol",
                            "declaration",
                            "convention",
                            "memorand",
                            "соглашени",
                            "договор",
                            "протокол",
                            "деклараци",
                            "saziş",
                            "müqavilə",
                            "protokol",
                            "bəyannamə"),
                    Kind.EVENT,
                    List.of(
                            "event", "meeting", "visit", "событи", "встреч", "визит", "hadisə",
                            "görüş", "səfər"),
                    Kind.FIGURE,
                    List.of(
                            "figure",
                            "trade",
                            "turnover",
                            "volume",
                            "statistics",
                            "товарооборот",
                            "показател",
                            "göstərici",
                            "ticarət"),
                    Kind.CONDITION,
                    List.of("condition", "relations", "отношени", "münasibət"),
                    Kind.MEMBERSHIP,
                    List.of("membership", "member", "членств", "üzv"),
                    Kind.FACILITY,
                    List.of("facility", "facilities", "station", "станци", "stansiya"),
                    Kind.STATEMENT,
                    List.of("statement", "speech", "speeches", "заявлени", "bəyanat"),
                    Kind.POSSIBILITY,
                    List.of("possibilit", "plan", "планы"));

    /// Of these the kind is less sure.
    private static final Map<Kind, List<String>> VERBS =
            Map.of(
                    Kind.AGREEMENT,
                    List.of("sign", "agree", "подпис", "imzala"),
                    Kind.EVENT,
                    List.of("met", "meet", "happen", "произошл", "baş"),
                    Kind.STATEMENT,
                    List.of("say", "said", "сказал", "dedi"));

    private KindWords() {}

    /// @param words in small letters
    /// @return empty if there is none, or one for more than one kind
    static Optional<Kind> in(List<String> words) {
        Set<Kind> named = in(words, NOUNS);
        Set<Kind> meant = named.isEmpty() ? in(words, VERBS) : named;
        return meant.size() == 1 ? Optional.of(meant.iterator().next()) : Optional.empty();
    }

    private static Set<Kind> in(List<String> words, Map<Kind, List<String>> beginnings) {
        return beginnings.entrySet().stream()
                .filter(
                        kind ->
                                words.stream()
                                        .anyMatch(
                                                word ->
                                                        kind.getValue().stream()
                                                                .anyMatch(word::startsWith)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
