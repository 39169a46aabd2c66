package chancery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words that are wrong by one digit.
public final class NearMiss {
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)*");

    private NearMiss() {}

    /// @return the words with one digit changed, once for each digit; numbers that stand twice in
    ///     them are left alone, for then the other one still says the right thing
    public static List<String> of(String words) {
        List<String> wrong = new ArrayList<>();
        Matcher number = NUMBER.matcher(words);
        while (number.find()) {
            if (words.indexOf(number.group()) != words.lastIndexOf(number.group())) {
                continue;
            }
            for (int i = number.start(); i < number.end(); i++) {
                if (Character.isDigit(words.charAt(i))) {
                    char other = (char) ('0' + (words.charAt(i) - '0' + 1) % 10);
                    wrong.add(words.substring(0, i) + other + words.substring(i + 1));
                }
            }
        }
        return wrong;
    }
}
