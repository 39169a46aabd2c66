/// Figures as charts: every observation with its quantity, drawn as precisely as it was given.
///
/// In comes the graph; out goes a model for `figures.ftlh`, a table whose rows have a bar each.
/// What [chancery.page.figures.Extent] says of a number, how far it reaches and on which side
/// nothing is said, is what is drawn. Start at [chancery.page.figures.FiguresPage].
@NullMarked
package chancery.page.figures;

import org.jspecify.annotations.NullMarked;
