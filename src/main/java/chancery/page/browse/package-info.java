/// Browsing without a query: everything of a release by kind, state, source, period and the like,
/// and what is missing.
///
/// In come the graph and what a reader chose; out go models for `browse.ftlh` and `missing.ftlh`.
/// [chancery.page.browse.Inventory] reads the graph once; [chancery.page.browse.BrowsePage] filters
/// and counts; [chancery.page.browse.BrowseQuery] says the same as SPARQL. Start at `BrowsePage`.
@NullMarked
package chancery.page.browse;

import org.jspecify.annotations.NullMarked;
