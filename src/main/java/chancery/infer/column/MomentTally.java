package chancery.infer.column;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What is known of a column's values as dates and times.
final class MomentTally {
    private static final int MOST_FORMS = 40;
    private static final int TRIED = 1000;

    private final MomentForm.Forms forms;
    private final Map<MomentForm, Long> counts = new LinkedHashMap<>();
    private final Odd odd = new Odd();
    private long tried;
    private long moments;
    private int fraction;

    MomentTally(MomentForm.Forms forms) {
        this.forms = forms;
    }

    void add(String text, long times) {
        if (tried > TRIED && moments < tried / 2) {
            return;
        }
        boolean settled = tried > TRIED && counts.containsValue(tried);
        if (settled) {
            counts.values().removeIf(count -> count < tried);
        }
        tried += times;
        List<MomentForm> fitting = settled ? forms.of(text, counts.keySet()) : forms.of(text);
        if (fitting.isEmpty()) {
            odd.add(text, times);
            return;
        }
        moments += times;
        for (MomentForm form : fitting) {
            if (counts.size() < MOST_FORMS || counts.containsKey(form)) {
                counts.merge(form, times, Long::sum);
            }
        }
        int point = text.lastIndexOf('.');
        int end = point;
        while (end >= 0 && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1))) {
            end++;
        }
        fraction = Math.max(fraction, end - point);
    }

    /// The forms that all values have, the preferred one first.
    List<MomentForm> complete(long values) {
        List<MomentForm> complete = new ArrayList<>();
        counts.forEach(
                (form, count) -> {
                    if (count == values) {
                        complete.add(form);
                    }
                });
        complete.sort(
                Comparator.comparing(MomentForm::isMonthFirst)
                        .thenComparing(form -> !form.pattern().isEmpty())
                        .thenComparingInt(form -> -form.pattern().length()));
        return complete;
    }

    /// Values that are a date or a time in some form.
    long moments() {
        return moments;
    }

    /// Most digits behind seconds.
    int fraction() {
        return fraction;
    }

    Odd odd() {
        return odd;
    }
}
