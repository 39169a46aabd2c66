/// A replica: releases that somebody else made, fetched by HTTP.
///
/// In: the address of a published folder of releases. Out: the same releases in a folder of our
/// own, each checked file by file before it has its name, and `current` as it is there. Not here:
/// the server, which takes up what `current` names by itself. Start reading at [Follower].
@NullMarked
package chancery.follow;

import org.jspecify.annotations.NullMarked;
