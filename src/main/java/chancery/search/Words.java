package chancery.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text, as the index cuts it.
final class Words {
    /// What is looked at of a text; a name is shorter.
    static final int AT_MOST = 32;

    /// @param roman see [Roman]
    /// @param sound see [Sound]
    record Word(String roman, String sound) {
        static Word of(String written) {
            String roman = Roman.of(written);
            return new Word(roman, Sound.ofRoman(roman));
        }

        boolean isNumber() {
            return roman.chars().anyMatch(Character::isDigit);
        }
    }

    private static final int JOINED_AT_MOST = 200;

    private Words() {}

    /// All letters and digits as one word, cut at 200.
    static String joined(List<Word> words) {
        StringBuilder all = new StringBuilder();
        words.forEach(word -> all.append(word.roman()));
        all.setLength(Math.min(all.length(), JOINED_AT_MOST));
        return all.toString();
    }

    /// In their order; at most 32.
    static List<Word> of(String text) {
        return written(text, 2 * AT_MOST).stream()
                .map(Word::of)
                .filter(word -> !word.roman().isEmpty())
                .limit(AT_MOST)
                .toList();
    }

    /// As they are written, in their order; at most so many.
    static List<String> written(String text, int most) {
        List<String> words = new ArrayList<>();
        try (StandardTokenizer tokens = new StandardTokenizer()) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            tokens.setReader(new StringReader(text));
            tokens.reset();
            while (words.size() < most && tokens.incrementToken()) {
                words.add(term.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
