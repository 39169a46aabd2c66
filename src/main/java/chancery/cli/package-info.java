/// The command line: one class a command; the only room that joins the halves of the house.
///
/// In: arguments, and two writers. Out: text on them, and an [ExitCode]. Not here: any work that a
/// room could do. Start reading at [BuildCommand].
@NullMarked
package chancery.cli;

import org.jspecify.annotations.NullMarked;
