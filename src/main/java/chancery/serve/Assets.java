package chancery.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What pages load: the style sheet of all of them, and `/assets/<name>`. Only what is named here
/// can be had; all of it is part of the program.
final class Assets {
    private static final String STYLE = "/style.css";
    private static final String PREFIX = "/assets/";

    private static final String CSS = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    /// Below `chancery/page/css`, in the order in which they stand in the one sheet.
    private static final List<String> STYLES =
            List.of(
                    "base.css",
                    "between.css",
                    "browse.css",
                    "claims.css",
                    "editor.css",
                    "figures.css",
                    "find.css",
                    "language.css",
                    "map.css",
                    "source.css",
                    "entity.css");

    private static final String YASQE = "/META-INF/resources/webjars/zazuko__yasqe/4.5.0/build/";

    /// Names, with where each lies on the class path.
    private static final Map<String, String> FILES =
            Map.ofEntries(
                    Map.entry("completion.js", "/chancery/assets/completion.js"),
                    Map.entry("copy.js", "/chancery/assets/copy.js"),
                    Map.entry("editor.js", "/chancery/assets/editor.js"),
                    Map.entry("evidence.js", "/chancery/assets/evidence.js"),
                    Map.entry("icon.svg", "/chancery/assets/icon.svg"),
                    Map.entry("site.js", "/chancery/assets/site.js"),
                    Map.entry("sparql-mode.js", "/chancery/assets/sparql-mode.js"),
                    Map.entry("timeline.js", "/chancery/assets/timeline.js"),
                    Map.entry("yasqe.css", YASQE + "yasqe.min.css"),
                    Map.entry("yasqe.js", YASQE + "yasqe.min.js"));

    /// What browsers ask for where a page names no icon.
    private static final String FAVICON = "/favicon.ico";

    private final Map<String, Reply.Found> all = new LinkedHashMap<>();

    Assets() {
        String style =
                STYLES.stream()
                        .map(name -> StaticText.read("/chancery/page/css/" + name))
                        .collect(Collectors.joining("\n"));
        all.put(STYLE, new Reply.Found(CSS, style, false));
        FILES.forEach(
                (name, resource) ->
                        all.put(
                                PREFIX + name,
                                new Reply.Found(type(name), StaticText.read(resource), false)));
    }

    static boolean isFor(String path) {
        return path.equals(STYLE) || path.equals(FAVICON) || path.startsWith(PREFIX);
    }

    /// @return empty if there is no such file
    Optional<Reply> answer(String path) {
        return Optional.ofNullable(all.get(path.equals(FAVICON) ? PREFIX + "icon.svg" : path));
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> CSS;
            case "js" -> SCRIPT;
            case "svg" -> "image/svg+xml; charset=utf-8";
            default -> throw new IllegalArgumentException("no type for " + name);
        };
    }
}
