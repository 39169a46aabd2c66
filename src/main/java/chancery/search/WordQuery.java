package chancery.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What somebody typed, as a query of the index: each word as it stands, by its sound, with one or
/// two slips, and as a beginning.
final class WordQuery {
    /// Terms of the index that one word with slips may stand for.
    private static final int EXPANSIONS = 64;

    /// Terms that all of them together may stand for: Lucene refuses more than 1,024 clauses.
    private static final int BUDGET = 512;

    /// Shorter words are too like too many.
    private static final int ONE_SLIP = 4;

    private static final int TWO_SLIPS = 8;

    /// How many of a hundred words a text must have.
    static final int ALL = 100;

    static final int MOST = 70;
    static final int ANY = 0;

    private static final int MOST_VALUES = 200;

    private final Asked asked;

    /// For each word with slips; 0 for none with slips.
    private final int expansions;

    private WordQuery(Asked asked, int expansions) {
        this.asked = asked;
        this.expansions = expansions;
    }

    /// @param percent of the words that a text must have
    static Query of(Asked asked, int percent) {
        int words = Words.of(asked.text()).size();
        int fields = asked.scope() == Asked.Scope.NAMES_AND_GISTS ? 2 : 1;
        int each = BUDGET / (2 * fields * words + 1);
        return new WordQuery(asked, Math.min(EXPANSIONS, each)).query(percent);
    }

    /// Of words as they stand and sound only, which is far below every limit.
    static Query withoutSlips(Asked asked, int percent) {
        return new WordQuery(asked, 0).query(percent);
    }

    private Query query(int percent) {
        List<Words.Word> words = Words.of(asked.text());
        if (words.isEmpty()) {
            return new MatchNoDocsQuery();
        }
        BooleanQuery.Builder text = new BooleanQuery.Builder();
        for (int i = 0; i < words.size(); i++) {
            boolean goesOn = asked.isTyping() && i == words.size() - 1;
            text.add(word(words.get(i), goesOn), Occur.SHOULD);
        }
        text.setMinimumNumberShouldMatch(Math.max(1, (words.size() * percent + 99) / 100));
        BooleanQuery.Builder any = new BooleanQuery.Builder().add(text.build(), Occur.SHOULD);
        List<Query> joined = new ArrayList<>();
        fuzzy(IndexWriting.JOINED, Words.joined(words), 4, joined);
        joined.forEach(query -> any.add(query, Occur.SHOULD));
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(any.build(), Occur.MUST);
        if (!asked.types().isEmpty()) {
            all.add(anyOf(IndexWriting.TYPE, asked.types()), Occur.FILTER);
        }
        if (!asked.lang().isEmpty()) {
            all.add(new TermQuery(new Term(IndexWriting.LANG, asked.lang())), Occur.FILTER);
        }
        return all.build();
    }

    static Query anyOf(String field, Set<String> values) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        values.stream()
                .limit(MOST_VALUES)
                .forEach(it -> any.add(new TermQuery(new Term(field, it)), Occur.SHOULD));
        return any.build();
    }

    private Query word(Words.Word word, boolean goesOn) {
        List<Query> ways = new ArrayList<>();
        addWays(word, IndexWriting.NAME, 1, goesOn, ways);
        if (asked.scope() == Asked.Scope.NAMES_AND_GISTS) {
            addWays(word, Part.GIST.field(), 0.4f, goesOn, ways);
        }
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private void addWays(
            Words.Word word, String field, float weight, boolean goesOn, List<Query> ways) {
        ways.add(boosted(new TermQuery(new Term(field, word.roman())), 4 * weight));
        ways.add(boosted(new TermQuery(new Term(field, word.sound())), 3 * weight));
        if (!word.isNumber()) {
            fuzzy(field, word.roman(), weight, ways);
            if (!word.sound().equals(word.roman())) {
                fuzzy(field, word.sound(), weight, ways);
            }
        }
        if (goesOn) {
            ways.add(boosted(new PrefixQuery(new Term(field, word.roman())), 2 * weight));
            ways.add(boosted(new PrefixQuery(new Term(field, word.sound())), weight));
        }
    }

    private void fuzzy(String field, String word, float weight, List<Query> ways) {
        int slips = slips(word);
        if (slips > 0 && expansions > 0) {
            Query like = new FuzzyQuery(new Term(field, word), slips, 0, expansions, true);
            ways.add(boosted(like, weight));
        }
    }

    /// How many slips a word of its length may have.
    static int slips(String word) {
        if (word.length() < ONE_SLIP) {
            return 0;
        }
        return word.length() < TWO_SLIPS ? 1 : 2;
    }

    private static Query boosted(Query query, float weight) {
        return new BoostQuery(query, weight);
    }
}
