/// What is known of a thing in plain English sentences.
///
/// In: the surroundings of a thing. Out: a few [Sentence]s of words and values, each value with
/// what stands behind it. Only accepted triples are told, and nothing is added to them. Start
/// reading at [Sentences].
@NullMarked
package chancery.page.entity.sentence;

import org.jspecify.annotations.NullMarked;
