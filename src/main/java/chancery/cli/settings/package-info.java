/// Options that are not on the command line: from the environment and from a file.
///
/// In: a file, variables, and the options that there are. Out: their defaults. Not here: what an
/// option means. Start reading at [Settings].
@NullMarked
package chancery.cli.settings;

import org.jspecify.annotations.NullMarked;
