/// Pages for people: what is read from the graph for each kind of page, and the HTML of it.
///
/// In: an open database and a node. Out: records (one per kind of page) and, from the templates in
/// `resources/chancery/page`, HTML in which every text is escaped. Not here: HTTP. Start reading at
/// [GraphView] and [PageWriter].
@NullMarked
package chancery.page;

import org.jspecify.annotations.NullMarked;
