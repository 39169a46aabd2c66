package chancery.link;

/// One name of one thing, as a service is asked for it.
///
/// @param limit most candidates wanted
public record Question(Thing thing, Label label, int limit) {}
