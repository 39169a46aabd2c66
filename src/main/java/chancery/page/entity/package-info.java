/// The page of a thing: its names, what is known of it in sentences and tables, its time line, what
/// it is related to, what is only said of it, and what points at it.
///
/// In: a graph and a node. Out: [EntityPage], or [EntityList] where a list is too long for the
/// page. Not here: HTTP, and HTML beyond the records that `entity.ftlh` fills in. Start reading at
/// [EntityPage]; everything is read from the graph once, by [Surroundings].
@NullMarked
package chancery.page.entity;

import org.jspecify.annotations.NullMarked;
