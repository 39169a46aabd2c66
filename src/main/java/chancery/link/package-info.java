/// Candidates for links: things here without an item elsewhere, and a reconciliation service
/// that is asked for them.
///
/// In comes the default graph of a release ([UnlinkedThings]); out go questions to a service that
/// speaks the Entity Reconciliation API of the W3C's community group ([Service]), and a table
/// of what it offers, with reasons ([CandidateTable]). Nothing is accepted here: a person
/// decides in the table, and [Decisions] makes links and negative links of it. Start at
/// [Search].
@NullMarked
package chancery.link;

import org.jspecify.annotations.NullMarked;
