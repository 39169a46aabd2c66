package chancery.bench;

import com.cefriel.template.TemplateExecutor;
import java.nio.file.Path;
import java.util.Map;

/// `RunTemplate TEMPLATE TABLE OUT`: the template over rows as they are read, which the command
/// does not offer.
public final class RunTemplate {
    private RunTemplate() {}

    public static void main(String[] args) throws Exception {
        new TemplateExecutor(false, false, false, null)
                .executeMapping(
                        Map.of("reader", new RowsAsRead(Path.of(args[1]))),
                        Path.of(args[0]),
                        Path.of(args[2]));
    }
}
