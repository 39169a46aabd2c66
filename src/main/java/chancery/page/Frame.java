package chancery.page;

/// What stands around every page.
///
/// @param title       of the page
/// @param turtle      path of the same as Turtle; `""` if there is none
public record Frame(String title, String turtle, String releaseId, String releaseDate) {}
