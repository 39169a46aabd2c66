/// Encodings that the JDK does not have.
///
/// In: the name of an encoding. Out: a charset that decodes it. Not here: the labels, which
/// [chancery.table.Encodings] knows. Start reading at [WebCharsets].
@NullMarked
package chancery.table.charset;

import org.jspecify.annotations.NullMarked;
