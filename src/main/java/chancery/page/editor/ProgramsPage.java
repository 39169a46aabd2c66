package chancery.page.editor;

import java.util.List;

/// A query as programs.
public record ProgramsPage(Asked asked, List<Program> programs) {
    public ProgramsPage {
        programs = List.copyOf(programs);
    }

    /// Where one of them is by itself.
    public String href(Program program) {
        return asked.programs() + "&language=" + program.slug();
    }
}
