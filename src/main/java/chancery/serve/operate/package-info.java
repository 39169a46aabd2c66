/// For operators: what was asked and how it ended, in numbers and in lines; whether the server is
/// ready; the port on which they are told.
///
/// In: requests as they pass, and the state of the server. Out: metrics, a log, `/$/ready`. Not
/// here: answers to readers. Start reading at [Observer] and [AdminServer].
@NullMarked
package chancery.serve.operate;

import org.jspecify.annotations.NullMarked;
