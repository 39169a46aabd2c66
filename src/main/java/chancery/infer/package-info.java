/// A first description of bare tables (CSV on the Web): from bytes to a metadata document in which
/// every guess says what it rests on.
///
/// In come files, out goes a [chancery.describe.json.Json] document. A table is read once, and once
/// more if only two columns together can be its key; what is held of it is bounded. Nothing is
/// decided that the room `check` would not accept: values are tried with its readers. Start with
/// [chancery.infer.Inference].
@NullMarked
package chancery.infer;

import org.jspecify.annotations.NullMarked;
