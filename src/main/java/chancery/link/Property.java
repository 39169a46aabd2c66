package chancery.link;

/// A value that narrows a question down.
///
/// @param pid property of the service, such as `P17`
/// @param item the item that is the value; `""` when it is a text
/// @param text the value as a text: a date with as much precision as is known, or the item's name
public record Property(String pid, String item, String text) {
    /// As reasons show it.
    String shown() {
        return pid + " " + text;
    }
}
