/// Descriptions: CSV on the Web metadata becomes a typed description of each table.
///
/// In: metadata documents. Out: a [TableGroup] of [TableDescription]s with their [Column]s. Not
/// here: opening the tables themselves. Our own directives are common properties by absolute URL,
/// see [Directive]. Start reading at [DescriptionReader] for our own tables, at [MetadataLocator]
/// for those of others; both lead to `metadata`.
@NullMarked
package chancery.describe;

import org.jspecify.annotations.NullMarked;
