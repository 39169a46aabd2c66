/// The mapper's fast path: from the bytes of a table to the bytes of N-Triples, a chunk of records
/// at a time on all cores, without a node or a text in between.
///
/// In: a description and a stream. Out: exactly the bytes that [chancery.map.Converter] and Jena's
/// writer would give. Whatever is not written as usual (a cell that does not fit, a row too long, a
/// kind of column that is not compiled) goes through that reference path, row by row. Start reading
/// at [StreamConverter].
@NullMarked
package chancery.map.compiled;

import org.jspecify.annotations.NullMarked;
