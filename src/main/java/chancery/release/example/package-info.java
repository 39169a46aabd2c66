/// The example questions as data, so that a program that knows only the endpoint finds them.
///
/// In: names, questions and texts of queries. Out: triples (SHACL's SPARQL executables, in the
/// shape of the SIB's sparql-examples). Not here: reading files and running queries. Start reading
/// at [ExampleGraph].
@NullMarked
package chancery.release.example;

import org.jspecify.annotations.NullMarked;
