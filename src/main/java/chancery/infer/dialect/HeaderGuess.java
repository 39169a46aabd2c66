package chancery.infer.dialect;

import chancery.infer.column.TypedText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the first record has names or values. Each column has a vote: against names if its first
/// cell is a value of the kind the others are, for them if it is another thing.
final class HeaderGuess {
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    private static final int LOOKED_AT = 300;
    private static final int WIDEST = 2000;
    private static final int MOST_ODD_PERCENT = 10;

    private final TypedText typed = new TypedText();
    private final List<String> first;
    private final List<List<String>> body;

    /// @param first as many fields as the others
    HeaderGuess(List<String> first, List<List<String>> body) {
        this.first = first.subList(0, Math.min(first.size(), WIDEST));
        this.body = body.subList(0, Math.min(body.size(), LOOKED_AT));
    }

    boolean isHeader() {
        Set<String> names = new HashSet<>();
        boolean years = areYears();
        int votes = 0;
        int typedNames = 0;
        boolean blank = false;
        boolean twice = false;
        for (int i = 0; i < first.size(); i++) {
            String name = first.get(i).strip();
            boolean value = typed.is(name) && !(years && YEAR.matcher(name).matches());
            blank |= name.isEmpty();
            twice |= !name.isEmpty() && !names.add(name);
            typedNames += value ? 1 : 0;
            votes += name.isEmpty() ? 0 : vote(i, name, value);
        }
        if (names.isEmpty()) {
            return false;
        }
        if (votes != 0) {
            return votes > 0;
        }
        return typedNames == 0 && !twice && (!blank || first.size() > 2);
    }

    private int vote(int column, String name, boolean value) {
        int values = 0;
        int odd = 0;
        boolean again = false;
        for (List<String> row : body) {
            String cell = row.get(column);
            if (!typed.isNothing(cell)) {
                values++;
                odd += typed.is(cell) ? 0 : 1;
                again |= cell.strip().equals(name);
            }
        }
        if (values > 0 && odd * 100 <= values * MOST_ODD_PERCENT) {
            return value || typed.isNothing(name) ? -1 : 1;
        }
        return again || value ? -1 : 0;
    }

    /// Years as names of columns, one after another.
    private boolean areYears() {
        int years = 0;
        int before = 0;
        for (String name : first) {
            if (YEAR.matcher(name.strip()).matches()) {
                int year = Integer.parseInt(name.strip());
                if (years > 0 && year <= before) {
                    return false;
                }
                before = year;
                years++;
            }
        }
        return years > 2 && !typed.is(first.getFirst());
    }
}
