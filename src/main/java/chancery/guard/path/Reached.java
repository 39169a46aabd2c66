package chancery.guard.path;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/// The places that can be reached by one or more steps, each once, near ones first (the function
/// ALP of SPARQL 1.1, 18.4, as a loop).
final class Reached implements Iterator<Node> {
    private final Function<Node, Iterator<Node>> steps;
    private final Walked walked;
    private final Set<Node> seen = new HashSet<>();
    private final Deque<Node> toLeave = new ArrayDeque<>();
    private Iterator<Node> here = Collections.emptyIterator();
    private @Nullable Node next;

    /// @param steps from a place to those one step away
    /// @param atOnce whether the start is reached by no step at all
    Reached(Node start, boolean atOnce, Function<Node, Iterator<Node>> steps, Walked walked) {
        this.steps = steps;
        this.walked = walked;
        if (atOnce) {
            walked.remember(start);
            seen.add(start);
            next = start;
        }
        toLeave.add(start);
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            if (here.hasNext()) {
                Node place = here.next();
                walked.step();
                if (seen.add(place)) {
                    walked.remember(place);
                    toLeave.add(place);
                    next = place;
                }
            } else if (toLeave.isEmpty()) {
                return false;
            } else {
                here = steps.apply(toLeave.remove());
            }
        }
        return true;
    }

    @Override
    public Node next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        Node found = next;
        next = null;
        return found;
    }
}
