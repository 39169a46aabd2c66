/// Tables as bytes: cut into chunks of whole records and into fields without making characters of
/// them, for the mapper's fast path. In: a stream of UTF-8 and a dialect that [RecordChunks#canCut]
/// takes. Out: chunks that know their line, record and row. What is written in an unusual way is
/// left to [chancery.table.TableReader]. Start reading at [RecordChunks].
@NullMarked
package chancery.table.bytes;

import org.jspecify.annotations.NullMarked;
