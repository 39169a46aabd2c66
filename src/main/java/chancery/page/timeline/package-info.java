/// Time lines: dates as what is known of them, laid out on one axis.
///
/// The door is [chancery.page.timeline.TimeLine#of]: lanes with entries go in, what the template
/// `timeline.ftlh` draws comes out. It knows nothing of the graph.
@NullMarked
package chancery.page.timeline;

import org.jspecify.annotations.NullMarked;
