package chancery.cli.settings;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads lines such as `serve.port = 8080`: the name of an option without its dashes, after the
/// names of its command where it is meant for that one alone. `#` begins a line that is a remark.
final class SettingsFile {
    private SettingsFile() {}

    /// @return name → value, as they stand in the file
    static Map<String, Setting> read(Path file) throws BadSetting {
        List<String> lines = lines(file);
        Map<String, Setting> settings = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String origin = file + ":" + (i + 1);
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new BadSetting(
                        "%s: found \"%s\", expected name = value".formatted(origin, line));
            }
            String name = line.substring(0, equals).strip();
            String value = line.substring(equals + 1).strip();
            Setting before = settings.put(name, new Setting(value, origin));
            if (before != null) {
                throw new BadSetting(
                        "%s: found %s again, expected it once (%s)"
                                .formatted(origin, name, before.origin()));
            }
        }
        return settings;
    }

    private static List<String> lines(Path file) throws BadSetting {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new BadSetting(file + ": found no such file, expected one of settings");
        } catch (MalformedInputException e) {
            throw new BadSetting(file + ": found bytes that are no UTF-8, expected lines of text");
        } catch (IOException e) {
            throw new BadSetting(file + ": found it not readable (" + e.getMessage() + ")");
        }
    }
}
