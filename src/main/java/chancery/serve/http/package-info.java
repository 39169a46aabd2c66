/// What HTTP says of files: which part of one is asked for, whether the asker has it already, and
/// in which coding it may be sent (RFC 9110).
///
/// In: header fields. Out: decisions, as values. Not here: servlets, files, what is served. Start
/// reading at [ByteRange].
@NullMarked
package chancery.serve.http;

import org.jspecify.annotations.NullMarked;
