/// What somebody who searches may mean besides names: two states, a kind of thing, a time.
///
/// In: what was typed, and the index of names. Out: what was understood of it ([Meant]) and pages
/// where it is shown ([Offers]). Nothing is guessed beyond words that are there.
@NullMarked
package chancery.page.find;

import org.jspecify.annotations.NullMarked;
