/// Questions to other servers (`SERVICE`): only to those allowed, within limits, whole or not at
/// all.
///
/// In: a `SERVICE` of a running query and the rows before it. Out: the rows joined with what the
/// other server answered. Start reading at [Services]; whom it may ask is in [ServiceRules], how in
/// [ServiceClient], at which addresses in [CheckedLookup].
@NullMarked
package chancery.guard.service;

import org.jspecify.annotations.NullMarked;
