package chancery.suite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The features of the standard, and which official tests are about which.
final class Features {
    private Features() {}

    /// @param sections of the standard
    /// @param ranges of numbers of entries, both ends inclusive
    record Feature(String name, String sections, List<Range> ranges) {
        boolean has(SuiteEntry entry) {
            int number = Integer.parseInt(entry.id().replace("test", ""));
            return ranges.stream().anyMatch(range -> range.has(number));
        }
    }

    record Range(int first, int last) {
        boolean has(int number) {
            return first <= number && number <= last;
        }
    }

    static List<Feature> read() throws IOException {
        List<Feature> features = new ArrayList<>();
        try (InputStream in = Features.class.getResourceAsStream("/suite/features.txt")) {
            if (in == null) {
                throw new IOException("no suite/features.txt");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(one -> !one.startsWith("#")).toList()) {
                String[] parts = line.split(" \\| ");
                List<Range> ranges = new ArrayList<>();
                for (String range : parts[2].split(" ")) {
                    String[] ends = range.split("-");
                    ranges.add(
                            new Range(
                                    Integer.parseInt(ends[0]),
                                    Integer.parseInt(ends[ends.length - 1])));
                }
                features.add(new Feature(parts[0], parts[1], ranges));
            }
        }
        return features;
    }
}
