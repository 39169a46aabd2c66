package chancery.search;

import java.util.List;

/// What is left of a word when everything is taken away in which the usual spellings of one name
/// in English, Russian and Azerbaijani differ: `Əliyev`, `Әлијев`, `Алиев`, `Aliyev` and `Eliyev`
/// are `aliav`, and `Khojaly`, `Xocalı`, `Ходжалы` are `gocali`.
///
/// Coarse on purpose: it finds candidates, and [NameMatch] says how much they are like it.
public final class Sound {
    /// Several letters for one sound, the longest first.
    private static final List<String[]> GROUPS =
            List.of(
                    new String[] {"shch", "s"},
                    new String[] {"dzh", "c"},
                    new String[] {"sch", "s"},
                    new String[] {"tch", "c"},
                    new String[] {"dj", "c"},
                    new String[] {"zh", "c"},
                    new String[] {"ch", "c"},
                    new String[] {"sh", "s"},
                    new String[] {"kh", "g"},
                    new String[] {"gh", "g"},
                    new String[] {"ph", "f"},
                    new String[] {"th", "t"},
                    // Alexander, Mexico; alone it is the Azerbaijani letter: Xankəndi
                    new String[] {"ex", "eks"});

    private static final String LETTERS = "eyjxqhw";
    private static final String SOUNDS = "aicgggv";

    private Sound() {}

    /// @param word of any script
    public static String of(String word) {
        return ofRoman(Roman.of(word));
    }

    /// @param roman as [Roman] writes it
    public static String ofRoman(String roman) {
        String text = roman.startsWith("ye") ? roman.substring(1) : roman;
        for (String[] group : GROUPS) {
            text = text.replace(group[0], group[1]);
        }
        StringBuilder sound = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int special = LETTERS.indexOf(text.charAt(i));
            char letter = special < 0 ? text.charAt(i) : SOUNDS.charAt(special);
            boolean isRepeated =
                    !sound.isEmpty()
                            && sound.charAt(sound.length() - 1) == letter
                            && !Character.isDigit(letter);
            if (!isRepeated) {
                sound.append(letter);
            }
        }
        return sound.toString();
    }
}
