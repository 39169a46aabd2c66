/// A thing's time line and its relations, as lists and as drawings.
///
/// In: the surroundings of a thing. Out: [TimeLine] and [Relations], with the coordinates that the
/// templates put into SVG. Start reading there.
@NullMarked
package chancery.page.entity.picture;

import org.jspecify.annotations.NullMarked;
