package chancery.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Words of which a sentence is made and by which nothing can be found.
public final class QuestionWords {
    /// Of a few words, such as `Who are you`, each may be part of a name.
    private static final int FEWEST = 4;

    private static final int AT_MOST = 2 * Words.AT_MOST;

    private static final Set<String> SMALL =
            Set.of(
                    ("a an and any about all are at be been between by did do does for from had has"
                                    + " have how in is it its many much of on or say says since tell"
                                    + " that the their there they to until was were what when where"
                                    + " which who whom whose why with и в во о об с со к на по из за"
                                    + " между какие какой какая что кто когда где как почему ли və"
                                    + " ilə arasında hansı nə kim harada necə niyə üçün")
                            .split(" "));

    private QuestionWords() {}

    /// @return the same where that is short or has no other words
    public static String without(String typed) {
        List<String> words = Words.written(typed, AT_MOST);
        String left =
                words.stream()
                        .filter(word -> !SMALL.contains(word.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining(" "));
        return words.size() < FEWEST || left.isEmpty() ? typed : left;
    }
}
