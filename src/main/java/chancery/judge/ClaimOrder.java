package chancery.judge;

import chancery.evidence.ClaimKey;
import java.util.Comparator;

/// One order of claims, so that what is written does not depend on the order of the tables.
final class ClaimOrder {
    static final Comparator<ClaimKey> ORDER =
            Comparator.comparing(ClaimKey::source)
                    .thenComparing(ClaimKey::saidIn)
                    .thenComparing(ClaimKey::stance)
                    .thenComparing(key -> key.triple().getSubject().toString())
                    .thenComparing(key -> key.triple().getPredicate().toString())
                    .thenComparing(key -> key.triple().getObject().toString());

    private ClaimOrder() {}
}
