package chancery.serve;

import chancery.guard.endpoint.EndpointFailure;
import chancery.serve.http.Problem;
import chancery.serve.http.ProblemKind;

/// What is answered when the store behind the server gives no answer.
final class StoreReplies {
    private StoreReplies() {}

    static Reply of(EndpointFailure failure) {
        String reason = failure.publicReason();
        return new Reply.Failed(
                switch (failure.kind()) {
                    case GONE ->
                            Problem.of(ProblemKind.ENDPOINT_GONE, reason)
                                    .after(HttpReplies.RETRY_AFTER_SECONDS);
                    case FAILED, DECLINED -> Problem.of(ProblemKind.ENDPOINT_FAILED, reason);
                    case TOO_SLOW -> Problem.of(ProblemKind.ENDPOINT_TOO_SLOW, reason);
                });
    }
}
