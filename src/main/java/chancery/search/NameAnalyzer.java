package chancery.search;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Cuts a text into words; each becomes its [Roman] form and, in the same place, its [Sound].
///
/// A part of a word (before `*`, or with `~`) becomes its roman form only: the sound of a part is
/// not always a part of the sound.
final class NameAnalyzer extends Analyzer {
    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, new TwoForms(words));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return new OneForm(in);
    }

    private static final class OneForm extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        OneForm(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            boolean isThere = input.incrementToken();
            if (isThere) {
                term.setEmpty().append(Roman.of(term.toString()));
            }
            return isThere;
        }
    }

    private static final class TwoForms extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute place =
                addAttribute(PositionIncrementAttribute.class);
        private String second = "";

        TwoForms(TokenStream in) {
            super(in);
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!second.isEmpty()) {
                term.setEmpty().append(second);
                place.setPositionIncrement(0);
                second = "";
                return true;
            }
            while (input.incrementToken()) {
                String roman = Roman.of(term.toString());
                if (!roman.isEmpty()) {
                    String sound = Sound.ofRoman(roman);
                    second = sound.equals(roman) ? "" : sound;
                    term.setEmpty().append(roman);
                    return true;
                }
            }
            return false;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            second = "";
        }
    }
}
