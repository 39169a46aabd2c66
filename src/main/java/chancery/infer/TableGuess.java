package chancery.infer;

import chancery.infer.column.ColumnDecision;
import chancery.infer.column.ColumnDecision.Neighbours;
import chancery.infer.column.ColumnGuess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A table with what its columns are taken for.
///
/// @param url as the metadata name it
/// @param names of the columns
/// @param key names of the columns by which rows are told apart; none if there is no such
/// @param references to keys of these tables
record TableGuess(
        String url,
        TableSurvey survey,
        String encodingNote,
        String encoding,
        List<String> names,
        List<ColumnGuess> columns,
        List<String> key,
        List<Reference> references) {

    /// A column all of whose values are values of another.
    record Reference(String column, String url, String referenced) {}

    TableGuess {
        names = List.copyOf(names);
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        references = List.copyOf(references);
    }

    static TableGuess of(String url, TableSurvey survey, String encoding, String encodingNote) {
        List<String> titles = survey.layout().titles();
        boolean commaIsFree = survey.layout().dialect().delimiter().equals(";");
        List<ColumnDecision> decisions = new ArrayList<>();
        Set<String> words = new HashSet<>();
        boolean monthFirst = false;
        for (int i = 0; i < titles.size(); i++) {
            ColumnDecision decision =
                    new ColumnDecision(titles.get(i), survey.columns().get(i), commaIsFree);
            decisions.add(decision);
            words.addAll(decision.typedWords());
            monthFirst |= decision.isMonthFirst();
        }
        Neighbours neighbours = new Neighbours(words, monthFirst);
        return new TableGuess(
                url,
                survey,
                encodingNote,
                encoding,
                ColumnTitles.names(titles),
                decisions.stream().map(decision -> decision.decide(neighbours)).toList(),
                List.of(),
                List.of());
    }

    TableGuess with(List<ColumnGuess> others, List<String> itsKey, List<Reference> itsReferences) {
        return new TableGuess(
                url, survey, encodingNote, encoding, names, others, itsKey, itsReferences);
    }

    /// The file's name without folder and ending.
    String stem() {
        String file = url.substring(url.lastIndexOf('/') + 1);
        int dot = file.indexOf('.');
        return dot > 0 ? file.substring(0, dot) : file;
    }
}
