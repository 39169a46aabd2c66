package chancery.evidence;

import java.util.List;

/// One subject–property–value that a source makes, with every row that supports it.
///
/// @param supports 1..n, in the order of the tables
public record Claim(ClaimKey key, List<Support> supports) {
    public Claim {
        supports = List.copyOf(supports);
    }
}
