package chancery.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page of the documentation that can be followed: its blocks are files to write and commands to
/// run, in the order of the page.
///
/// A block is a file when the line before it is the file's name in backquotes and a colon; it holds
/// commands when its lines begin with `$ `, each followed by what it answers.
final class Guide {
    private static final Pattern FILE = Pattern.compile("`([^`]+)`:");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final String FENCE = "```";
    private static final String PROMPT = "$ ";
    private static final String CHANCERY = "./chancery ";

    private final Path folder;

    /// @param folder in which the page is followed
    Guide(Path folder) {
        this.folder = folder;
    }

    /// A command, what the page says it answers, and what it answered.
    record Answer(String command, List<String> expected, List<String> found) {}

    List<Answer> follow(List<String> page) throws Exception {
        List<Answer> answers = new ArrayList<>();
        String file = "";
        for (int i = 0; i < page.size(); i++) {
            Matcher named = FILE.matcher(page.get(i));
            if (named.matches()) {
                file = named.group(1);
            } else if (page.get(i).equals(FENCE)) {
                int end = i + 1;
                while (!page.get(end).equals(FENCE)) {
                    end++;
                }
                List<String> block = page.subList(i + 1, end);
                if (!file.isEmpty()) {
                    write(file, block);
                } else {
                    commands(block, answers);
                }
                file = "";
                i = end;
            }
        }
        return answers;
    }

    private void write(String file, List<String> lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, String.join("\n", lines) + "\n");
    }

    private void commands(List<String> block, List<Answer> answers) throws Exception {
        for (int i = 0; i < block.size(); i++) {
            String line = block.get(i);
            if (line.startsWith(PROMPT)) {
                int end = i + 1;
                while (end < block.size() && !block.get(end).startsWith(PROMPT)) {
                    end++;
                }
                String command = line.substring(PROMPT.length());
                List<String> expected = List.copyOf(block.subList(i + 1, end));
                answers.add(new Answer(command, expected, run(command)));
            }
        }
    }

    private List<String> run(String command) throws Exception {
        return command.startsWith(CHANCERY)
                ? chancery(command.substring(CHANCERY.length()))
                : shell(command);
    }

    private List<String> chancery(String arguments) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(arguments);
        while (word.find()) {
            String text = word.group(1) == null ? word.group(2) : word.group(1);
            words.add(text.startsWith("example/") ? folder.resolve(text).toString() : text);
        }
        Result result = Result.of(words.toArray(String[]::new));
        return (result.err() + result.out())
                .replace(folder + "/", "")
                .replace("\r", "")
                .lines()
                .toList();
    }

    private List<String> shell(String command) throws Exception {
        Process process =
                new ProcessBuilder("sh", "-c", command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        byte[] printed = process.getInputStream().readAllBytes();
        process.waitFor();
        return new String(printed, StandardCharsets.UTF_8).lines().toList();
    }
}
