/// What each source says of a thing: `/claims`.
///
/// The claims about a subject come in the order of their sources and of the text. A passage stands
/// once, with all that was read out of it; where the sources agree and where they do not is said
/// first. [chancery.page.claims.ClaimsPage] is the place to start.
@NullMarked
package chancery.page.claims;

import org.jspecify.annotations.NullMarked;
