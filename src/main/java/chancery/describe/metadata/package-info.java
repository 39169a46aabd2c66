/// Reads metadata documents (Metadata Vocabulary for Tabular Data), a class for each kind of
/// object. What the standard lets a processor pass over is told, or refused for our own tables:
/// see `Leniency`. Start reading at [MetadataReader].
@NullMarked
package chancery.describe.metadata;

import org.jspecify.annotations.NullMarked;
