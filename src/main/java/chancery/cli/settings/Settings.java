package chancery.cli.settings;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Gives options their values where the command line does not: first from the environment
/// (`CHANCERY_SERVE_PORT`, `CHANCERY_PORT`), then from a file (`serve.port`, `port`). The name with
/// the command goes before the one without.
public final class Settings implements IDefaultValueProvider {
    /// The option that names the file; it stands for itself in the environment too.
    public static final String OPTION = "--config";

    private static final String VARIABLE = "CHANCERY_";

    private final Map<String, Setting> file;
    private final Map<String, String> environment;

    private Settings(Map<String, Setting> file, Map<String, String> environment) {
        this.file = file;
        this.environment = environment;
    }

    /// Makes every option of the commands take its default from here.
    ///
    /// @param arguments the command line, in which the file may be named
    /// @throws BadSetting if the file cannot be read, or names an option that there is not
    public static Settings into(
            CommandLine commands, Map<String, String> environment, String... arguments)
            throws BadSetting {
        Optional<String> named = named(arguments);
        if (named.isEmpty()) {
            named = Optional.ofNullable(environment.get(VARIABLE + "CONFIG"));
        }
        Map<String, Setting> file = new HashMap<>();
        if (named.isPresent()) {
            file = SettingsFile.read(Path.of(named.get()));
            checkNames(file, commands);
        }
        Settings settings = new Settings(file, environment);
        settings.provideFor(commands);
        return settings;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        return find(argument).map(Setting::value).orElse(argument.defaultValue());
    }

    /// Where the value of an option is from, for messages.
    ///
    /// @return such as ` (from chancery.conf:3)`; `""` if it is not from here
    public String originOf(@Nullable ArgSpec argument, @Nullable Object value) {
        return argument == null
                ? ""
                : find(argument)
                        .filter(setting -> setting.value().equals(value))
                        .map(setting -> " (from " + setting.origin() + ")")
                        .orElse("");
    }

    private Optional<Setting> find(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || isOfItself(option)) {
            return Optional.empty();
        }
        String plain = name(option);
        String full = prefix(option.command()) + plain;
        for (String name : new String[] {full, plain}) {
            String variable = VARIABLE + name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
            String value = environment.get(variable);
            if (value != null) {
                return Optional.of(new Setting(value, variable));
            }
        }
        return Optional.ofNullable(file.getOrDefault(full, file.get(plain)));
    }

    private void provideFor(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (isFlag(option)) {
                // else picocli takes a flag for the opposite of its default
                spec.remove(option);
                spec.addOption(OptionSpec.builder(option).fallbackValue("true").build());
            }
        }
        command.setDefaultValueProvider(this);
        command.getSubcommands().values().forEach(this::provideFor);
    }

    private static void checkNames(Map<String, Setting> file, CommandLine commands)
            throws BadSetting {
        Set<String> known = new TreeSet<>();
        collect(commands, known);
        for (Map.Entry<String, Setting> each : file.entrySet()) {
            if (!known.contains(each.getKey())) {
                throw new BadSetting(
                        "%s: found \"%s\", expected an option without its dashes, such as %s"
                                .formatted(
                                        each.getValue().origin(),
                                        each.getKey(),
                                        suggestions(each.getKey(), known)));
            }
        }
    }

    private static String suggestions(String name, Set<String> known) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        String start = last.substring(0, Math.min(2, last.length()));
        Optional<String> near =
                known.stream()
                        .filter(each -> each.startsWith(start) || each.endsWith("." + last))
                        .findFirst();
        return near.map(found -> found + " or serve.port").orElse("port or serve.port");
    }

    private static void collect(CommandLine command, Set<String> known) {
        CommandSpec spec = command.getCommandSpec();
        for (OptionSpec option : spec.options()) {
            if (!isOfItself(option)) {
                known.add(name(option));
                known.add(prefix(spec) + name(option));
            }
        }
        command.getSubcommands().values().forEach(sub -> collect(sub, known));
    }

    private static boolean isFlag(OptionSpec option) {
        return option.type() == boolean.class && !isOfItself(option);
    }

    private static boolean isOfItself(OptionSpec option) {
        return option.usageHelp()
                || option.versionHelp()
                || Set.of(option.names()).contains(OPTION);
    }

    private static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /// The names of the commands that lead to it, without the first: `release.prune.`.
    private static String prefix(CommandSpec command) {
        String qualified = command.qualifiedName(".");
        int dot = qualified.indexOf('.');
        return dot < 0 ? "" : qualified.substring(dot + 1) + ".";
    }

    private static Optional<String> named(String... arguments) {
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith(OPTION + "=")) {
                return Optional.of(arguments[i].substring(OPTION.length() + 1));
            }
            if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
                return Optional.of(arguments[i + 1]);
            }
        }
        return Optional.empty();
    }
}
