package chancery.release.plan;

/// How often a predicate comes.
///
/// @param triples  with it
/// @param subjects different ones of these
/// @param objects  likewise
record PredicateCount(long triples, long subjects, long objects) {
    /// Triples that a subject has on average.
    double perSubject() {
        return (double) triples / subjects;
    }

    /// Triples that an object has on average.
    double perObject() {
        return (double) triples / objects;
    }

    PredicateCount plus(PredicateCount other) {
        return new PredicateCount(
                triples + other.triples, subjects + other.subjects, objects + other.objects);
    }
}
