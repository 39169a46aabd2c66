package chancery.infer;

import chancery.describe.ColumnNames;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of columns made from their titles: letters, digits and `_`, no two the same in a table.
final class ColumnTitles {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^A-Za-z0-9]+");
    private static final Pattern EDGES = Pattern.compile("^_+|_+$");
    private static final int LONGEST = 60;

    private ColumnTitles() {}

    /// @param titles `""` for a column that has none
    /// @return as many names
    static List<String> names(List<String> titles) {
        Set<String> taken = new HashSet<>();
        Map<String, Integer> last = new HashMap<>();
        List<String> names = new ArrayList<>(titles.size());
        for (int i = 0; i < titles.size(); i++) {
            String name = name(titles.get(i), i + 1);
            String unique = name;
            while (!taken.add(unique)) {
                unique = name + "_" + last.merge(name, 1, Integer::sum);
            }
            last.putIfAbsent(name, 1);
            names.add(unique);
        }
        return names;
    }

    private static String name(String title, int number) {
        if (title.length() <= LONGEST && ColumnNames.isName(title) && title.indexOf('%') < 0) {
            return title;
        }
        String plain =
                MARKS.matcher(Normalizer.normalize(title, Normalizer.Form.NFD)).replaceAll("");
        String name = EDGES.matcher(OTHERS.matcher(plain).replaceAll("_")).replaceAll("");
        String cut = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
        String trimmed = EDGES.matcher(cut).replaceAll("");
        // a title in other letters would leave a number or nothing
        boolean says = name.length() * 2 >= title.strip().length() && !trimmed.isEmpty();
        return says ? trimmed : "column_" + number;
    }
}
