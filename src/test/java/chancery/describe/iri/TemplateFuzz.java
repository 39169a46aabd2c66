package chancery.describe.iri;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Any text is a template or an [IllegalArgumentException] that says so; an expansion has no
/// character that a URI does not allow, whatever the values are, and does not change when it is
/// expanded again; resolving it never fails.
public final class TemplateFuzz {
    private static final Pattern IN_URIS =
            Pattern.compile("(?:[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]++|%[0-9A-Fa-f]{2})*+");

    private TemplateFuzz() {}

    /// @param input in UTF-8: the template in the first line, then the values, with `|` between the
    ///     items of a list; an empty line for a variable that is not defined
    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", -1);
        UriTemplate template;
        try {
            template = UriTemplate.of(lines[0]);
        } catch (IllegalArgumentException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith("found \""), e::getMessage);
            return;
        }
        assertEquals(lines[0], template.toString());
        String expanded = template.expand(values(template, lines));
        assertTrue(
                IN_URIS.matcher(expanded.replaceAll("%(?![0-9A-Fa-f]{2})", "<percent>")).matches(),
                () -> "not a URI: " + expanded);
        assertEquals(expanded, template.expand(values(template, lines)));
        String resolved = ResolvedUrl.of("http://example.org/a/b?c#d", expanded);
        assertTrue(ResolvedUrl.areEquivalent(resolved, resolved));
        assertEquals(ResolvedUrl.normal(resolved), ResolvedUrl.normal(resolved));
        CompactIri.expand(expanded);
    }

    private static Function<String, List<String>> values(UriTemplate template, String[] lines) {
        Map<String, List<String>> values = new HashMap<>();
        for (String name : template.variables()) {
            int line = 1 + values.size();
            if (line < lines.length && !lines[line].isEmpty()) {
                values.putIfAbsent(name, Arrays.asList(lines[line].split("\\|", -1)));
            }
        }
        return name -> values.getOrDefault(name, List.of());
    }
}
