/// The page of a source.
///
/// In comes the graph of a release and, where somebody supplied it, the source's text; out go
/// models for the template `source.ftlh`: the claims in the order of the text, what the source
/// alone says, what it shares with others, where it is contradicted, and its passages in the text.
/// Start at [chancery.page.source.SourcePage]. Texts are read by [chancery.page.TextFolder], and
/// kept nowhere.
@NullMarked
package chancery.page.source;

import org.jspecify.annotations.NullMarked;
