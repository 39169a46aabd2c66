package chancery.page.between;

import chancery.page.Backing.Mark;
import chancery.page.Link;
import java.util.List;
import java.util.stream.Collectors;

/// A thing between two states as one row of a table.
///
/// @param part      of the list in which it stands
/// @param dates     in words; none if it has none
/// @param marks     of what says that there is such a thing, where no date has a mark
/// @param sources   that say something of it
/// @param isSure    whether it is accepted
/// @param isDateSure whether its dates are
/// @param stances   that are taken on it, in words, if it is not accepted
/// @param disputes  disagreements about it
public record Row(
        Part part,
        Kind kind,
        Link thing,
        List<Date> dates,
        List<Mark> marks,
        List<Link> sources,
        boolean isSure,
        boolean isDateSure,
        List<String> stances,
        List<Link> disputes) {
    public Row {
        dates = List.copyOf(dates);
        marks = List.copyOf(marks);
        sources = List.copyOf(sources);
        stances = List.copyOf(stances);
        disputes = List.copyOf(disputes);
    }

    /// Whether it can be told when it was.
    public enum Part {
        DATED,
        YEARLESS,
        UNDATED
    }

    /// @param property such as `signed`
    /// @param words    such as `25 January 2002`; of what is attested at an event, its name
    /// @param edtf     `""` if it is no time
    /// @param marks    each leads to a claim that says so
    public record Date(Link property, Link words, String edtf, List<Mark> marks) {
        public Date {
            marks = List.copyOf(marks);
        }
    }

    /// All its dates in one line.
    public String when() {
        return dates.stream()
                .map(date -> date.property().text() + " " + date.words().text())
                .collect(Collectors.joining("; "));
    }
}
