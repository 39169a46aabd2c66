package chancery.page.figures;

import chancery.page.Reader;
import chancery.page.SpokenTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Which figures are asked for.
///
/// @param indicator id of what is measured; `""` for all
/// @param from      as it was typed; `""` for any time
/// @param to        likewise
public record Wanted(String indicator, String from, String to) {
    public static final Wanted ALL = new Wanted("", "", "");

    private static final String TIME = "a year, a month or a day, such as 2002 or January 2002";

    /// @throws Reader.Unreadable with what was found and expected
    public static Wanted by(Reader reader) {
        String indicator = reader.chosen("of");
        if (!indicator.matches("[a-z0-9-]{0,200}")) {
            throw Reader.Unreadable.of("of", indicator, "the id of what is measured");
        }
        return new Wanted(indicator, time(reader, "from"), time(reader, "to"));
    }

    private static String time(Reader reader, String name) {
        String text = reader.chosen(name).strip();
        if (!text.isEmpty() && SpokenTime.of(text).isEmpty()) {
            throw Reader.Unreadable.of(name, text, TIME);
        }
        return text;
    }

    /// Whether it lies in the period at least in part.
    ///
    /// @param earliest first day, such as `2008-01-01`; `""` if nothing says when
    /// @param latest   last day
    boolean letsTime(String earliest, String latest) {
        Optional<String> first = SpokenTime.of(from).map(it -> it.first().toString());
        Optional<String> last = SpokenTime.of(to).map(it -> it.last().toString());
        if (first.isEmpty() && last.isEmpty()) {
            return true;
        }
        return !earliest.isEmpty()
                && first.map(day -> latest.compareTo(day) >= 0).orElse(true)
                && last.map(day -> earliest.compareTo(day) <= 0).orElse(true);
    }

    public boolean isAll() {
        return equals(ALL);
    }

    /// The address of a page of these.
    String page(int number) {
        StringBuilder address = new StringBuilder("/figures?");
        add("of", indicator, address);
        add("from", from, address);
        add("to", to, address);
        return address.append("page=").append(number).toString();
    }

    private static void add(String name, String value, StringBuilder address) {
        if (!value.isEmpty()) {
            address.append(name)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                    .append('&');
        }
    }
}
