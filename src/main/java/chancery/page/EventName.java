package chancery.page;

import chancery.vocab.Chy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// What an event without a label is called: its kind, who did it to whom, and when, as far as the
/// graph says so. Rows of large tables have no labels, for each would be one triple more a row.
final class EventName {
    private EventName() {}

    /// @return such as `Make a visit: Russia – Azerbaijan, 1 January 2018`; empty if nothing is
    ///     known but that it is an event
    static Optional<String> of(GraphView view, Node event) {
        if (!view.isA(event, Chy.term("Event"))) {
            return Optional.empty();
        }
        List<String> states = new ArrayList<>();
        for (String role : List.of("agent", "target")) {
            String state = view.text(event, Chy.term(role));
            if (!state.isEmpty()) {
                states.add(state);
            }
        }
        String kind = view.text(event, Chy.term("eventType"));
        String day = view.text(event, Chy.term("time"));
        String what = kind.isEmpty() && !states.isEmpty() ? "Event" : kind;
        String who = String.join(" – ", states);
        String name = who.isEmpty() ? what : what + ": " + who;
        if (name.isEmpty()) {
            return day.isEmpty() ? Optional.empty() : Optional.of("Event, " + day);
        }
        return Optional.of(day.isEmpty() ? name : name + ", " + day);
    }
}
