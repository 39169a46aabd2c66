/// Mapping: checked rows become statements of the graph (csv2rdf), as the metadata say.
///
/// In: [chancery.check.CheckedRow]. Out: [Statement]s that know column, value and position. Not
/// here: what a statement rests on. Start reading at [Mapper]; [Converter] is the standard's whole
/// conversion of tables of others.
@NullMarked
package chancery.map;

import org.jspecify.annotations.NullMarked;
