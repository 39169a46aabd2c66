package chancery.page.browse;

import java.util.Set;

/// A thing, as far as it can be filtered by.
///
/// @param kinds    local names of its classes
/// @param states   ids of the states that it has to do with
/// @param sayings  who says anything of it, with which stance; of what is no subject of a claim,
///     who names it
/// @param voices   how many independent sources say something of it that is accepted
/// @param earliest ISO date; `""` if none is known
/// @param latest   likewise
/// @param firstDay the first day of any date that it has; `""` if it has none
/// @param isListed whether it is a state that only the register names, no source
/// @param lacks    what it is without; nothing is asked of what is only listed
record Item(
        String iri,
        String label,
        Set<String> kinds,
        Set<String> states,
        Set<Saying> sayings,
        int voices,
        String earliest,
        String latest,
        String firstDay,
        boolean isDisputed,
        boolean isListed,
        Set<Missing> lacks) {
    Item {
        kinds = Set.copyOf(kinds);
        states = Set.copyOf(states);
        sayings = Set.copyOf(sayings);
        lacks = Set.copyOf(lacks);
    }

    /// @param source id
    /// @param stance local name, such as `asserts`; `""` for the source of a reported statement
    record Saying(String source, String stance) {}
}
