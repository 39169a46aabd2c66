/// The SPARQL editor: example questions by topic, and the same query from programs.
///
/// What comes in is a query as it was sent; what goes out are records for templates. Start at
/// [EditorPage]; nothing is run here.
@NullMarked
package chancery.page.editor;

import org.jspecify.annotations.NullMarked;
