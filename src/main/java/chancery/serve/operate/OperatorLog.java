package chancery.serve.operate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/// Lines for the operator: as people read them, or one JSON object each.
public final class OperatorLog {
    /// How a line looks.
    public enum Format {
        TEXT,
        JSON
    }

    private final Format format;
    private final Consumer<String> lines;

    /// @param lines gets each line, without its end; called from several threads
    public OperatorLog(Format format, Consumer<String> lines) {
        this.format = format;
        this.lines = lines;
    }

    /// Something happened, such as a change of release.
    public void notice(String text) {
        switch (format) {
            case TEXT -> lines.accept(text);
            case JSON -> {
                JsonObject line = line(Instant.now(), "notice");
                line.put("message", text);
                lines.accept(JSON.toStringFlat(line));
            }
        }
    }

    public void slowQuery(SlowQuery slow) {
        switch (format) {
            case TEXT -> lines.accept(slow.at().truncatedTo(ChronoUnit.MILLIS) + " " + slow);
            case JSON -> {
                JsonObject line = line(slow.at(), "slow-query");
                line.put("millis", slow.millis());
                line.put("outcome", slow.outcome());
                line.put("bytes", slow.bytes());
                line.put("release", slow.release());
                line.put("query", slow.query());
                lines.accept(JSON.toStringFlat(line));
            }
        }
    }

    private static JsonObject line(Instant at, String event) {
        JsonObject line = new JsonObject();
        line.put("time", at.truncatedTo(ChronoUnit.MILLIS).toString());
        line.put("event", event);
        return line;
    }
}
