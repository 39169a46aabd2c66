package chancery.serve;

import chancery.guard.Guard;
import chancery.guard.client.Admission;
import chancery.guard.client.Client;
import chancery.guard.client.ClientRules;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

/// Whose turn it is: asks the guard for a place on behalf of a request's client.
final class Turns {
    private final Guard guard;
    private final ClientRules rules;

    Turns(Guard guard, ClientRules rules) {
        this.guard = guard;
        this.rules = rules;
    }

    Guard guard() {
        return guard;
    }

    /// Waits a little for a place.
    Admission ask(HttpServletRequest request) {
        return guard.enter(client(request));
    }

    /// Does the work if there is a place for it.
    Reply inTurn(HttpServletRequest request, Supplier<Reply> work) {
        Admission admission = ask(request);
        if (!(admission instanceof Admission.Place place)) {
            return refusal(admission);
        }
        try {
            return work.get();
        } finally {
            place.close();
        }
    }

    /// What is answered to who did not get a place.
    static Reply refusal(Admission admission) {
        return switch (admission) {
            case Admission.OverBudget over ->
                    new Reply.TooManyRequests(over.reason(), over.retryAfterSeconds());
            case Admission.Busy busy -> new Reply.Unavailable(busy.reason());
            case Admission.Place place -> throw new IllegalArgumentException("not refused");
        };
    }

    private Client client(HttpServletRequest request) {
        if (rules.header().isEmpty()) {
            return rules.client(request.getRemoteAddr(), "");
        }
        List<String> told = Collections.list(request.getHeaders(rules.header()));
        return rules.client(request.getRemoteAddr(), told.isEmpty() ? "" : told.getLast());
    }
}
