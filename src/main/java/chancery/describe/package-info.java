/// Descriptions: CSV on the Web metadata becomes a typed description of each table.
///
/// In: `<name>.csv-metadata.json` files. Out: [TableDescription] with its [Column]s. Not here:
/// opening the tables themselves. The JSON reader is used in this room only. Our own directives are
/// common properties by absolute URL, see [Directive]. Start reading at [DescriptionReader].
@NullMarked
package chancery.describe;

import org.jspecify.annotations.NullMarked;
