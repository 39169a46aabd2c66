package chancery.infer;

import chancery.describe.json.Json;
import chancery.infer.column.ColumnGuess;
import chancery.infer.column.Fingerprints;
import chancery.infer.dialect.EncodingGuess;
import chancery.infer.dialect.Layout;
import chancery.infer.dialect.LayoutGuess;
import chancery.table.Source;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes a first description of bare tables.
public final class Inference {
    /// Numbers of 64 bits, for all columns of all tables together: 128 MB.
    private static final long REMEMBERED = 1L << 24;

    private final Fingerprints.Budget budget = new Fingerprints.Budget(REMEMBERED);
    private final long rows;
    private final Watcher watcher;

    /// @param rows how many of each table are read; 0 for all
    public Inference(long rows, Watcher watcher) {
        if (rows < 0) {
            throw new IllegalArgumentException("fewer than no rows: " + rows);
        }
        this.rows = rows;
        this.watcher = watcher;
    }

    /// A description, and what is wrong with the tables themselves.
    ///
    /// @param document one that [chancery.check.Validator] takes without a finding, but for the
    ///     faults
    /// @param faults one line each, with the file
    public record Result(Json document, List<String> faults) {
        public Result {
            faults = List.copyOf(faults);
        }
    }

    /// @param tables by the URLs under which the document names them, in its order; at least one
    /// @throws Undescribable if one of them is no table
    public Result describe(Map<String, Source> tables) throws Undescribable {
        List<TableGuess> guesses = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, Source> table : tables.entrySet()) {
            TableGuess guess = guess(table.getKey(), table.getValue());
            guesses.add(guess);
            guess.survey()
                    .faults()
                    .forEach(fault -> faults.add(table.getValue().name() + ": " + fault));
        }
        return new Result(Document.of(new ReferenceSearch(guesses).find()), faults);
    }

    private TableGuess guess(String url, Source file) throws Undescribable {
        Source source = WatchedFile.of(file, watcher);
        try {
            EncodingGuess encoding = EncodingGuess.of(source);
            Layout layout = LayoutGuess.of(source, encoding);
            TableSurvey survey = TableSurvey.of(source, layout, budget, rows);
            if (survey.rows() == 0 && !layout.hasHeader()) {
                throw new Undescribable(file.name() + ": found blank lines only, expected a table");
            }
            TableGuess guess = TableGuess.of(url, survey, encoding.label(), encoding.note());
            return withKey(guess);
        } catch (NoSuchFileException e) {
            throw new Undescribable(file.name() + ": found no such file, expected a table");
        } catch (IOException e) {
            throw new Undescribable(
                    file.name() + ": found it not readable (" + e.getMessage() + ")");
        }
    }

    private TableGuess withKey(TableGuess guess) {
        List<Integer> key = new KeySearch(guess).find(budget);
        List<ColumnGuess> columns = new ArrayList<>(guess.columns());
        key.forEach(i -> columns.set(i, columns.get(i).asRequired()));
        return guess.with(columns, key.stream().map(guess.names()::get).toList(), List.of());
    }
}
