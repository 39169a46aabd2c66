package chancery.serve.operate;

import jakarta.servlet.ServletRequest;
import org.apache.jena.query.Query;

/// What is seen of one request; it goes with the request, and who knows something notes it.
public final class Observation {
    private static final String ATTRIBUTE = Observation.class.getName();
    static final String ANSWERED = "answered";

    private String form = "other";
    private String text = "";
    private String outcome = ANSWERED;

    private Observation() {}

    /// The one of this request.
    public static Observation of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Observation known) {
            return known;
        }
        Observation made = new Observation();
        request.setAttribute(ATTRIBUTE, made);
        return made;
    }

    /// `select`, `ask`, `construct`, `describe` or `other`.
    public static String formOf(Query query) {
        return switch (query.queryType()) {
            case SELECT -> "select";
            case ASK -> "ask";
            case CONSTRUCT -> "construct";
            case DESCRIBE -> "describe";
            default -> "other";
        };
    }

    /// The query, once it has been read.
    ///
    /// @param queryForm as [#formOf] tells
    public void asks(String queryForm, String queryText) {
        form = queryForm;
        text = queryText;
    }

    /// How it ended, unless with a plain answer.
    ///
    /// @param how one of few words: it is a label of metrics
    public void endedBy(String how) {
        outcome = how;
    }

    String form() {
        return form;
    }

    String text() {
        return text;
    }

    String outcome() {
        return outcome;
    }
}
