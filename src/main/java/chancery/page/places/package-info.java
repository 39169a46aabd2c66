/// The map: where things are and where events took place.
///
/// In come the graph, whose places have coordinates as well-known text, and outlines of countries
/// that are part of the program; out goes a model for `map.ftlh`, which draws it as SVG. Nothing is
/// asked of a tile server. [chancery.page.places.Outlines] reads the outlines,
/// [chancery.page.places.Window] says what is seen and where on the drawing. Start at
/// [chancery.page.places.MapPage].
@NullMarked
package chancery.page.places;

import org.jspecify.annotations.NullMarked;
