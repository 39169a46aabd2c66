package chancery.search;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A word in small Latin letters without marks: Cyrillic as English maps write it, the letters of
/// Azerbaijani as they are typed without its keyboard. Small and capital letters are one, also `I`,
/// `İ` and `ı`.
public final class Roman {
    /// Letter and what becomes of it; all are small ones.
    private static final String TABLE =
            "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u"
                    + " ф f х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya"
                    // Ukrainian
                    + " і i ї yi є ye ґ g"
                    // Azerbaijani in Cyrillic letters
                    + " ә a ғ gh ҝ g ө o ү u һ h ҹ j ј y"
                    // what Unicode does not take apart
                    + " ə a ı i ø o ł l đ d ð d þ th ß ss æ ae œ oe";

    private static final Map<Integer, String> LETTERS = letters();

    private Roman() {}

    /// @param word of any script; what is no letter or digit of it is left out
    public static String of(String word) {
        String small = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder roman = new StringBuilder(small.length() + 4);
        withoutSuffix(small).codePoints().forEach(letter -> append(letter, roman));
        return roman.toString();
    }

    private static void append(int letter, StringBuilder roman) {
        String known = LETTERS.get(letter);
        if (known != null) {
            // Ереван is Yerevan, and Чечня is no Chyechnya
            roman.append(letter == 'е' && roman.isEmpty() ? "ye" : known);
            return;
        }
        Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFD)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(roman::appendCodePoint);
    }

    /// What stands behind an apostrophe in a long word is an ending: `Baku's`, `Bakı'nın`.
    private static String withoutSuffix(String word) {
        int apostrophe = Math.max(word.indexOf('\''), word.indexOf('’'));
        return apostrophe > 2 ? word.substring(0, apostrophe) : word;
    }

    private static Map<Integer, String> letters() {
        Map<Integer, String> letters = new HashMap<>();
        String[] parts = TABLE.split(" ");
        for (int i = 0; i < parts.length; i += 2) {
            letters.put(parts[i].codePointAt(0), parts[i + 1].replace("_", ""));
        }
        return Map.copyOf(letters);
    }
}
